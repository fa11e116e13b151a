"""``trace``: the line counts by its mean gap to the true course, the pressed point by how far off it is.

A line within ``NEAR`` mm of the course on the mean is worth all; from there its worth falls evenly to nothing at
``FAR`` mm, the breadth of a finger. A course that was followed in part is worth that part; running on beyond its ends
costs nothing. A point that is asked for counts a third, by the same measure. From ``ENOUGH`` on it counts as right.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from quizapp.anatomy.course import between, gaps, share_followed
from quizapp.bank.kinds.trace import Trace
from quizapp.bank.question import Question
from quizapp.quiz.attempt import Mark, Outcome, Response
from quizapp.quiz.surroundings import Surroundings

NEAR, FAR, ENOUGH = 4.0, 14.0, 0.9
_SHARE_OF_POINT = 1 / 3


@dataclass(frozen=True, slots=True)
class Measured:
    """How a trace lies to the true course, in mm: its mean and its greatest gap, and how far off the point is."""

    mean: float | None
    greatest: float | None
    point: float | None


def measure(question: Trace, line: tuple[tuple[float, float], ...], point: tuple[float, float] | None) -> Measured:
    """Measure what was drawn; None stands for what was not drawn or not asked."""
    mean, greatest = gaps(between(line, question.course), question.course) if line else (None, None)
    off = math.dist(point, question.press) if point is not None and question.press is not None else None
    return Measured(mean, greatest, off)


def mark(question: Question, response: Response, surroundings: Surroundings) -> Mark:
    """Mark a line and, where one is asked for, the point that was pressed."""
    assert isinstance(question, Trace)
    found = measure(question, response.drawn, response.point)
    followed = share_followed(response.drawn, question.course, 2 * NEAR) if response.drawn else 0.0
    value = _worth(found.mean) * followed
    if question.press is not None:
        value = (1 - _SHARE_OF_POINT) * value + _SHARE_OF_POINT * _worth(found.point)
    outcome: Outcome = "right" if value >= ENOUGH else "partly" if value > 0 else "wrong"
    return Mark(value=min(1.0, value), outcome=outcome, chosen=response.chosen, gap=found.mean)


def _worth(gap: float | None) -> float:
    return 0.0 if gap is None else min(1.0, max(0.0, (FAR - gap) / (FAR - NEAR)))
