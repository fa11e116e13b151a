"""``choice``: 1 for the key, 0 for anything else."""

from __future__ import annotations

from quizapp.bank.question import Question
from quizapp.quiz.attempt import Mark, Response
from quizapp.quiz.surroundings import Surroundings


def mark(question: Question, response: Response, surroundings: Surroundings) -> Mark:
    """Mark one chosen option."""
    right = len(response.chosen) == 1 and response.chosen[0] in question.keys
    return Mark(value=float(right), outcome="right" if right else "wrong", chosen=response.chosen)
