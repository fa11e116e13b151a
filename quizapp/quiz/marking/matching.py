"""``matching``: the share of stems with the right option."""

from __future__ import annotations

from quizapp.bank.kinds.matching import Matching
from quizapp.bank.question import Question
from quizapp.quiz.attempt import Mark, Response
from quizapp.quiz.marking.rule import graded
from quizapp.quiz.surroundings import Surroundings


def mark(question: Question, response: Response, surroundings: Surroundings) -> Mark:
    """Mark one option for each stem, in the order of the stems; an empty one is a stem left open."""
    assert isinstance(question, Matching)
    return graded(sum(met(question, response.chosen)) / len(question.stems), response.chosen)


def met(question: Matching, chosen: tuple[str, ...]) -> list[bool]:
    """Return for each stem whether its option was chosen."""
    given = (*chosen, *("" for _ in question.stems))
    return [stem.key == one for stem, one in zip(question.stems, given, strict=False)]
