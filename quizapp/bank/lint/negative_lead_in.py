"""A lead-in asks for what is, not for what is not; where it has to, NOT or EXCEPT stands in capitals.

Passes: "Which tendon lies in the groove?" and "Which of these does NOT lie in the tunnel?"
Fails: "Which of these is not in the tunnel?"
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.bank.lint.rule import Rule
from quizapp.bank.question import Question
from quizapp.base.shape import Fault

_PATTERN = re.compile(r"\b(not|except|least)\b", re.IGNORECASE)


def check(question: Question) -> Iterator[Fault]:
    """Yield a fault for a negative word in the lead-in that does not stand in capitals."""
    for found in _PATTERN.finditer(question.ask):
        if not found[0].isupper():
            yield Fault(("ask",), RULE.name, f"ask for what is, or write {found[0].upper()}")


RULE = Rule("negative-lead-in", 9, one=check, severity="warning")
