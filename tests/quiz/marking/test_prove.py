from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from quizapp.quiz.attempt import Response
from quizapp.quiz.marking.prove import mark
from tests.quiz.marking.samples import PROVE
from tests.quiz.samples import SURROUNDINGS


def worth(source: str, condition: str, finding: str, point: tuple[float, float] | None = None) -> float:
    steps = tuple((one,) if one else () for one in (source, condition, finding))
    return mark(PROVE, Response(steps=steps, point=point), SURROUNDINGS).value


def test_each_of_the_three_is_a_third() -> None:
    for source, condition, finding in itertools.product((0, 1), repeat=3):
        given_ = worth("nerve" if source else "artery", "a" if condition else "b", "x" if finding else "y")
        assert abs(given_ - (source + condition + finding) / 3) < 1e-6


def test_a_click_near_the_source_counts_half() -> None:
    assert worth("", "a", "x", (5.0, 5.0)) == 1
    assert worth("", "a", "x", (5.0, 12.0)) == 0.833333333


@given(st.lists(st.lists(st.sampled_from("abxy"), max_size=2).map(tuple), max_size=4))
def test_any_steps_get_a_mark(steps: list[tuple[str, ...]]) -> None:
    assert 0 <= mark(PROVE, Response(steps=tuple(steps)), SURROUNDINGS).value <= 1
