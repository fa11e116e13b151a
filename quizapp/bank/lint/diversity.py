"""The patients of a bank are women and men in about equal number, young and old.

Passes: 40 to 60 % women, ages from 9 to 81.
Fails: nine men in ten; nobody over 60.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.bank import markup
from quizapp.bank.lint.rule import Rule, story
from quizapp.bank.question import Question
from quizapp.base.shape import Fault

_FEWEST = 20
_LEAST, _MOST = 0.4, 0.6
_YOUNG, _OLD = 18, 70
_WOMAN = re.compile(r"\b(she|her|hers|woman|girl|mother)\b", re.IGNORECASE)
_MAN = re.compile(r"\b(he|his|him|man|boy|father)\b", re.IGNORECASE)
_AGE = re.compile(r"\b(\d+)-year-old|\baged (\d+)")


def check_all(questions: list[Question]) -> Iterator[tuple[int, Fault]]:
    """Yield a fault where the patients are of one sex or of one age."""
    stories = [markup.plain(story(question)) for question in questions]
    women = sum(1 for one in stories if is_woman(one))
    men = sum(1 for one in stories if is_man(one))
    if women + men < _FEWEST:
        return
    share = women / (women + men)
    if not _LEAST <= share <= _MOST:
        yield 0, Fault(("stem",), RULE.name, f"{share:.0%} of the patients are women; keep it between 40 and 60 %")
    ages = [int(found[1] or found[2]) for one in stories for found in _AGE.finditer(one)]
    if min(ages, default=_YOUNG + 1) > _YOUNG or max(ages, default=0) < _OLD:
        yield 0, Fault(("stem",), RULE.name, f"no patient is {_YOUNG} or younger, or none {_OLD} or older")


def is_woman(text: str) -> bool:
    """Tell whether the first person a case speaks of is a woman."""
    return _first(text) == "woman"


def is_man(text: str) -> bool:
    """Tell whether the first person a case speaks of is a man."""
    return _first(text) == "man"


def _first(text: str) -> str:
    woman, man = _WOMAN.search(text), _MAN.search(text)
    if woman and (not man or woman.start() < man.start()):
        return "woman"
    return "man" if man else ""


RULE = Rule("diversity", 27, all=check_all, severity="warning")
