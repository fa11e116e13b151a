from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quizapp.quiz.attempt import Response
from quizapp.quiz.marking.picture import mark
from tests.quiz.marking.samples import PICTURE
from tests.quiz.samples import SURROUNDINGS

SHARE = st.floats(0, 1)


def test_a_point_or_a_marker_in_the_right_zone_is_right() -> None:
    assert mark(PICTURE, Response(point=(0.2, 0.5)), SURROUNDINGS).outcome == "right"
    assert mark(PICTURE, Response(chosen=("left",)), SURROUNDINGS).outcome == "right"
    found = mark(PICTURE, Response(point=(0.8, 0.5)), SURROUNDINGS)
    assert (found.outcome, found.chosen) == ("wrong", ("right",))
    assert mark(PICTURE, Response(point=(0.5, 0.5)), SURROUNDINGS).chosen == ()


@given(SHARE, SHARE)
def test_a_point_is_worth_all_inside_the_zone_and_nothing_beside_it(x: float, y: float) -> None:
    value = mark(PICTURE, Response(point=(x, y)), SURROUNDINGS).value
    assert value == float(x < 0.4) or x in (0.0, 0.4) or y in (0.0, 1.0)
