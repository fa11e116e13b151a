"""Figures of items: against values worked out by hand, and for any class at all."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.quiz.item_analysis import FEW, alpha, analyse, wilson

MARKS = st.dictionaries(
    st.sampled_from("abcde"), st.dictionaries(st.integers(1, 15), st.sampled_from([0.0, 0.5, 1.0])), max_size=5
)


def test_the_interval_of_wilson_is_that_worked_out_by_hand() -> None:
    # (0.8 + 0.192) / 1.384 -+ 1.96 / 1.384 * sqrt(0.016 + 0.0096)
    low, high = wilson(0.8, 10)
    assert (round(low, 3), round(high, 3)) == (0.490, 0.943)


def test_alpha_of_items_that_say_the_same_is_one_and_of_opposites_is_below_zero() -> None:
    same = {"a": {1: 0.0, 2: 1.0, 3: 1.0}, "b": {1: 0.0, 2: 1.0, 3: 1.0}}
    assert alpha(same) == pytest.approx(1.0)
    mixed = {"a": {1: 0.0, 2: 1.0, 3: 1.0}, "b": {1: 1.0, 2: 0.0, 3: 0.0}, "c": {1: 0.0, 2: 1.0, 3: 0.0}}
    # Variances 1/3 each, totals 1, 2, 1 with a variance of 1/3: 3/2 (1 - 1 / (1/3)) = -3.
    assert alpha(mixed) == pytest.approx(-3.0)


def test_an_item_that_the_strong_get_right_discriminates() -> None:
    marks = {
        "easy": {1: 1.0, 2: 1.0, 3: 0.0, 4: 0.0},
        "same": {1: 1.0, 2: 1.0, 3: 0.0, 4: 0.0},
        "turned": {1: 0.0, 2: 0.0, 3: 1.0, 4: 1.0},
    }
    found = analyse(marks, {"easy": {1: "key", 2: "key", 3: "trap", 4: "trap"}})
    assert found.items["turned"].discrimination == pytest.approx(-1.0)
    assert found.items["easy"].facility == 0.5
    assert found.items["easy"].pulls["trap"].count == 2
    assert found.items["easy"].pulls["trap"].rest == 0.5


def test_few_takers_are_marked_as_such() -> None:
    assert analyse({"a": dict.fromkeys(range(FEW - 1), 1.0)}).items["a"].is_few
    assert not analyse({"a": dict.fromkeys(range(FEW), 1.0)}).items["a"].is_few


@given(MARKS)
def test_whatever_a_class_did_the_figures_stay_within_their_bounds(marks: dict[str, dict[int, float]]) -> None:
    found = analyse(marks)
    assert found.items.keys() == {item for item, some in marks.items() if some}
    for one in found.items.values():
        assert 0.0 <= one.low <= one.facility + 1e-9 and one.facility - 1e-9 <= one.high <= 1.0
        assert one.discrimination is None or -1.0 - 1e-9 <= one.discrimination <= 1.0 + 1e-9
    assert found.alpha is None or (math.isfinite(found.alpha) and found.alpha <= 1.0 + 1e-9)
