"""Every question has an objective, a take-home, structures to light and a reference.

Passes: ``structures: [tp_tendon]`` and ``references: [GRAY]``.
Fails: a question without ``structures``.
"""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.bank.lint.rule import Rule
from quizapp.bank.question import Question
from quizapp.base.shape import Fault


def check(question: Question) -> Iterator[Fault]:
    """Yield a fault for each of these that is empty."""
    for name in ("objective", "take_home", "structures", "references", "author"):
        if not getattr(question, name):
            yield Fault((name,), RULE.name, f"{name} is empty; fill it in")


RULE = Rule("tagged", 14, one=check)
