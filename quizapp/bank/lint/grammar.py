"""Options fit the lead-in and each other: no lead-in ends in "a" or "an", and all options begin and end alike.

Passes: options that all begin with a capital and have no full stop.
Fails: "Tinel test", "windlass test." and "Squeeze test".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.bank.lint.rule import Rule, option_at, shown
from quizapp.bank.question import Question
from quizapp.base.shape import Fault

_ARTICLE = re.compile(r"\b(a|an)\W*$", re.IGNORECASE)


def check(question: Question) -> Iterator[Fault]:
    """Yield a fault for a lead-in that gives the article away, and for each option unlike the first."""
    if _ARTICLE.search(question.ask):
        yield Fault(("ask",), RULE.name, "the lead-in ends in an article; put it into the options")
    texts = list(shown(question))
    for index, text in texts[1:]:
        first = texts[0][1]
        if text[0].isalpha() and first[0].isalpha() and text[0].islower() != first[0].islower():
            yield Fault(option_at(index), RULE.name, "begin all options alike, with a capital or without")
        if text.endswith(".") != first.endswith("."):
            yield Fault(option_at(index), RULE.name, "end all options alike, with a full stop or without")


RULE = Rule("grammar", 18, one=check, severity="warning")
