from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.anatomy.outline import area, box_of, contains, gap, inner_point, rings_of

SQUARE = (((0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0)),)
PLACES = st.floats(-20, 30, allow_nan=False).map(lambda value: round(value, 3))


@given(PLACES, PLACES)
def test_inside_a_square_is_what_its_sides_say(x: float, y: float) -> None:
    if min(abs(x), abs(x - 10), abs(y), abs(y - 10)) > 1e-6:
        assert contains(SQUARE, x, y) == (0 < x < 10 and 0 < y < 10)


@given(PLACES, PLACES)
def test_the_gap_is_the_distance_to_the_nearest_side(x: float, y: float) -> None:
    outside = math.hypot(max(-x, 0, x - 10), max(-y, 0, y - 10))
    inside = min(x, 10 - x, y, 10 - y)
    assert gap(SQUARE, x, y) == pytest.approx(outside or abs(inside), abs=1e-9)


@given(st.floats(0, 2 * math.pi), st.floats(0, 2))
def test_a_flattened_circle_is_a_circle(angle: float, radius: float) -> None:
    rings = rings_of("M-10 0A10 10 0 1 1 10 0A10 10 0 1 1 -10 0Z")
    if abs(radius - 1) > 0.01:
        assert contains(rings, 10 * radius * math.cos(angle), 10 * radius * math.sin(angle)) == (radius < 1)


def test_overlapping_rings_that_run_alike_are_one_shape() -> None:
    rings = rings_of("M0 0L4 0L4 4L0 4ZM2 2L6 2L6 6L2 6Z")
    assert len(rings) == 2
    assert contains(rings, 3, 3)


def test_a_ring_that_runs_the_other_way_is_a_hole() -> None:
    rings = rings_of("M0 0L10 0L10 10L0 10ZM4 4L4 6L6 6L6 4Z")
    assert not contains(rings, 5, 5)
    assert area(rings) == pytest.approx(96)


def test_a_bend_is_flattened_within_five_hundredths_of_a_millimetre() -> None:
    (ring,) = rings_of("M0 0C0 40 60 40 60 0Z")
    for t in (index / 500 for index in range(501)):
        x = 3 * t * t * (1 - t) * 60 + t**3 * 60
        y = 3 * t * (1 - t) ** 2 * 40 + 3 * t * t * (1 - t) * 40
        assert gap([ring], x, y) <= 0.05


def test_a_path_without_an_area_has_no_ring() -> None:
    assert rings_of("M0 0L5 5") == ()


def test_the_inner_point_lies_inside_a_bent_band() -> None:
    rings = rings_of("M0 0L30 0L30 30L25 30L25 5L0 5Z")
    assert contains(rings, *inner_point(rings))


def test_the_box_is_tight() -> None:
    assert box_of(SQUARE) == (0.0, 0.0, 10.0, 10.0)
