"""The findings of the case rank the key first among the options, by two or more; each distractor has something for it.

Passes: a key with a score of 9 before rivals of 4 and 3.
Fails: a key with a score of 5 before a rival of 4; a distractor that nothing in the stem speaks for.
"""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.bank.lint.rule import Rule
from quizapp.bank.question import Question
from quizapp.bank.stock import Stock
from quizapp.base.shape import Fault

MARGIN = 2
_DIAGNOSES = ("choice", "staged", "prove", "ranking")


def check(question: Question, stock: Stock) -> Iterator[Fault]:
    """Yield a fault where the table of findings does not bear out the key of a diagnosis."""
    if question.kind not in _DIAGNOSES or not all(one.condition for one in question.options):
        return
    vignette = question.vignette
    scores = {one.condition.id: one.score for one in stock.table.rank(vignette)}
    found = [scores.get(one.condition, 0) for one in question.options]
    key = next(index for index, one in enumerate(question.options) if one.correct)
    for index, option in enumerate(question.options):
        if index == key:
            continue
        if found[key] - found[index] < MARGIN:
            text = (
                f"the table ranks this at {found[index]} and the key at {found[key]}; the key has to lead by {MARGIN}"
            )
            yield Fault(("options", index), RULE.name, text)
        if not stock.table.weigh(option.condition, vignette).speaks_for:
            yield Fault(("options", index), RULE.name, "nothing in the stem speaks for this, so it tempts nobody")


RULE = Rule("key-first", 21, known=check, severity="warning")
