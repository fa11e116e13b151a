"""Each kind has what it needs to be marked: as many keys as it takes, and what it asks for in each option.

Passes: one option of a choice with ``correct: true``.
Fails: two options of a choice with ``correct: true``, or none.
"""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.bank.lint.rule import Rule
from quizapp.bank.question import Question
from quizapp.base.shape import Fault


def check(question: Question) -> Iterator[Fault]:
    """Yield a fault for whatever keeps a question from being marked."""
    for path, text in question.misfits():
        yield Fault(path, RULE.name, text)


RULE = Rule("one-key", 1, one=check, keeps_out=True)
