"""No two questions share a run of eight words.

Passes: two questions on the same nerve, each in words of its own.
Fails: two stems that both say "worse towards evening and better once the shoe is off".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.bank import markup
from quizapp.bank.lint.rule import Rule
from quizapp.bank.question import Question
from quizapp.base.shape import Fault, PathInFile

_RUN = 8


def check_all(questions: list[Question]) -> Iterator[tuple[int, Fault]]:
    """Yield a fault for each text that repeats a run of words of an earlier question."""
    first: dict[tuple[str, ...], int] = {}
    for index, question in enumerate(questions):
        for path, text in _texts(question):
            words = re.findall(r"[a-z0-9]+", markup.plain(text).lower())
            runs = [tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)]
            repeated = next((run for run in runs if first.get(run, index) != index), None)
            if repeated is not None:
                text = f"“{' '.join(repeated)}” stands in {questions[first[repeated]].id} too; say it in other words"
                yield index, Fault(path, RULE.name, text)
            for run in runs:
                first.setdefault(run, index)


def _texts(question: Question) -> Iterator[tuple[PathInFile, str]]:
    yield from question.texts
    yield ("take_home",), question.take_home
    for index, option in enumerate(question.options):
        yield ("options", index, "why"), option.why


RULE = Rule("repeated-wording", 15, all=check_all, severity="warning")
