"""The check behind the rules that bar words from options."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.bank.lint.rule import CheckOne, option_at, shown
from quizapp.bank.question import Question
from quizapp.base.shape import Fault


def check_words(rule: str, words: tuple[str, ...]) -> CheckOne:
    """Return a check that finds any of some words in the text of an option."""
    pattern = re.compile(rf"\b({'|'.join(words)})\b", re.IGNORECASE)

    def check(question: Question) -> Iterator[Fault]:
        for index, text in shown(question):
            if found := pattern.search(text):
                yield Fault(option_at(index), rule, f"say it without “{found[0]}”")

    return check
