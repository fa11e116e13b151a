"""A vignette: the findings of one patient, those that are there and those looked for and absent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from quizapp.base.errors import UserError
from quizapp.base.nearest import did_you_mean
from quizapp.clinic.finding import Finding


@dataclass(frozen=True, slots=True)
class Vignette:
    """Findings by id, each once, in the order in which they came up."""

    present: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()

    @classmethod
    def of(cls, findings: Iterable[tuple[str, bool]]) -> Vignette:
        """Return the vignette of some findings, each with whether it is present."""
        some = list(dict.fromkeys(findings))
        return cls(
            tuple(one for one, is_there in some if is_there), tuple(one for one, is_there in some if not is_there)
        )

    def turned(self, finding: str) -> Vignette:
        """Return the patient with one finding turned over: absent where it was present, present where it was absent."""
        present = tuple(one for one in self.present if one != finding)
        absent = tuple(one for one in self.absent if one != finding)
        if finding in self.present:
            return Vignette(present, (*absent, finding))
        return Vignette((*present, finding), absent)


def parse(line: str, findings: Mapping[str, Finding]) -> Vignette:
    """Return the vignette of a line such as ``a,b,-c``, where ``-c`` was looked for and is absent.

    Raise UserError for an unknown finding and for findings that contradict each other.
    """
    words = [one.strip() for one in line.split(",") if one.strip()]
    if not words:
        raise UserError("no finding is given; write ids with commas between them, -id for one that is absent")
    vignette = Vignette.of((word.removeprefix("-"), not word.startswith("-")) for word in words)
    for one in (*vignette.present, *vignette.absent):
        if one not in findings:
            raise UserError(f"no finding is called {one}{did_you_mean(one, findings)}")
    for one, other in contradictions(vignette, findings):
        raise UserError(f"{one} and {other} contradict each other; leave one out")
    return vignette


def contradictions(vignette: Vignette, findings: Mapping[str, Finding]) -> Iterator[tuple[str, str]]:
    """Yield each pair of findings that one patient cannot have: present and absent, or two that exclude each other."""
    there = set(vignette.present)
    yield from ((one, f"-{one}") for one in vignette.absent if one in there)
    for one in vignette.present:
        known = findings.get(one)
        yield from ((one, other) for other in (known.excludes if known else ()) if other in there)
