"""One round of questions: state in, state and record out."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from datetime import datetime

from quizapp.bank.question import Option, Question
from quizapp.quiz.attempt import Attempt, Response
from quizapp.quiz.surroundings import Surroundings


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """The questions of a round in order, and the attempts so far; ``seed`` fixes how options are shuffled."""

    id: str
    title: str
    seed: int
    questions: tuple[str, ...]
    started: datetime
    attempts: tuple[Attempt, ...] = ()

    @property
    def current(self) -> str | None:
        """Return the id of the question to ask now, or None at the end."""
        done = {attempt.question_id for attempt in self.attempts}
        return next((one for one in self.questions if one not in done), None)

    @property
    def position(self) -> int:
        """Return the number, from 1, of the question asked now."""
        return min(len(self.attempts) + 1, len(self.questions))

    def options(self, question: Question) -> tuple[Option, ...]:
        """Return the options in the order this session shows them, the same after a restart."""
        return shuffled(question, self.seed)

    def answer(
        self,
        question: Question,
        version: str,
        response: Response,
        surroundings: Surroundings,
        at: datetime,
        seconds: float,
    ) -> tuple[Session, Attempt]:
        """Return the session after a response to its current question, and the line to keep of it."""
        if question.id != self.current:
            raise ValueError(f"{question.id} is not the question asked now")
        from quizapp.quiz.marking import MARKERS  # a start asks nothing yet
        from quizapp.quiz.marking.rule import UNKNOWN

        mark = UNKNOWN if response.unknown else MARKERS[question.kind](question, response, surroundings)
        attempt = Attempt(
            session_id=self.id,
            question_id=question.id,
            version=version,
            kind=question.kind,
            asked=question.keys,
            chosen=mark.chosen,
            point=response.point,
            typed=response.typed,
            certainty=response.certainty,
            mark=mark.value,
            outcome=mark.outcome,
            gap=mark.gap,
            seconds=seconds,
            at=at,
            drawn=response.drawn,
            steps=response.steps,
        )
        return replace(self, attempts=(*self.attempts, attempt)), attempt

    def without(self, missing: set[str]) -> Session:
        """Return the session without questions that the bank no longer has."""
        answered = {attempt.question_id for attempt in self.attempts}
        kept = tuple(one for one in self.questions if one in answered or one not in missing)
        return replace(self, questions=kept)


def shuffled(question: Question, seed: int) -> tuple[Option, ...]:
    """Return the options of a question in an order that is the same for the same seed."""
    found = list(question.options)
    random.Random(f"{seed}:{question.id}").shuffle(found)
    if question.ORDERED and found == list(question.options):
        found.append(found.pop(0))  # what is to be ordered never stands in order
    return tuple(found)
