from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quizapp.quiz.attempt import Response
from quizapp.quiz.marking.ranking import mark
from tests.quiz.marking.samples import RANKING
from tests.quiz.samples import SURROUNDINGS


def worth(*chosen: str) -> float:
    return mark(RANKING, Response(chosen=chosen), SURROUNDINGS).value


def test_the_right_order_is_worth_all() -> None:
    assert worth("a", "b", "c", "d", "e") == 1


def test_a_red_flag_behind_the_first_three_is_worth_nothing() -> None:
    assert worth("c", "a", "b", "d", "e") > 0
    assert worth("a", "b", "d", "c", "e") == 0


@given(st.permutations("abcde"))
def test_a_mark_needs_the_flag_in_front_and_is_full_for_one_order(chosen: list[str]) -> None:
    value = worth(*chosen)
    assert 0 <= value <= 1
    assert (value == 1) == (chosen == list("abcde"))
    assert "c" in chosen[:3] or value == 0
