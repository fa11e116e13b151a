"""``flip``: the mean over the rivals, each 1 for the shift of the file and a half for the one next to it.

The response has a step for each rival that was weighed: its key and the shift.
"""

from __future__ import annotations

from quizapp.bank.kinds.flip import SHIFTS, Flip
from quizapp.bank.question import Question
from quizapp.quiz.attempt import Mark, Response
from quizapp.quiz.marking.rule import graded
from quizapp.quiz.surroundings import Surroundings

_HALF = 0.5


def mark(question: Question, response: Response, surroundings: Surroundings) -> Mark:
    """Mark a shift for each rival; one that was not weighed, or is no shift, is worth nothing."""
    assert isinstance(question, Flip)
    given = shifts(response.steps)
    worth = [_worth(rival.shift, given.get(rival.key)) for rival in question.options]
    return graded(sum(worth) / len(worth))


def shifts(steps: tuple[tuple[str, ...], ...]) -> dict[str, int]:
    """Return the shift that was given to each rival."""
    known = {str(one): one for one in SHIFTS}
    return {step[0]: known[step[1]] for step in steps if len(step) == len(("key", "shift")) and step[1] in known}


def _worth(right: int, given: int | None) -> float:
    if given is None or abs(right - given) > 1:
        return 0.0
    return 1.0 if right == given else _HALF
