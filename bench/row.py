"""One figure with its budget."""

from __future__ import annotations

from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Row:
    """What was measured, and the most it may be."""

    name: str
    value: float
    unit: str
    budget: float

    @property
    def kept(self) -> bool:
        """Tell whether the budget is kept."""
        return self.value <= self.budget

    def as_dict(self) -> dict[str, str | float | bool]:
        """Return the row for JSON."""
        return asdict(self) | {"kept": self.kept}
