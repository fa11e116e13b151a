"""Each kind has few enough options to read and enough to think: a choice 3 to 5, a multiple 4 to 8, a matching 6 to 14.

Passes: a choice with five options.
Fails: a choice with two options.
"""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.bank.lint.rule import Rule
from quizapp.bank.question import Question
from quizapp.base.shape import Fault


def check(question: Question) -> Iterator[Fault]:
    """Yield a fault where there are too few or too many options."""
    least, most = question.OPTION_COUNT
    if not least <= len(question.options) <= most:
        text = f"a {question.kind} question has {least} to {most} options, not {len(question.options)}"
        yield Fault(("options",), RULE.name, text)


RULE = Rule("option-count", 2, one=check)
