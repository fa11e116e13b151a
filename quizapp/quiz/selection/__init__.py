"""The ways of choosing what is asked, by name."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

from quizapp.bank.question import Question
from quizapp.quiz.selection import mixed

WAYS: dict[str, Callable[[Sequence[Question], int, random.Random], list[str]]] = {"mixed": mixed.choose}
