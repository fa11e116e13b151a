"""Structures and conditions have the names of Terminologia Anatomica and of the catalogue.

Passes: "tibial nerve", "fibular nerve", "flexor retinaculum".
Fails: "posterior tibial nerve", "peroneal nerve", "laciniate ligament".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.bank import markup
from quizapp.bank.lint.rule import Rule
from quizapp.bank.question import Question
from quizapp.base.shape import Fault, PathInFile

_BANNED = {
    "posterior tibial nerve": "tibial nerve",
    "peroneal": "fibular",
    "peroneus": "fibularis",
    "laciniate ligament": "flexor retinaculum",
    "os calcis": "calcaneus",
    "tendonitis": "tendinopathy",
    "tendinitis": "tendinopathy",
    "tibialis posticus": "tibialis posterior",
    "spring ligament tear": "spring ligament injury",
    "medial plantar digital proper": "proper plantar digital",
}
_PATTERN = re.compile("|".join(_BANNED), re.IGNORECASE)


def check(question: Question) -> Iterator[Fault]:
    """Yield a fault for each name that is out of use."""
    for path, text in _texts(question):
        for found in _PATTERN.finditer(markup.plain(text)):
            yield Fault(path, RULE.name, f"write {_BANNED[found[0].lower()]} for “{found[0]}”")


def _texts(question: Question) -> Iterator[tuple[PathInFile, str]]:
    yield from question.texts
    yield ("ask",), question.ask
    yield ("take_home",), question.take_home
    for index, option in enumerate(question.options):
        yield ("options", index, "text"), option.text
        yield ("options", index, "why"), option.why


RULE = Rule("names", 23, one=check, severity="warning")
