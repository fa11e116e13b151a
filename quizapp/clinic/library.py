"""The clinical knowledge that ships with the app: findings, conditions and references."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from quizapp.base.cache import Cache
from quizapp.base.listfile import read_list
from quizapp.clinic.condition import Condition
from quizapp.clinic.finding import Finding
from quizapp.clinic.reference import Reference


@dataclass(frozen=True, slots=True)
class Clinic:
    """Findings, conditions and references by id, in the order of their files."""

    findings: Mapping[str, Finding]
    conditions: Mapping[str, Condition]
    references: Mapping[str, Reference]

    def conditions_at(self, structure_id: str) -> list[Condition]:
        """Return the conditions that arise in a structure, those taught in full first."""
        at = [one for one in self.conditions.values() if structure_id in one.structures]
        return sorted(at, key=lambda one: one.tier)

    def citations(self, reference_ids: tuple[str, ...]) -> list[str]:
        """Return the citations that may be shown for some references."""
        known = [self.references[one] for one in reference_ids if one in self.references]
        return [one.citation for one in known if one.confirmed]


def load(folder: Path, cache: Cache | None = None) -> Clinic:
    """Read the three files of the clinic folder; raise UserError with the first line that is wrong."""
    return Clinic(
        findings={one.id: one for one in read_list(folder / "findings.yaml", "findings", Finding, cache)},
        conditions={one.id: one for one in read_list(folder / "conditions.yaml", "conditions", Condition, cache)},
        references={one.id: one for one in read_list(folder / "references.yaml", "references", Reference, cache)},
    )
