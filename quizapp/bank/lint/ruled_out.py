"""Something in the case speaks against every distractor, or is lacking for it.

Passes: a distractor whose hallmark the stem says was looked for and absent.
Fails: a distractor that the table finds nothing wrong with.
"""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.bank.lint.rule import Rule
from quizapp.bank.question import Question
from quizapp.bank.stock import Stock
from quizapp.base.shape import Fault

_SOLVED = ("flip", "sort")  # the rivals of which none is to be found


def check(question: Question, stock: Stock) -> Iterator[Fault]:
    """Yield a fault for each distractor that the stem does not rule out."""
    vignette = question.vignette
    if not vignette.present or question.kind in _SOLVED:
        return
    for index, option in enumerate(question.options):
        if option.correct or option.condition not in stock.clinic.conditions:
            continue
        weighing = stock.table.weigh(option.condition, vignette)
        if not weighing.speaks_against and not weighing.missing:
            yield Fault(("options", index), RULE.name, "nothing in the stem speaks against this; add what rules it out")


RULE = Rule("ruled-out", 29, known=check, severity="warning")
