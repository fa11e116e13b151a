"""What a class's answers say of its questions: how hard each was, whom it told apart, and what each distractor drew.

Facility is the mean mark, with the interval of Wilson (1927) as for a share. Discrimination is the correlation of an
item with the rest of the items. Alpha is Cronbach's (1951), over those who answered everything. Below ten takers none
of it says much.
"""

from __future__ import annotations

import math
import statistics
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

FEW = 10
_Z = 1.96  # 95 %

Marks = Mapping[str, Mapping[int, float]]  # by item, then by taker
Choices = Mapping[str, Mapping[int, str]]


@dataclass(frozen=True, slots=True)
class Pull:
    """How many chose an option, and how they did on the rest (mean mark, 0 to 1; None where there is no rest)."""

    count: int
    rest: float | None


@dataclass(frozen=True, slots=True)
class ItemFigures:
    """One item: takers, facility with its interval (0 to 1), discrimination (-1 to 1), and what each option drew."""

    takers: int
    facility: float
    low: float
    high: float
    discrimination: float | None
    pulls: Mapping[str, Pull]

    @property
    def is_few(self) -> bool:
        """Tell whether too few answered for the figures to say much."""
        return self.takers < FEW


@dataclass(frozen=True, slots=True)
class Analysis:
    """All items by id, and how well they belong together; ``alpha`` is None where it cannot be said."""

    items: Mapping[str, ItemFigures]
    alpha: float | None


def analyse(marks: Marks, choices: Choices | None = None) -> Analysis:
    """Return the figures of items from the marks (0 to 1) of those who took them; items without takers are left out."""
    chosen = choices or {}
    taken = {item: some for item, some in marks.items() if some}
    return Analysis({item: _figures(item, taken, chosen.get(item, {})) for item in taken}, alpha(taken))


def wilson(share: float, count: int) -> tuple[float, float]:
    """Return the interval that holds a share of so many with 95 % confidence."""
    if not count:
        return 0.0, 1.0
    spread = _Z * _Z / count
    middle = (share + spread / 2) / (1 + spread)
    half = _Z / (1 + spread) * math.sqrt(share * (1 - share) / count + spread / (4 * count))
    return max(0.0, middle - half), min(1.0, middle + half)


def alpha(marks: Marks) -> float | None:
    """Return Cronbach's alpha over the takers of all items; None for fewer than two items or takers, or no spread."""
    if len(marks) < 2:
        return None
    everyone = set[int].intersection(*(set(some) for some in marks.values()))
    if len(everyone) < 2:
        return None
    columns = [[some[taker] for taker in sorted(everyone)] for some in marks.values()]
    totals = [sum(row) for row in zip(*columns, strict=True)]
    spread: float = statistics.variance(totals)
    if spread < 1e-12:
        return None
    count = len(columns)
    own: float = sum(statistics.variance(one) for one in columns)
    return count / (count - 1) * (1 - own / spread)


def _figures(item: str, marks: Marks, chosen: Mapping[int, str]) -> ItemFigures:
    own = marks[item]
    rest = {taker: _rest(item, taker, marks) for taker in own}
    facility = statistics.fmean(own.values())
    low, high = wilson(facility, len(own))
    return ItemFigures(len(own), facility, low, high, _discrimination(own, rest), _pulls(chosen, rest))


def _rest(item: str, taker: int, marks: Marks) -> float | None:
    """Return the mean mark of a taker on all other items that they took."""
    others = [some[taker] for other, some in marks.items() if other != item and taker in some]
    return statistics.fmean(others) if others else None


def _discrimination(own: Mapping[int, float], rest: Mapping[int, float | None]) -> float | None:
    pairs = [(own[taker], one) for taker, one in rest.items() if one is not None]
    ours: Sequence[float] = [one for one, _ in pairs]
    theirs: Sequence[float] = [one for _, one in pairs]
    try:
        return statistics.correlation(ours, theirs)
    except statistics.StatisticsError:  # fewer than two, or all alike
        return None


def _pulls(chosen: Mapping[int, str], rest: Mapping[int, float | None]) -> dict[str, Pull]:
    found = {}
    for option, count in Counter(chosen.values()).most_common():
        known = [one for taker, own in chosen.items() if own == option and (one := rest.get(taker)) is not None]
        found[option] = Pull(count, statistics.fmean(known) if known else None)
    return found
