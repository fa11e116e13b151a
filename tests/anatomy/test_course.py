from __future__ import annotations

import itertools
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.anatomy.course import evenly, gaps
from quizapp.anatomy.outline import line_gap

POINTS = st.tuples(st.floats(-100, 100), st.floats(-100, 100))
LINES = st.lists(POINTS, min_size=2, max_size=6)


def test_a_line_beside_another_lies_as_far_off_everywhere() -> None:
    assert gaps([(0, 3), (40, 3)], [(0, 0), (40, 0)]) == (3.0, 3.0)


def test_an_end_that_was_left_out_is_not_overlooked() -> None:
    mean, greatest = gaps([(0, 0), (10, 0)], [(0, 0), (40, 0)])
    assert greatest == 30 and mean == pytest.approx(11.25, abs=0.2)


def test_an_end_that_runs_on_is_not_overlooked() -> None:
    assert gaps([(0, 0), (40, 0)], [(0, 0), (10, 0)])[1] == 30


def test_one_point_is_a_line_too() -> None:
    assert gaps([(3, 4)], [(0, 0), (0, 0)]) == (5.0, 5.0)


@given(LINES)
def test_a_line_lies_on_itself_and_on_its_reverse(line: list[tuple[float, float]]) -> None:
    assert gaps(line, line)[1] < 1e-6 and gaps(line[::-1], line)[1] < 1e-6


@given(LINES, LINES)
def test_the_mean_is_never_above_the_greatest_and_both_lines_count_alike(
    one: list[tuple[float, float]], other: list[tuple[float, float]]
) -> None:
    mean, greatest = gaps(one, other)
    assert 0 <= mean <= greatest + 1e-9
    assert gaps(other, one) == pytest.approx((mean, greatest))


@given(LINES, st.floats(0.2, 9))
def test_even_points_lie_on_the_line_no_further_apart_than_told(line: list[tuple[float, float]], step: float) -> None:
    points = evenly(line, step)
    assert points[0] == line[0] and math.dist(points[-1], line[-1]) < 1e-9
    assert all(math.dist(a, b) <= step + 1e-9 for a, b in itertools.pairwise(points))
    assert all(line_gap(line, *point) < 1e-6 for point in points)
