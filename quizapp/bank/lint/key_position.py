"""Each place in the file holds the key about equally often: 15 to 35 % in questions of four or five options.

Passes: keys spread over the places.
Fails: six of ten keys in the second place.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from quizapp.bank.lint.rule import Rule
from quizapp.bank.question import Question
from quizapp.base.shape import Fault

_LEAST, _MOST = 0.15, 0.35
_FEWEST = 20


def check_all(questions: list[Question]) -> Iterator[tuple[int, Fault]]:
    """Yield a fault for each place that holds the key too often or too seldom."""
    for size in (4, 5):
        choices = [
            (index, one.options) for index, one in enumerate(questions) if _counts(one) and len(one.options) == size
        ]
        if len(choices) < _FEWEST:
            continue
        places = Counter(next(at for at, one in enumerate(options) if one.correct) for _, options in choices)
        for place in range(size):
            share = places[place] / len(choices)
            if not _LEAST <= share <= _MOST:
                text = (
                    f"place {place + 1} of {size} holds the key in {share:.0%} of {len(choices)} questions;"
                    f" keep it between {_LEAST:.0%} and {_MOST:.0%}"
                )
                yield choices[0][0], Fault(("options",), RULE.name, text)


def _counts(question: Question) -> bool:
    return question.kind in ("choice", "name") and len(question.keys) == 1


RULE = Rule("key-position", 6, all=check_all, severity="warning")
