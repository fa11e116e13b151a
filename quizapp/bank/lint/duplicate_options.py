"""No two options say or name the same thing, whatever the case and the spaces.

Passes: options "Tinel test" and "Windlass test".
Fails: options "Tinel test" and "tinel test ".
"""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.bank.lint.rule import Rule
from quizapp.bank.question import Question
from quizapp.base.shape import Fault


def check(question: Question) -> Iterator[Fault]:
    """Yield a fault for each option that repeats an earlier one, and for each that says nothing."""
    seen: set[str] = set()
    for index, option in enumerate(question.options):
        if not option.key:
            text = "this option needs a text, a structure or a condition"
            yield Fault(("options", index), RULE.name, text)
        elif option.key in seen:
            yield Fault(("options", index), RULE.name, f"this option repeats {option.key}")
        seen.add(option.key)


RULE = Rule("duplicate-options", 3, one=check, keeps_out=True)
