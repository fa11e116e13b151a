"""``multiple``: (right picks - wrong picks) / number of keys, never below 0."""

from __future__ import annotations

from quizapp.bank.question import Question
from quizapp.quiz.attempt import Mark, Response
from quizapp.quiz.marking.rule import graded
from quizapp.quiz.surroundings import Surroundings


def mark(question: Question, response: Response, surroundings: Surroundings) -> Mark:
    """Mark a set of chosen options; choosing one twice counts once."""
    keys, chosen = set(question.keys), set(response.chosen)
    value = max(0.0, (len(chosen & keys) - len(chosen - keys)) / len(keys))
    return graded(value, tuple(sorted(chosen)))
