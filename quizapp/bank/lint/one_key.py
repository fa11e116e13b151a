"""Each kind has as many keys as it can mark, and what is drawn on a diagram names structures.

Passes: one option of a choice with ``correct: true``.
Fails: two options of a choice with ``correct: true``, or none.
"""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.bank.kinds.choice import Choice
from quizapp.bank.kinds.locate import Locate
from quizapp.bank.kinds.multiple import Multiple
from quizapp.bank.kinds.name import Name
from quizapp.bank.kinds.paint import Paint
from quizapp.bank.kinds.trace import Trace
from quizapp.bank.lint.rule import Rule
from quizapp.bank.question import Question
from quizapp.base.shape import Fault


def check(question: Question) -> Iterator[Fault]:
    """Yield a fault where the number of keys, or what they name, does not fit the kind."""
    keys, of = len(question.keys), len(question.options)
    if isinstance(question, Choice | Name | Trace) and keys != 1:
        yield _fault(f"exactly one option has to be correct, not {keys}")
    if isinstance(question, Multiple) and not 2 <= keys < of:
        yield _fault(f"two or more options, but not all {of}, have to be correct; here it is {keys}")
    if isinstance(question, Locate | Paint) and not keys:
        yield _fault("at least one option has to be correct")
    if isinstance(question, Name) and keys == 1 and question.lit not in question.keys:
        yield Fault(("lit",), RULE.name, f"the correct option has to name the lit structure {question.lit}")
    if isinstance(question, Trace) and len(question.course) < 2:
        yield Fault(("course",), RULE.name, "a course has two points or more")
    if isinstance(question, Locate | Name | Trace | Paint):
        for index, option in enumerate(question.options):
            if not option.structure:
                yield Fault(("options", index), RULE.name, "this option needs a structure")


def _fault(text: str) -> Fault:
    return Fault(("options",), RULE.name, text)


RULE = Rule("one-key", 1, one=check, keeps_out=True)
