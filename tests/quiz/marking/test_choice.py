from __future__ import annotations

import pytest

from quizapp.quiz.attempt import Response
from quizapp.quiz.marking import choice
from tests.quiz.samples import CHOICE, SURROUNDINGS


@pytest.mark.parametrize(
    ("chosen", "value", "outcome"),
    [(("a",), 1, "right"), (("b",), 0, "wrong"), ((), 0, "wrong"), (("a", "b"), 0, "wrong")],
)
def test_only_the_key_alone_counts(chosen: tuple[str, ...], value: float, outcome: str) -> None:
    mark = choice.mark(CHOICE, Response(chosen=chosen), SURROUNDINGS)
    assert (mark.value, mark.outcome) == (value, outcome)
