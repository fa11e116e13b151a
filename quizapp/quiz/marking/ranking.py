"""``ranking``: as `order`; 0 where a red flag that the case calls for is not among the first three."""

from __future__ import annotations

from quizapp.bank.kinds.ranking import Ranking
from quizapp.bank.question import Question
from quizapp.quiz.attempt import Mark, Response
from quizapp.quiz.marking import order
from quizapp.quiz.marking.rule import graded
from quizapp.quiz.surroundings import Surroundings

FIRST = 3


def mark(question: Question, response: Response, surroundings: Surroundings) -> Mark:
    """Mark a differential."""
    assert isinstance(question, Ranking)
    if is_flag_missed(question, response.chosen):
        return graded(0.0, response.chosen)
    return order.mark(question, response, surroundings)


def is_flag_missed(question: Ranking, chosen: tuple[str, ...]) -> bool:
    """Tell whether the red flag of a case was put behind the first three."""
    return bool(question.red_flag) and question.red_flag not in chosen[:FIRST]
