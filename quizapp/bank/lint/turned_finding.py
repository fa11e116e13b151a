"""The shifts of a flip are those of the table: the same direction, and at most one step apart.

Passes: -2 where the table loses five points.
Fails: +1 where the table loses three.
"""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.bank.kinds.flip import MOST_SHIFT, Flip
from quizapp.bank.lint.rule import Rule
from quizapp.bank.question import Question
from quizapp.bank.stock import Stock
from quizapp.base.shape import Fault

_MUCH = 5


def check(question: Question, stock: Stock) -> Iterator[Fault]:
    """Yield a fault for each rival whose shift the table does not bear out."""
    if not isinstance(question, Flip):
        return
    vignette = question.vignette
    turned = vignette.turned(question.turned)
    for index, rival in enumerate(question.options):
        change = stock.table.score(rival.condition, turned) - stock.table.score(rival.condition, vignette)
        expected = shift_of(change)
        if abs(expected - rival.shift) > 1 or expected * rival.shift < 0:
            text = f"the table has {expected:+d} here, not {rival.shift:+d}"
            yield Fault(("options", index, "shift"), RULE.name, text)


def shift_of(change: int) -> int:
    """Return the shift, -2 to 2, of a change of the score."""
    if not change:
        return 0
    size = MOST_SHIFT if abs(change) >= _MUCH else 1
    return size if change > 0 else -size


RULE = Rule("turned-finding", 31, known=check, severity="warning")
