from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.anatomy import patch
from quizapp.anatomy.diagram import Region
from quizapp.anatomy.outline import Ring, area, box_of
from tests.anatomy.strategies import outlines

SQUARES = st.frozensets(st.tuples(st.integers(-20, 20), st.integers(-20, 20)), max_size=60)


def region(*rings: Ring) -> Region:
    return Region("skin_sural", 1, rings, box_of(rings), rings[0][0])


@given(outlines())
def test_a_region_covers_the_squares_whose_middle_lies_inside(ring: Ring) -> None:
    one = region(ring)
    left, top, right, bottom = one.box
    every = {
        (column, row)
        for column in range(math.floor(left) - 1, math.ceil(right) + 1)
        for row in range(math.floor(top) - 1, math.ceil(bottom) + 1)
    }
    inside = {square for square in every if one.contains(*patch.middle(square))}
    # A middle on the very boundary may fall to either side.
    assert all(one.gap(*patch.middle(square)) < 1e-6 for square in inside ^ patch.covered([one]))


def test_a_hole_is_not_covered_and_the_area_is_right() -> None:
    outer = ((0, 0), (40, 0), (40, 40), (0, 40))
    hole = ((10, 10), (10, 30), (30, 30), (30, 10))
    squares = patch.covered([region(outer, hole)])
    assert len(squares) * patch.STEP**2 == area([outer, hole])
    assert patch.square_at((20, 20)) not in squares


@given(SQUARES)
def test_a_patch_comes_back_from_its_rows(squares: frozenset[patch.Square]) -> None:
    assert patch.from_rows(patch.to_rows(squares)) == squares


def test_an_odd_point_is_left_out() -> None:
    assert patch.from_rows([(0.5, 0.5), (3.5, 0.5), (9.5, 9.5)]) == {(0, 0), (1, 0), (2, 0), (3, 0)}


@given(SQUARES, SQUARES)
def test_overlap_is_a_share_and_whole_for_the_same_patch_alone(
    one: frozenset[patch.Square], other: frozenset[patch.Square]
) -> None:
    share = patch.overlap(one, other)
    assert 0 <= share <= 1 and share == patch.overlap(other, one)
    assert share <= patch.overlap(one, other, 2.0) <= 1
    assert (share == 1) == (one == other and bool(one))


@given(SQUARES, st.floats(0, 4))
def test_a_patch_grows_by_discs_and_shrinks_back_within(squares: frozenset[patch.Square], by: float) -> None:
    around = [(x, y) for x in range(-5, 6) for y in range(-5, 6) if math.hypot(x, y) * patch.STEP <= by]
    assert patch.grown(squares, by) == {(x + dx, y + dy) for x, y in squares for dx, dy in around}
    kept = {(x, y) for x, y in squares if all((x + dx, y + dy) in squares for dx, dy in around)}
    assert patch.shrunk(squares, by) == kept


def test_seams_are_closed_and_wide_gaps_stay() -> None:
    left = frozenset((x, y) for x in range(10) for y in range(10))
    near = frozenset((x, y) for x in range(12, 20) for y in range(10))
    far = frozenset((x, y) for x in range(30, 40) for y in range(10))
    found = patch.closed(left | near | far, 1.5)
    assert {(10, 5), (11, 5)} <= found and (25, 5) not in found and left | near | far <= found


@pytest.mark.parametrize("radius", [0.2, 2.5, 9.0])
def test_a_disc_is_as_large_as_its_radius_says(radius: float) -> None:
    squares = patch.disc((3.2, -4.9), radius)
    assert patch.square_at((3.2, -4.9)) in squares
    assert all(math.dist(patch.middle(one), (3.2, -4.9)) <= max(radius, 1.0) for one in squares)
    assert radius < 1 or len(squares) == pytest.approx(math.pi * radius**2, rel=0.25)
