"""The clinical knowledge that ships with the app: findings, regions, conditions and references."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from quizapp.base.cache import Cache
from quizapp.base.listfile import read_list
from quizapp.base.problem import Problem
from quizapp.clinic.condition import Condition, Weight
from quizapp.clinic.finding import Finding
from quizapp.clinic.misconception import Misconception
from quizapp.clinic.reference import Reference
from quizapp.clinic.region import Region

_FOLDER = "conditions"
_Listed = TypeVar("_Listed", Finding, Region, Reference, Misconception)


@dataclass(frozen=True, slots=True)
class Clinic:
    """Findings, regions, conditions and references by id.

    A condition with a problem is left out; ``condition_ids`` has it all the same, so that questions may name it.
    """

    findings: Mapping[str, Finding] = field(default_factory=dict)
    regions: Mapping[str, Region] = field(default_factory=dict)
    conditions: Mapping[str, Condition] = field(default_factory=dict)
    references: Mapping[str, Reference] = field(default_factory=dict)
    misconceptions: Mapping[str, Misconception] = field(default_factory=dict)
    condition_ids: frozenset[str] = frozenset()
    problems: tuple[Problem, ...] = ()

    def conditions_at(self, structure_id: str) -> list[Condition]:
        """Return the conditions that arise in a structure, those taught in full first."""
        at = [one for one in self.conditions.values() if structure_id in one.structures]
        return sorted(at, key=lambda one: one.tier)

    def weight(self, condition_id: str, finding_id: str) -> Weight | None:
        """Return how a finding bears on a condition; None where it does not, or the condition is unknown."""
        condition = self.conditions.get(condition_id)
        return condition.findings.get(finding_id) if condition is not None else None

    def citations(self, reference_ids: Iterable[str]) -> list[str]:
        """Return the citations that may be shown for some references."""
        known = [self.references[one] for one in reference_ids if one in self.references]
        return [one.citation for one in known if one.confirmed]

    def places(self, condition_id: str) -> frozenset[str]:
        """Return the structures that stand for a condition on a diagram: where it arises and where it is felt."""
        condition = self.conditions[condition_id]
        felt = (one for region in condition.regions for one in self.regions[region].structures)
        return frozenset(condition.structures).union(felt)


def load(folder: Path, structures: frozenset[str], cache: Cache | None = None) -> Clinic:
    """Read the clinic folder; a condition with a problem is left out and told.

    Raise UserError with the first line that is wrong in one of the lists, which all conditions rest on.
    """
    findings = _listed(folder, "findings", Finding, cache)
    regions = _listed(folder, "regions", Region, cache)
    references = _listed(folder, "references", Reference, cache)
    misconceptions = _listed(folder, "misconceptions", Misconception, cache)
    from quizapp.clinic import reading  # what reads files is imported where they are read
    from quizapp.clinic.folder import read_all

    files = sorted((folder / _FOLDER).glob("*.yaml"))
    known = reading.KnownIds(
        structures, frozenset(regions), frozenset(findings), frozenset(references), frozenset(one.stem for one in files)
    )
    conditions, problems = read_all(files, Condition, lambda file: reading.read_file(file, known), known.digest, cache)
    by_id = {one.id: one for one in conditions}
    return Clinic(findings, regions, by_id, references, misconceptions, known.conditions, tuple(problems))


def _listed(folder: Path, name: str, shape: type[_Listed], cache: Cache | None) -> dict[str, _Listed]:
    return {one.id: one for one in read_list(folder / f"{name}.yaml", name, shape, cache)}
