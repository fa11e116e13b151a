"""Foot types: the same foot with its landmarks moved."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.anatomy import foot_type, svg
from quizapp.anatomy.diagram import Diagram
from quizapp.anatomy.foot_type import FootType
from quizapp.anatomy.warp import Field, moved_drawing
from quizapp.base import paths

FEET = foot_type.load(paths.resources("diagrams", "feet.yaml"))
DORSUM = (-64.0, 6.3)  # at half the length of the foot
TRUNCATED = 182.0  # mm, heel to first metatarsal head
HIGH, LOW = 0.356, 0.275  # arch ratios, Williams, McClay and Hamill 2001


@pytest.mark.parametrize("foot", FEET, ids=lambda foot: foot.id)
def test_the_landmarks_come_to_lie_where_the_table_says(foot: FootType) -> None:
    points = [(x, y) for x, y, _, _ in foot.moves]
    for (x, y, dx, dy), at in zip(foot.moves, Field(foot.moves).moved(points), strict=True):
        assert at == pytest.approx((x + dx, y + dy), abs=1e-6)


def test_a_flat_and_a_high_arch_differ_as_the_published_bounds_do() -> None:
    heights = {foot.id: Field(foot.moves).moved([DORSUM])[0][1] for foot in FEET}
    assert (heights["flat"] - heights["high"]) / TRUNCATED == pytest.approx(HIGH - LOW, abs=0.002)


@pytest.mark.parametrize("foot", FEET, ids=lambda foot: foot.id)
@given(x=st.floats(-190, 70), y=st.floats(-110, 85))
def test_the_field_folds_nowhere(foot: FootType, x: float, y: float) -> None:
    here, across, down = Field(foot.moves).moved([(x, y), (x + 0.1, y), (x, y + 0.1)])
    turn = (across[0] - here[0]) * (down[1] - here[1]) - (across[1] - here[1]) * (down[0] - here[0])
    assert turn > 0.004  # of 0.01 before


@pytest.mark.parametrize("foot", FEET, ids=lambda foot: foot.id)
def test_a_moved_drawing_shows_the_moved_outlines(foot: FootType, medial: Diagram, tmp_path: Path) -> None:
    moved = foot_type.moved(medial, foot, tmp_path)
    assert moved.view.id == f"medial~{foot.id}" and moved.path.parent == tmp_path
    _, drawn = svg.regions(moved.path)
    outlines = {one.id: one for one in drawn}
    for region in moved.regions:
        assert outlines[region.id].box == pytest.approx(region.box, abs=0.25)
    again = foot_type.moved(medial, foot, tmp_path)
    assert again.path == moved.path and len(list(tmp_path.iterdir())) == 1


def test_relative_pieces_and_dots_are_moved_too() -> None:
    field = Field([(0, 0, 5, 0), (10, 0, 5, 0), (0, 10, 5, 0), (10, 10, 5, 0)])
    told = moved_drawing('<path d="M1 1l2 0 0 2Z"/><path d="M4 4a1 1 0 1 0 2 0"/>', field)
    assert told == '<path d="M6.00 1.00L8.00 1.00 8.00 3.00Z"/><path d="M9.00 4.00a1 1 0 1 0 2 0"/>'


@pytest.mark.parametrize("foot", FEET, ids=lambda foot: foot.id)
def test_the_order_behind_the_malleolus_holds_in_every_foot(foot: FootType, medial: Diagram, tmp_path: Path) -> None:
    moved = foot_type.moved(medial, foot, tmp_path)
    row = ["tp_tendon", "fdl_tendon", "posterior_tibial_artery", "tibial_nerve", "fhl_tendon"]
    level = Field(foot.moves).moved([(20, -20)])[0][1]
    across = [[x for x in range(45) if moved.by_id[one].contains(x, level)] for one in row]
    middles = [sum(xs) / len(xs) for xs in across]
    assert middles == sorted(middles)
