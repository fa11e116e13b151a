"""The lead-in is one closed question of 6 to 25 words that ends with a question mark.

Passes: "Which tendon lies against the back of the medial malleolus?"
Fails: "Which of the following is true?"
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.bank.lint.rule import Rule
from quizapp.bank.question import Question
from quizapp.base.shape import Fault

_LEAST, _MOST = 6, 25
_OPEN = re.compile(r"which of the following is (true|false|correct)", re.IGNORECASE)


def check(question: Question) -> Iterator[Fault]:
    """Yield what keeps the lead-in from being one closed question."""
    words = len(question.ask.split())
    if not question.ask.endswith("?"):
        yield Fault(("ask",), RULE.name, "end the lead-in with a question mark")
    if not _LEAST <= words <= _MOST:
        yield Fault(("ask",), RULE.name, f"the lead-in has {words} words; {_LEAST} to {_MOST} read well")
    if _OPEN.search(question.ask):
        yield Fault(("ask",), RULE.name, "ask something that can be answered with the options covered")


RULE = Rule("lead-in", 10, one=check, severity="warning")
