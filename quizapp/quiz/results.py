"""What a round showed: shares by topic and level, lucky guesses, confident errors, what to see again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from quizapp.bank.library import Library
from quizapp.bank.question import Question
from quizapp.quiz.attempt import Attempt


@dataclass(frozen=True, slots=True)
class Share:
    """How much of something was right: the sum of marks, of so many questions."""

    name: str
    marks: float
    of: int


@dataclass(frozen=True, slots=True)
class Results:
    """The end of a round, made from its attempts alone."""

    total: Share
    topics: tuple[Share, ...]
    levels: tuple[Share, ...]
    lucky: tuple[Attempt, ...]
    confident_errors: tuple[Attempt, ...]
    again: tuple[str, ...]


def results(attempts: Sequence[Attempt], bank: Library) -> Results:
    """Return what some attempts show; those whose question is gone count in the total alone."""
    known = [(attempt, bank[attempt.question_id]) for attempt in attempts if attempt.question_id in bank]
    return Results(
        total=Share("", sum(attempt.mark for attempt in attempts), len(attempts)),
        topics=_shares(known, lambda question: question.topic),
        levels=_shares(known, lambda question: question.level),
        lucky=tuple(one for one in attempts if one.outcome == "right" and one.certainty == "guess"),
        confident_errors=tuple(one for one in attempts if one.mark < 0.5 and one.certainty == "certain"),
        again=tuple(attempt.question_id for attempt, _ in known if _shaky(attempt)),
    )


def _shaky(attempt: Attempt) -> bool:
    return attempt.mark < 1 or attempt.certainty == "guess"


def _shares(known: Sequence[tuple[Attempt, Question]], name_of: Callable[[Question], str]) -> tuple[Share, ...]:
    marks: dict[str, list[float]] = {}
    for attempt, question in known:
        marks.setdefault(name_of(question), []).append(attempt.mark)
    return tuple(Share(name, sum(some), len(some)) for name, some in marks.items())
