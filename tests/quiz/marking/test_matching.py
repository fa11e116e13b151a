from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quizapp.quiz.attempt import Response
from quizapp.quiz.marking.matching import mark
from tests.quiz.marking.samples import MATCHING
from tests.quiz.samples import SURROUNDINGS


def worth(*chosen: str) -> tuple[float, str]:
    found = mark(MATCHING, Response(chosen=chosen), SURROUNDINGS)
    return found.value, found.outcome


def test_each_stem_counts_alike() -> None:
    assert worth("a", "b", "a") == (1.0, "right")
    assert worth("a", "b", "c") == (2 / 3, "partly")
    assert worth("b", "a", "b") == (0.0, "wrong")


def test_a_stem_left_open_is_wrong_and_hides_no_other() -> None:
    assert worth("", "b", "") == (1 / 3, "partly")
    assert worth() == (0.0, "wrong")


@given(st.lists(st.sampled_from("abcdef "), max_size=5))
def test_a_mark_is_the_share_of_stems_met(chosen: list[str]) -> None:
    value, outcome = worth(*chosen)
    assert value * 3 == sum(one == key for one, key in zip(chosen, "aba", strict=False))
    assert (value == 1) == (outcome == "right")
