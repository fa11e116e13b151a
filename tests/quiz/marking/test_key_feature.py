from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quizapp.quiz.attempt import Response
from quizapp.quiz.marking.key_feature import mark
from tests.quiz.marking.samples import KEY_FEATURE
from tests.quiz.samples import SURROUNDINGS


def worth(*chosen: str) -> float:
    return mark(KEY_FEATURE, Response(chosen=chosen), SURROUNDINGS).value


def test_all_critical_steps_are_worth_all() -> None:
    assert worth("a", "b") == 1
    assert worth("a") == 0.5
    assert worth("a", "c") == 0


def test_a_harmful_step_is_worth_nothing_whatever_else_was_chosen() -> None:
    assert worth("a", "b", "e") == worth("e") == 0


@given(st.sets(st.sampled_from("abcde")))
def test_a_mark_falls_with_each_step_that_does_not_belong(chosen: set[str]) -> None:
    value = worth(*chosen)
    assert 0 <= value <= 1
    assert (value == 1) == (chosen == {"a", "b"})
    assert "e" not in chosen or value == 0
    assert worth(*chosen, "c") <= value
