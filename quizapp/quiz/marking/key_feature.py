"""``key-feature``: (critical steps chosen - other steps chosen) / critical steps; a harmful step makes it 0."""

from __future__ import annotations

from quizapp.bank.kinds.key_feature import KeyFeature
from quizapp.bank.question import Question
from quizapp.quiz.attempt import Mark, Response
from quizapp.quiz.marking import multiple
from quizapp.quiz.marking.rule import graded
from quizapp.quiz.surroundings import Surroundings


def mark(question: Question, response: Response, surroundings: Surroundings) -> Mark:
    """Mark a set of chosen steps."""
    assert isinstance(question, KeyFeature)
    found = multiple.mark(question, response, surroundings)
    return graded(0.0, found.chosen) if harm(question, response.chosen) else found


def harm(question: KeyFeature, chosen: tuple[str, ...]) -> tuple[str, ...]:
    """Return the harmful steps that were chosen."""
    return tuple(step.key for step in question.options if step.harmful and step.key in chosen)
