"""No key rests on what is graded weak alone, and none on a percentage.

Passes: a key that a finding of the history and one of the examination speak for.
Fails: a key whose only evidence is a test that its condition grades L; a key that says "in 80 % of cases".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from quizapp.bank.lint.rule import Rule, option_at
from quizapp.bank.question import Question
from quizapp.bank.stock import Stock
from quizapp.base.shape import Fault
from quizapp.clinic.finding import FindingKind

_PERCENTAGE = re.compile(r"\d\s*(%|per ?cent)", re.IGNORECASE)
# The fields of a condition that a finding of each kind belongs to.
_FIELDS: Mapping[FindingKind, tuple[str, ...]] = {
    "history": ("history", "risks", "quality"),
    "exam": ("examination", "key_test"),
    "investigation": ("investigations",),
}


def check(question: Question, stock: Stock) -> Iterator[Fault]:
    """Yield a fault for each key on weak ground."""
    for index, option in enumerate(question.options):
        if not option.correct:
            continue
        if _PERCENTAGE.search(option.text):
            yield Fault(option_at(index), RULE.name, "no key may rest on a percentage")
        condition = stock.clinic.conditions.get(option.condition)
        kinds = {stock.clinic.findings[one].kind for one in option.speaks_for if one in stock.clinic.findings}
        if condition is None or not kinds:
            continue
        letters = {condition.confidence[field] for kind in kinds for field in _FIELDS[kind]}
        if letters == {"L"}:
            yield Fault(("options", index), RULE.name, f"all that speaks for {condition.name} here is graded weak")


RULE = Rule("firm-ground", 26, known=check, severity="warning")
