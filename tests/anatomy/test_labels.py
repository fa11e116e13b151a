from __future__ import annotations

import itertools
import math

from hypothesis import given
from hypothesis import strategies as st

from quizapp.anatomy.labels import Wanted, parted, place

AREA = (0.0, 0.0, 900.0, 600.0)
LINE = 20.0
WANTED = st.lists(st.tuples(st.floats(0, 900), st.floats(0, 600), st.floats(20, 200)), min_size=1, max_size=45).map(
    lambda rows: [Wanted(str(at), (x, y), width) for at, (x, y, width) in enumerate(rows)]
)


@given(WANTED)
def test_no_label_lies_on_another_or_outside(wanted: list[Wanted]) -> None:
    placed = place(wanted, AREA, LINE)
    widths = {one.id: one.width for one in wanted}
    for one in placed:
        assert one.left >= 0 and one.left + widths[one.id] <= 900
        assert LINE / 2 - 1e-6 <= one.middle <= 600 - LINE / 2 + 1e-6
    for side in ([one for one in placed if one.left < 20], [one for one in placed if one.left >= 20]):
        rows = sorted(one.middle for one in side)
        assert all(after - before >= LINE - 1e-6 for before, after in itertools.pairwise(rows))


@given(WANTED)
def test_every_leader_ends_where_its_label_points(wanted: list[Wanted]) -> None:
    anchors = {one.id: one.anchor for one in wanted}
    assert all(one.leader[1] == anchors[one.id] for one in place(wanted, AREA, LINE))


def test_few_labels_stand_level_with_what_they_name() -> None:
    placed = place([Wanted("a", (100, 200), 50), Wanted("b", (700, 320), 50)], AREA, LINE)
    assert {one.id: one.middle for one in placed} == {"a": 200, "b": 320}


def test_a_column_takes_as_many_labels_as_have_room() -> None:
    crowd = [Wanted(str(at), (100 + at, 10.0 * at), 60) for at in range(60)]
    assert len(place(crowd, (0, 0, 900, 200), LINE)) == 20


def test_few_labels_stand_in_the_empty_corner_and_do_not_leave_it() -> None:
    few = [Wanted(str(at), (100, 40.0 * at), 60) for at in range(12)]
    placed = place(few, AREA, LINE, beside=(880, 300))
    assert len(placed) == 12
    assert all(one.left > 450 and one.middle <= 300 for one in placed)


def test_leaders_of_a_column_do_not_cross() -> None:
    deep = [Wanted(str(at), (100 + 60 * at, 560 - 10 * at), 90) for at in range(6)]
    placed = place(deep, AREA, LINE, beside=(0, 200))
    by_height = sorted(placed, key=lambda one: one.middle)
    assert [one.id for one in by_height] == ["5", "4", "3", "2", "1", "0"]
    shallow = [Wanted("far", (400, 500), 40), Wanted("close", (120, 499), 40)]
    placed = place(shallow, AREA, LINE, beside=(0, 60))
    assert [one.id for one in sorted(placed, key=lambda one: one.middle)] == ["far", "close"]


@given(st.lists(st.tuples(st.floats(0, 60), st.floats(0, 60)), max_size=9))
def test_markers_are_pushed_apart(points: list[tuple[float, float]]) -> None:
    moved = parted(points, 29.0)
    assert all(math.dist(one, other) >= 28.5 for one, other in itertools.combinations(moved, 2))


def test_markers_with_room_stay_where_they_are() -> None:
    first, second = parted([(0, 0), (40, 0)], 29)
    assert math.dist(first, (0, 0)) < 0.1 and math.dist(second, (40, 0)) < 0.1
