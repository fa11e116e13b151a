"""The ids a question may name; whatever is not among them is a mistake."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from quizapp.base.cache import fingerprint


@dataclass(frozen=True, slots=True)
class Known:
    """Ids of structures, conditions, findings and references, and the structures each view shows."""

    structures: frozenset[str]
    conditions: frozenset[str]
    findings: frozenset[str]
    references: frozenset[str]
    misconceptions: frozenset[str]
    views: Mapping[str, frozenset[str]]

    @property
    def digest(self) -> str:
        """Return a fingerprint; a reading made with other ids is out of date."""
        ids = [self.structures, self.conditions, self.findings, self.references, self.misconceptions]
        parts = [*ids, *self.views.values()]
        return fingerprint(*(" ".join(sorted(part)) for part in parts), " ".join(self.views))
