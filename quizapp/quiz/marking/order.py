"""``order``: (pairs in the right order - pairs in the wrong one) / all pairs, never below 0 (Kendall 1938)."""

from __future__ import annotations

import itertools

from quizapp.bank.question import Question
from quizapp.quiz.attempt import Mark, Outcome, Response
from quizapp.quiz.surroundings import Surroundings


def mark(question: Question, response: Response, surroundings: Surroundings) -> Mark:
    """Mark an order; an option that was left out, or comes twice, makes it wrong."""
    keys = question.keys
    if sorted(response.chosen) != sorted(keys):
        return Mark(value=0.0, outcome="wrong", chosen=response.chosen)
    places = [keys.index(key) for key in response.chosen]
    pairs = list(itertools.combinations(places, 2))
    kept = sum(1 if one < other else -1 for one, other in pairs)
    value = max(0.0, kept / len(pairs)) if pairs else 1.0
    outcome: Outcome = "right" if value == 1 else "partly" if value > 0 else "wrong"
    return Mark(value=value, outcome=outcome, chosen=response.chosen)
