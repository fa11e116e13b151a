"""``sort``: (rightly placed - wrongly placed) / all places of the key, never below 0.

The response has a step for each rival, in the order of the file; in it each placed finding as ``bin:finding``.
"""

from __future__ import annotations

from quizapp.bank.kinds.sort import BINS, Sort
from quizapp.bank.question import Option, Question
from quizapp.quiz.attempt import Mark, Response
from quizapp.quiz.marking.rule import graded
from quizapp.quiz.surroundings import Surroundings


def mark(question: Question, response: Response, surroundings: Surroundings) -> Mark:
    """Mark the findings sorted for two rivals; one placed twice for a rival counts as wrong."""
    assert isinstance(question, Sort)
    key = [places(option) for option in question.options]
    of = sum(len(one) for one in key)
    value = 0
    for right, given in zip(key, response.steps, strict=False):
        value += sum(1 if one in right else -1 for one in given)
        value -= 2 * sum(given.count(one) - 1 for one in right & set(given))
    return graded(max(0.0, value / of))


def places(option: Option) -> set[str]:
    """Return where each finding belongs for a rival, as ``bin:finding``."""
    lists = (option.speaks_for, option.speaks_against, option.missing)
    return {f"{name}:{finding}" for name, findings in zip(BINS, lists, strict=True) for finding in findings}
