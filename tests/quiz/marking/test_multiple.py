from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.quiz.attempt import Mark, Response
from quizapp.quiz.marking import multiple
from tests.quiz.samples import MULTIPLE, SURROUNDINGS

SETS = st.sets(st.sampled_from("abcd"))


def mark(chosen: set[str]) -> Mark:
    return multiple.mark(MULTIPLE, Response(chosen=tuple(chosen)), SURROUNDINGS)


@pytest.mark.parametrize(
    ("chosen", "value", "outcome"),
    [
        ("ab", 1, "right"),
        ("a", 0.5, "partly"),
        ("abc", 0.5, "partly"),
        ("ac", 0, "wrong"),
        ("abcd", 0, "wrong"),
        ("", 0, "wrong"),
    ],
)
def test_right_picks_count_and_wrong_ones_take_back(chosen: str, value: float, outcome: str) -> None:
    found = mark(set(chosen))
    assert (found.value, found.outcome) == (value, outcome)


@given(SETS)
def test_a_mark_lies_between_0_and_1_and_only_the_keys_alone_give_1(chosen: set[str]) -> None:
    found = mark(chosen)
    assert 0 <= found.value <= 1
    assert (found.value == 1) == (chosen == {"a", "b"}) == (found.outcome == "right")


@given(SETS, st.sampled_from("ab"))
def test_one_more_right_pick_never_costs(chosen: set[str], right: str) -> None:
    assert mark(chosen | {right}).value >= mark(chosen - {right}).value


@given(SETS, st.sampled_from("cd"))
def test_one_more_wrong_pick_never_pays(chosen: set[str], wrong: str) -> None:
    assert mark(chosen | {wrong}).value <= mark(chosen - {wrong}).value
