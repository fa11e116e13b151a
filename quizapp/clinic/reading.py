"""The file of a condition to the condition, and every problem with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from quizapp.base.cache import fingerprint
from quizapp.base.problem import Problem
from quizapp.base.shape import Fault, Named, PathInFile, unknown
from quizapp.clinic.condition import STRONGEST, Condition, Weight
from quizapp.clinic.folder import read_one

GRADED = (
    "definition",
    "risks",
    "history",
    "regions",
    "quality",
    "worse_and_better",
    "examination",
    "key_test",
    "investigations",
    "argues_against",
    "look_alikes",
    "management",
    "red_flags",
)


@dataclass(frozen=True, slots=True)
class KnownIds:
    """What a condition may name: each word for a sort of thing with the ids of that sort."""

    structures: frozenset[str]
    regions: frozenset[str]
    findings: frozenset[str]
    references: frozenset[str]
    conditions: frozenset[str]

    @property
    def digest(self) -> str:
        """Return a fingerprint; a reading made with other ids is out of date."""
        ids = (self.structures, self.regions, self.findings, self.references, self.conditions)
        return fingerprint(*(" ".join(sorted(one)) for one in ids))


def read_file(path: Path, known: KnownIds) -> tuple[Condition | None, list[Problem]]:
    """Return the condition of a file, or None and its problems; nothing that stands in it can raise."""
    return read_one(path, Condition, lambda condition: _faults(condition, known))


def _faults(condition: Condition, known: KnownIds) -> Iterator[Fault]:
    for name in ("structures", "regions", "references"):
        yield from unknown(name[:-1], _listed(condition, name), getattr(known, name))
    yield from unknown("region", _listed(condition, "regions_at_times"), known.regions)
    yield from unknown("condition", _keyed("look_alikes", condition.look_alikes), known.conditions)
    yield from unknown("finding", _keyed("findings", condition.findings), known.findings)
    for index, alarm in enumerate(condition.alarms):
        yield from unknown("finding", ((("alarms", index), one) for one in alarm), known.findings)
        if not alarm or not condition.is_red_flag:
            yield Fault(("alarms", index), "alarm", "an alarm is a list of findings of a red-flag condition")
    for missing in (one for one in GRADED if one not in condition.confidence):
        yield Fault(("confidence",), "confidence", f"{missing} has no letter; grade it H, M or L")
    yield from unknown("field", _keyed("confidence", condition.confidence), GRADED)
    for finding, weight in condition.findings.items():
        yield from _weight_faults(("findings", finding), weight)


def _weight_faults(at: PathInFile, weight: Weight) -> Iterator[Fault]:
    if weight.against and (weight.evokes or weight.frequency):
        yield Fault(at, "weight", "a finding that speaks against it evokes nothing; keep against or the two weights")
    for name in () if weight.against else ("evokes", "frequency"):
        given = getattr(weight, name)
        if not 1 <= given <= STRONGEST:
            yield Fault((*at, name), "weight", f"{name} is a whole number from 1 to {STRONGEST}, not {given}")
    if not weight.why.strip():
        yield Fault((*at, "why"), "weight", "why is empty; say in one line how the finding bears on it")


def _listed(condition: Condition, field: str) -> Iterator[Named]:
    return (((field, index), one) for index, one in enumerate(getattr(condition, field)))


def _keyed(field: str, mapping: Mapping[str, object]) -> Iterator[Named]:
    return (((field, one), one) for one in mapping)
