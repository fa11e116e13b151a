"""A choice or name has 3 to 5 options, a multiple 4 to 8, an order 3 to 8, a paint 2 to 8, a locate or trace 1 to 8.

Passes: a choice with five options.
Fails: a choice with two options.
"""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.bank.lint.rule import Rule
from quizapp.bank.question import Question
from quizapp.base.shape import Fault

LIMITS = {
    "choice": (3, 5),
    "name": (3, 5),
    "multiple": (4, 8),
    "locate": (1, 8),
    "order": (3, 8),
    "trace": (1, 8),
    "paint": (2, 8),
}


def check(question: Question) -> Iterator[Fault]:
    """Yield a fault where there are too few or too many options."""
    least, most = LIMITS.get(question.kind, (1, 99))
    if not least <= len(question.options) <= most:
        text = f"a {question.kind} question has {least} to {most} options, not {len(question.options)}"
        yield Fault(("options",), RULE.name, text)


RULE = Rule("option-count", 2, one=check)
