from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.anatomy.catalogue import Catalogue
from quizapp.bank.kinds.trace import Trace
from quizapp.bank.question import Option
from quizapp.quiz.attempt import Response
from quizapp.quiz.marking.trace import ENOUGH, FAR, NEAR, mark, measure
from quizapp.quiz.surroundings import Surroundings

QUESTION = Trace(
    id="cord",
    course=((0.0, 0.0), (40.0, 0.0)),
    press=(40.0, 0.0),
    topic="T",
    level="recall",
    objective="O.",
    ask="Where does it run?",
    options=(Option(structure="tp_tendon", correct=True, why="Because."),),
    take_home="So.",
)
NOTHING = Surroundings(Catalogue(()))


def drawn(down: float, press: float | None = 0.0) -> Response:
    line = ((0.0, down), (40.0, down))
    return Response(drawn=line, point=None if press is None else (40.0, press))


def test_a_line_within_half_a_finger_and_the_right_point_are_worth_all() -> None:
    found = mark(QUESTION, drawn(NEAR - 0.1, NEAR - 0.1), NOTHING)
    assert (found.value, found.outcome) == (1.0, "right") and found.gap == pytest.approx(NEAR - 0.1)


def test_the_point_counts_a_third() -> None:
    assert mark(QUESTION, drawn(0, FAR + 1), NOTHING).value == pytest.approx(2 / 3)
    assert mark(QUESTION, drawn(0, None), NOTHING).value == pytest.approx(2 / 3)


def test_a_line_far_off_is_worth_nothing() -> None:
    found = mark(QUESTION, drawn(FAR + 5, FAR + 5), NOTHING)
    assert (found.value, found.outcome) == (0.0, "wrong")


def test_without_a_point_to_press_the_line_is_all() -> None:
    assert mark(replace(QUESTION, press=None), drawn(0, None), NOTHING).value == 1.0


def test_half_a_course_is_not_a_whole_one() -> None:
    assert mark(QUESTION, Response(drawn=((0.0, 0.0), (8.0, 0.0)), point=(40.0, 0.0)), NOTHING).outcome == "partly"


@pytest.mark.parametrize("way", [1, -1])
def test_running_on_beyond_the_ends_costs_nothing_whichever_way_it_was_drawn(way: int) -> None:
    line = ((-60.0, -30.0), (-20.0, 0.0), (60.0, 0.0), (90.0, 40.0))[::way]
    assert mark(QUESTION, Response(drawn=line, point=(40.0, 0.0)), NOTHING).value == 1.0


def test_a_part_of_a_course_is_worth_that_part() -> None:
    found = mark(replace(QUESTION, press=None), Response(drawn=((0.0, 0.0), (22.0, 0.0))), NOTHING)
    assert found.value == pytest.approx((22 + 2 * NEAR) / 40, abs=0.02) and found.outcome == "partly"


def test_what_was_not_drawn_is_not_measured() -> None:
    found = measure(QUESTION, (), None)
    assert (found.mean, found.greatest, found.point) == (None, None, None)
    assert mark(QUESTION, Response(), NOTHING).value == 0.0


@given(st.lists(st.tuples(st.floats(-80, 80), st.floats(-80, 80)), max_size=12), st.floats(-80, 80))
def test_a_mark_is_between_nothing_and_all(line: list[tuple[float, float]], press: float) -> None:
    found = mark(QUESTION, Response(drawn=tuple(line), point=(press, 0.0)), NOTHING)
    assert 0 <= found.value <= 1 and (found.value >= ENOUGH) == (found.outcome == "right")


@given(st.floats(0, 30), st.floats(0, 30))
def test_a_line_further_off_is_never_worth_more(one: float, other: float) -> None:
    near, far = sorted((one, other))
    assert mark(QUESTION, drawn(near), NOTHING).value >= mark(QUESTION, drawn(far), NOTHING).value
