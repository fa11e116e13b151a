"""What is not known yet comes first: items are drawn by lot, the weak and the new weighing more."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence

_NEW, _WEAKEST, _SURE = 1.0, 1.4, 0.15
_LAST = 3  # answers that count


def choose(items: Sequence[str], marks: Mapping[str, Sequence[float]], count: int, rng: random.Random) -> list[str]:
    """Return up to ``count`` items in the order to ask them; ``marks`` are the marks of each so far, oldest first."""
    weights = {item: weight(marks.get(item, ())) for item in items}
    # A draw without returning (Efraimidis and Spirakis 2006): the largest of random ** (1 / weight) come first.
    drawn = sorted(items, key=lambda item: rng.random() ** (1 / weights[item]), reverse=True)
    return drawn[:count]


def weight(marks: Sequence[float]) -> float:
    """Return how much an item weighs in the draw, from its marks (0 to 1), oldest first."""
    if not marks:
        return _NEW
    last = marks[-_LAST:]
    return _WEAKEST + (_SURE - _WEAKEST) * sum(last) / len(last)
