"""A picture says what it shows in words, and no wrong zone overlaps a right one by more than a fifth.

Passes: zones side by side, and an `alt` of ten words.
Fails: a wrong zone that covers half of the right one.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from quizapp.anatomy.outline import contains
from quizapp.bank.kinds.picture import Picture, Zone
from quizapp.bank.lint.rule import Rule
from quizapp.bank.question import Question
from quizapp.base.shape import Fault

_MOST = 0.2
_GRID = 100  # points each way over the picture
_WORDS = 5


def check(question: Question) -> Iterator[Fault]:
    """Yield a fault for a picture that says too little, and for zones that overlap."""
    if not isinstance(question, Picture):
        return
    if len(question.alt.split()) < _WORDS:
        yield Fault(("alt",), RULE.name, f"say what the picture shows in {_WORDS} words or more")
    right = [zone for zone in question.options if zone.correct]
    for index, zone in enumerate(question.options):
        if not zone.correct and any(_overlap(zone, key) > _MOST for key in right):
            yield Fault(("options", index, "zone"), RULE.name, "this zone overlaps a right one; draw it smaller")


def _overlap(one: Zone, other: Zone) -> float:
    """Return the share of the smaller zone that both cover."""
    mine, others, both = 0, 0, 0
    for column, row in itertools.product(range(_GRID), repeat=2):
        x, y = (column + 0.5) / _GRID, (row + 0.5) / _GRID
        in_mine, in_other = contains((one.zone,), x, y), contains((other.zone,), x, y)
        mine, others, both = mine + in_mine, others + in_other, both + (in_mine and in_other)
    return both / max(1, min(mine, others))


RULE = Rule("zones-apart", 25, one=check, severity="warning")
