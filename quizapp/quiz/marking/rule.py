"""What a marker is given and gives."""

from __future__ import annotations

from collections.abc import Callable

from quizapp.bank.question import Question
from quizapp.quiz.attempt import Mark, Response
from quizapp.quiz.surroundings import Surroundings

Marker = Callable[[Question, Response, Surroundings], Mark]

UNKNOWN = Mark(value=0.0, outcome="unknown")
