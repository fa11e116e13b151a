"""``name``: 1 for the lit structure, chosen or typed by any of its names; small typos are forgiven."""

from __future__ import annotations

from quizapp.bank.kinds.name import Name
from quizapp.bank.question import Question
from quizapp.quiz.attempt import Mark, Response
from quizapp.quiz.surroundings import Surroundings


def mark(question: Question, response: Response, surroundings: Surroundings) -> Mark:
    """Mark a chosen or a typed name."""
    assert isinstance(question, Name)
    if not response.typed:
        right = response.chosen == (question.lit,)
        return Mark(value=float(right), outcome="right" if right else "wrong", chosen=response.chosen)
    catalogue = surroundings.catalogue
    if catalogue.means(response.typed, question.lit):
        return Mark(value=1.0, outcome="right", chosen=(question.lit,))
    meant = [one.id for one in catalogue if catalogue.means(response.typed, one.id)]
    return Mark(value=0.0, outcome="wrong", chosen=tuple(meant[:1]))
