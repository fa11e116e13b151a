"""The ids a question may name; whatever is not among them is a mistake."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from quizapp.base.cache import fingerprint
from quizapp.clinic.library import Clinic


@dataclass(frozen=True, slots=True)
class Known:
    """Ids of structures, conditions, findings and references, and the structures each view shows."""

    structures: frozenset[str]
    conditions: frozenset[str]
    findings: frozenset[str]
    references: frozenset[str]
    misconceptions: frozenset[str]
    views: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, structures: frozenset[str], clinic: Clinic, views: Mapping[str, frozenset[str]]) -> Known:
        """Return the ids of the clinical knowledge, with those of the structures and of what each view shows."""
        return cls(
            structures=structures,
            conditions=clinic.condition_ids,
            findings=frozenset(clinic.findings),
            references=frozenset(clinic.references),
            misconceptions=frozenset(clinic.misconceptions),
            views=views,
        )

    @property
    def digest(self) -> str:
        """Return a fingerprint; a reading made with other ids is out of date."""
        ids = [self.structures, self.conditions, self.findings, self.references, self.misconceptions]
        parts = [*ids, *self.views.values()]
        return fingerprint(*(" ".join(sorted(part)) for part in parts), " ".join(self.views))
