"""The scoring rules by name."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from quizapp.quiz.attempt import Attempt
from quizapp.quiz.scoring import plain

RULES: dict[str, Callable[[Sequence[Attempt]], float]] = {"plain": plain.points}
