"""No option is "all of the above", "none of the above" or "both A and B".

Passes: "Tinel test".
Fails: "All of the above".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.bank.lint.rule import Rule, option_at, shown
from quizapp.bank.question import Question
from quizapp.base.shape import Fault

_PATTERN = re.compile(r"\b(all|none|both)\b.*\b(above|these|a and b)\b", re.IGNORECASE)


def check(question: Question) -> Iterator[Fault]:
    """Yield a fault for each option that sums up others."""
    for index, text in shown(question):
        if _PATTERN.search(text):
            yield Fault(option_at(index), RULE.name, "replace this by an option of its own")


RULE = Rule("all-of-the-above", 4, one=check)
