"""What a marker is given and gives."""

from __future__ import annotations

from collections.abc import Callable

from quizapp.bank.question import Question
from quizapp.quiz.attempt import Mark, Outcome, Response
from quizapp.quiz.surroundings import Surroundings

Marker = Callable[[Question, Response, Surroundings], Mark]


def graded(value: float, chosen: tuple[str, ...] = (), gap: float | None = None) -> Mark:
    """Return a mark with its word: right for all of it, wrong for nothing, partly between."""
    outcome: Outcome = "right" if value >= 1 else "partly" if value > 0 else "wrong"
    return Mark(value=value, outcome=outcome, chosen=chosen, gap=gap)


UNKNOWN = Mark(value=0.0, outcome="unknown")
