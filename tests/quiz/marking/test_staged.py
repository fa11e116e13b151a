from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.quiz.attempt import Response
from quizapp.quiz.marking.staged import mark
from tests.quiz.marking.samples import STAGED, made
from tests.quiz.samples import SURROUNDINGS

ORDERS = st.lists(st.permutations("abc").map(tuple), min_size=4, max_size=4)


def worth(*orders: str) -> float:
    return mark(STAGED, Response(steps=tuple(("", *order) for order in orders)), SURROUNDINGS).value


def test_the_end_counts_six_tenths_and_each_leader_dropped_two() -> None:
    assert worth("abc", "bac", "bac", "bac") == 1
    assert worth("abc", "abc", "bac", "bac") == 0.8
    assert worth("abc", "bac", "bac", "abc") == 0.4
    assert worth("abc", "abc", "cab", "cab") == 0


def test_a_case_left_before_its_end_has_no_last_order() -> None:
    assert worth("bac", "bac") == pytest.approx(0.2)
    assert worth() == 0


def test_without_a_leader_to_drop_all_is_for_the_end() -> None:
    stages = tuple(made_stage for made_stage in STAGED.stages[:1] * 4)  # type: ignore[attr-defined]
    plain = made("staged", options=STAGED.options, stages=stages)
    response = Response(steps=tuple(("", *order) for order in ("abc", "abc", "abc", "bac")))
    assert mark(plain, response, SURROUNDINGS).value == 1


@given(ORDERS)
def test_a_mark_is_full_only_for_the_right_end_and_every_drop(orders: list[tuple[str, ...]]) -> None:
    value = worth(*("".join(order) for order in orders))
    assert 0 <= value <= 1
    assert (value == 1) == (orders[3][0] == "b" and orders[1][0] != "a")
