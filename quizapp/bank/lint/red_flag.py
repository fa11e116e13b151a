"""A case that calls for a red flag has it as its key, or asks what to do.

Passes: a hot joint and fever, and the key is septic arthritis or a referral.
Fails: a hot joint and fever, and the key is gout.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.bank.kinds.ranking import Ranking
from quizapp.bank.lint.rule import Rule
from quizapp.bank.question import Question
from quizapp.bank.stock import Stock
from quizapp.base.shape import Fault

_ACTS = re.compile(
    r"refer|same.day|emergency|urgent|aspirat|hospital|MRI|ultrasound|scan|doctor|protect|non-weight", re.I
)


def check(question: Question, stock: Stock) -> Iterator[Fault]:
    """Yield a fault where the stem raises a flag that the key leaves alone."""
    keys = [option for option in question.options if option.correct]
    if not any(option.condition or option.text for option in keys):
        return
    raised = [one for one in stock.table.rank(question.vignette) if one.red_flag]
    named = {option.condition for option in keys}
    named |= {question.red_flag} if isinstance(question, Ranking) else set()
    acts = any(_ACTS.search(option.text) for option in keys)
    for one in raised:
        if one.condition.id not in named and not acts:
            yield Fault(
                ("stem",), RULE.name, f"the stem calls for {one.condition.name}; make it the key or ask what to do"
            )


RULE = Rule("red-flag", 22, known=check, severity="warning")
