"""A case to reason about has 40 to 140 words before its options, one to interpret 15 to 60.

Passes: a stem of 70 words in a choice of the level reasoning.
Fails: a stem of 20 words in the same.
"""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.bank import markup
from quizapp.bank.lint.rule import Rule
from quizapp.bank.question import Question
from quizapp.base.shape import Fault

_LIMITS = {"reasoning": (40, 140), "interpretation": (15, 60)}


def check(question: Question) -> Iterator[Fault]:
    """Yield a fault where the stem of a choice is too short to weigh anything, or too long to keep in mind."""
    if question.kind != "choice" or not question.stem or question.level not in _LIMITS:
        return
    least, most = _LIMITS[question.level]
    words = len(markup.plain(question.stem).split())
    if not least <= words <= most:
        yield Fault(("stem",), RULE.name, f"the stem has {words} words; {least} to {most} suit {question.level}")


RULE = Rule("stem-length", 12, one=check, severity="warning")
