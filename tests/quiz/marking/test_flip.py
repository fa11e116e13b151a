from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quizapp.quiz.attempt import Response
from quizapp.quiz.marking.flip import mark
from tests.quiz.marking.samples import FLIP
from tests.quiz.samples import SURROUNDINGS


def worth(*shifts: object) -> float:
    steps = tuple((key, str(shift)) for key, shift in zip("abc", shifts, strict=False))
    return mark(FLIP, Response(steps=steps), SURROUNDINGS).value


def test_the_next_shift_is_worth_a_half() -> None:
    assert worth(-2, 1, 0) == 1
    assert worth(-1, 2, 0) == 2 / 3
    assert worth(0, -1, 2) == 0


def test_what_is_no_shift_is_worth_nothing() -> None:
    assert worth("much", "", 7) == worth() == 0


@given(*[st.integers(-2, 2)] * 3)
def test_a_mark_falls_with_the_distance(one: int, two: int, three: int) -> None:
    value = worth(one, two, three)
    off = [abs(one + 2), abs(two - 1), abs(three)]
    assert value == sum({0: 1.0, 1: 0.5}.get(gap, 0.0) for gap in off) / 3
