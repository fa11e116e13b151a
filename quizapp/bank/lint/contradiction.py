"""No case has findings that exclude each other.

Passes: "no tingling" tagged alone.
Fails: "no tingling at all" and "burning" tagged in one stem; the same finding tagged as present and as absent.
"""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.bank.kinds.matching import Matching
from quizapp.bank.lint.rule import Rule
from quizapp.bank.question import Question
from quizapp.bank.stock import Stock
from quizapp.base.shape import Fault
from quizapp.clinic import vignette


def check(question: Question, stock: Stock) -> Iterator[Fault]:
    """Yield a fault for each pair that one patient cannot have."""
    if isinstance(question, Matching):  # its stems are different patients
        return
    for one, other in vignette.contradictions(question.vignette, stock.clinic.findings):
        yield Fault(("stem",), RULE.name, f"{one} and {other} contradict each other; keep one")


RULE = Rule("contradiction", 30, known=check)
