"""``order``: (pairs in the right order - pairs in the wrong one) / all pairs, never below 0 (Kendall 1938)."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from quizapp.bank.question import Question
from quizapp.quiz.attempt import Mark, Response
from quizapp.quiz.marking.rule import graded
from quizapp.quiz.surroundings import Surroundings


def mark(question: Question, response: Response, surroundings: Surroundings) -> Mark:
    """Mark an order; an option that was left out, or comes twice, makes it wrong."""
    keys = question.keys
    if sorted(response.chosen) != sorted(keys):
        return graded(0.0, response.chosen)
    return graded(agreement(keys, response.chosen), response.chosen)


def agreement(keys: Sequence[str], given: Sequence[str]) -> float:
    """Return how far two orders of the same things agree: 1 for the same, 0 for chance or worse."""
    places = [keys.index(key) for key in given]
    pairs = list(itertools.combinations(places, 2))
    kept = sum(1 if one < other else -1 for one, other in pairs)
    return max(0.0, kept / len(pairs)) if pairs else 1.0
