"""``staged``: 0.6 for the right condition first at the end, 0.4 shared by the stages that drop a wrong leader.

Where no stage drops anything, all of it is for the end. The response has a step for each stage: the finding named
as the reason, or an empty text, and then the conditions in their order.
"""

from __future__ import annotations

from quizapp.bank.kinds.staged import Staged
from quizapp.bank.question import Question
from quizapp.quiz.attempt import Mark, Response
from quizapp.quiz.marking.rule import graded
from quizapp.quiz.surroundings import Surroundings

FINAL = 0.6


def mark(question: Question, response: Response, surroundings: Surroundings) -> Mark:
    """Mark the orders given after each stage."""
    assert isinstance(question, Staged)
    orders = [step[1:] for step in response.steps]
    is_complete = len(orders) == len(question.stages)
    last = orders[-1] if is_complete else ()
    final = float(last[:1] == question.keys)
    dropped = [fell for fell in drops(question, response.steps) if fell is not None]
    share = sum(dropped) / len(dropped) if dropped else final
    return graded(round(FINAL * final + (1 - FINAL) * share, 9), last)


def drops(question: Staged, steps: tuple[tuple[str, ...], ...]) -> list[bool | None]:
    """Return for each stage whether the condition it speaks against led no longer; None where it drops none."""
    found: list[bool | None] = []
    for index, stage in enumerate(question.stages):
        leader = steps[index][1:2] if index < len(steps) else ()
        found.append(None if not stage.drops else bool(leader) and leader != (stage.drops,))
    return found
