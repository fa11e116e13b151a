"""``picture``: 1 inside a right zone, else 0; where zones overlap, a right one counts."""

from __future__ import annotations

from quizapp.anatomy.outline import contains
from quizapp.bank.kinds.picture import Picture
from quizapp.bank.question import Question
from quizapp.quiz.attempt import Mark, Response
from quizapp.quiz.marking.rule import graded
from quizapp.quiz.surroundings import Surroundings


def mark(question: Question, response: Response, surroundings: Surroundings) -> Mark:
    """Mark a point of the picture, as fractions of its size, or a zone chosen by its marker."""
    assert isinstance(question, Picture)
    chosen = response.chosen if response.point is None else zones_at(question, response.point)
    met = [one for one in chosen if one in question.keys]
    return graded(float(bool(met)), tuple(met or chosen)[:1])


def zones_at(question: Picture, point: tuple[float, float]) -> tuple[str, ...]:
    """Return the zones that a point lies in."""
    return tuple(zone.key for zone in question.options if contains((zone.zone,), *point))
