"""A case says who (age; sex or role), how long, where, what makes it worse or began it, and what examination shows.

Five of the six are enough.

Passes: "A 46-year-old cleaner has had burning in the sole for six months, worse after standing; tapping ... shoots".
Fails: "A woman has a painful heel."
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.bank import markup
from quizapp.bank.lint.rule import Rule, story
from quizapp.bank.question import Question
from quizapp.base.shape import Fault

_ENOUGH = 5
_CASES = ("choice", "multiple", "key-feature", "ranking", "sort", "flip", "staged", "prove", "locate")
_NUMBER = r"(\d+|a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|some|few|many)"
_PARTS = {
    "an age": r"\d+-year-old|aged \d+|at \d+\b",
    "a sex or a role": r"\b(he|she|his|her|him|man|woman|boy|girl)\b|-year-old \w+",
    "a duration": rf"\b{_NUMBER} (hour|day|night|week|month|year|season|morning)s?\b"
    r"|since|yesterday|today|ago|overnight",
    "a site": r"ankle|heel|sole|foot|feet|toe|arch|instep|calf|shin|leg|malleol|navicular|midfoot|back|thigh|tunnel",
    "what makes it worse or began it": r"worse|after|when|while|with each|on (walking|standing|running|landing)|since"
    r"|during|hurts|brings|walk|run|load|stand|step|twist|fell|fall|land",
}
_RESULT = re.compile(
    r"\b(tender|reflex|tapping|pressing|press|squeez|resist|pulse|film|scan|radiograph|swollen|weak|raise)"
)


def check(question: Question) -> Iterator[Fault]:
    """Yield a fault where a case leaves out more than one of the six."""
    text = story(question)
    if question.level != "reasoning" or not text or question.kind not in _CASES:
        return
    plain = markup.plain(text).lower()
    lacks = [part for part, pattern in _PARTS.items() if not re.search(pattern, plain)]
    if not any(tag.finding.startswith(("e_", "i_")) for tag in markup.tags(text)) and not _RESULT.search(plain):
        lacks.append("a result of an examination")
    if len(_PARTS) + 1 - len(lacks) < _ENOUGH:
        yield Fault(("stem",), RULE.name, f"the case lacks {', '.join(lacks)}")


RULE = Rule("vignette-parts", 11, one=check, severity="warning")
