from __future__ import annotations

import re
from pathlib import Path

import pytest

from quizapp.base.words import words

PACKAGE = Path(__file__).resolve().parents[2] / "quizapp"
_LITERAL = re.compile(r'words\(\s*"((?:[a-z_0-9]+\.)+[a-z_0-9]+)"')


def asked_for() -> list[str]:
    found: set[str] = set()
    for file in PACKAGE.rglob("*.py"):
        found |= set(_LITERAL.findall(file.read_text(encoding="utf-8")))
    return sorted(found)


@pytest.mark.parametrize("key", asked_for())
def test_every_text_the_code_asks_for_is_in_the_catalogue(key: str) -> None:
    assert words(key) if key not in COUNTED else words(key, count=1)


COUNTED = {"setup.matching", "results.lucky", "results.errors", "home.problems", "drills.count"}
COUNTED |= {"classroom.chosen", "classroom.in", "classroom.missing", "classroom.roster"}


def test_one_and_many_have_their_own_words() -> None:
    assert words("setup.matching", count=1) == "1 question matches"
    assert words("setup.matching", count=4) == "4 questions match"


def test_an_unknown_key_is_a_fault_of_the_code() -> None:
    with pytest.raises(KeyError):
        words("study.no_such_text")
