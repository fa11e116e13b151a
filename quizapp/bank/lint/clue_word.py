"""No word of five letters or more stands in both stem and key but in no distractor.

Passes: a stem about the heel with "heel" in the key and in a distractor.
Fails: a stem that says "retinaculum" where the key alone says "flexor retinaculum".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.bank import markup
from quizapp.bank.lint.rule import Rule, option_at
from quizapp.bank.question import Question
from quizapp.base.shape import Fault

# Words of place and of grammar that a stem cannot do without and that give nothing away.
_PLAIN = """
ankle inner outer front behind below above under medial lateral plantar tendon muscle nerve artery ligament tarsal
about after again along their there these which where while with without would could other right first great small
than that this from into over whole
"""
# Kinds whose options nobody reads before the answer.
_UNREAD = ("locate", "trace", "paint")
_STOP = frozenset(_PLAIN.split())


def check(question: Question) -> Iterator[Fault]:
    """Yield a fault for each word that points from the stem to the key."""
    if question.kind in _UNREAD:
        return
    stem = _words(markup.plain(question.stem)) | _words(question.ask)
    others = set().union(*(_words(one.words) for one in question.options if not one.correct), set())
    for index, option in enumerate(question.options):
        if not option.correct:
            continue
        for word in sorted((_words(option.words) & stem) - others):
            text = f"“{word}” stands in the question and in the key but in no distractor"
            yield Fault(option_at(index), RULE.name, text)


def _words(text: str) -> set[str]:
    return {word for word in re.findall(r"[a-z]{5,}", text.lower()) if word not in _STOP}


RULE = Rule("clue-word", 17, one=check, severity="warning")
