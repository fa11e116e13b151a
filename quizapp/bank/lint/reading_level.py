"""The sentences of a stem have fewer than 24 words on the mean.

Passes: four sentences of 15 words.
Fails: one sentence of 40 words.
"""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.bank import markup
from quizapp.bank.lint.rule import Rule, sentences
from quizapp.bank.question import Question
from quizapp.base.shape import Fault

_MOST = 24


def check(question: Question) -> Iterator[Fault]:
    """Yield a fault for each text whose sentences are too long."""
    for path, text in question.texts:
        found = sentences(markup.plain(text))
        mean = sum(len(one.split()) for one in found) / len(found) if found else 0
        if mean >= _MOST:
            yield Fault(path, RULE.name, f"the sentences have {mean:.0f} words on the mean; keep them below {_MOST}")


RULE = Rule("reading-level", 24, one=check, severity="warning")
