from __future__ import annotations

import math

from hypothesis import given
from hypothesis import strategies as st

from quizapp.anatomy import hit
from quizapp.anatomy.diagram import Diagram, Region
from quizapp.anatomy.outline import Ring, box_of
from tests.anatomy.strategies import outlines

X = st.floats(-60, 60, allow_nan=False)
REACH = st.floats(0, 15, allow_nan=False)


def region(name: str, ring: Ring, depth: int = 5) -> Region:
    return Region(name, depth, (ring,), box_of([ring]), ring[0])


@given(st.lists(outlines(), min_size=1, max_size=5), X, X, REACH)
def test_what_contains_the_point_comes_first_uppermost_first(
    rings: list[Ring], x: float, y: float, reach: float
) -> None:
    regions = [region(str(at), ring) for at, ring in enumerate(rings)]
    found = hit.regions_at(regions, x, y, reach)
    under = [one.id for one in reversed(regions) if one.contains(x, y)]
    assert [one.id for one in found[: len(under)]] == under


@given(st.lists(outlines(), min_size=1, max_size=5), X, X, REACH)
def test_what_is_near_comes_by_distance_and_within_reach(rings: list[Ring], x: float, y: float, reach: float) -> None:
    regions = [region(str(at), ring) for at, ring in enumerate(rings)]
    near = [one for one in hit.regions_at(regions, x, y, reach) if not one.contains(x, y)]
    gaps = [one.gap(x, y) for one in near]
    assert gaps == sorted(gaps) and all(one <= reach for one in gaps)
    missed = [one for one in regions if one not in near and not one.contains(x, y)]
    assert all(one.gap(x, y) > reach for one in missed)


@given(outlines(), X, X)
def test_the_quick_bound_never_exceeds_the_true_gap(ring: Ring, x: float, y: float) -> None:
    one = region("a", ring)
    if not one.contains(x, y):
        assert one.gap_at_least(x, y) <= one.gap(x, y) + 1e-9


@given(st.lists(outlines(), min_size=1, max_size=5), X, X, REACH)
def test_a_place_is_near_when_something_is_hit_within_reach(
    rings: list[Ring], x: float, y: float, reach: float
) -> None:
    regions = [region(str(at), ring) for at, ring in enumerate(rings)]
    assert hit.is_near(regions, x, y, reach) == bool(hit.regions_at(regions, x, y, reach))


@given(st.data())
def test_hits_on_the_plate_are_its_own_outlines(medial: Diagram, data: st.DataObject) -> None:
    left, top, right, bottom = medial.box
    x, y = data.draw(st.floats(left, right)), data.draw(st.floats(top, bottom))
    found = hit.region_at(medial.regions, x, y, 0.0)
    inside = [one for one in medial.regions if _even_odd_of_union(one, x, y)]
    assert (found.id if found else None) == (inside[-1].id if inside else None)


def _even_odd_of_union(one: Region, x: float, y: float) -> bool:
    """A second opinion on inside: the angles to the points of each ring add up to a full turn."""
    turns = 0.0
    for ring in one.rings:
        for (ax, ay), (bx, by) in zip(ring, (*ring[1:], ring[0]), strict=True):
            a, b = math.atan2(ay - y, ax - x), math.atan2(by - y, bx - x)
            turns += (b - a + math.pi) % (2 * math.pi) - math.pi
    return abs(turns) > math.pi


def test_a_thin_structure_is_reached_on_bare_ground_but_never_steals() -> None:
    nerve = region("nerve", ((0.0, 0.0), (20.0, 0.0), (20.0, 0.2), (0.0, 0.2)))
    bone = region("bone", ((0.0, 3.0), (20.0, 3.0), (20.0, 9.0), (0.0, 9.0)))
    assert hit.region_at([bone, nerve], 10, 1.5, 2.0) is nerve
    assert hit.region_at([bone, nerve], 10, 3.1, 5.0) is bone
    assert hit.region_at([bone, nerve], 10, 2.5, 0.1) is None


def test_bare_points_lie_where_nothing_covers(medial: Diagram) -> None:
    found = hit.bare_points(medial.regions, medial.box)
    assert len(found) > 30
    for structure, point in found.items():
        uppermost = hit.region_at(medial.regions, *point, 0.0)
        assert uppermost is not None and uppermost.id == structure


def test_the_air_under_the_arch_yields_to_a_tendon_within_reach(medial: Diagram) -> None:
    assert medial.air == {"medial_longitudinal_arch"}
    arch, tendon = (
        region("arch", ((0, 0), (20, 0), (20, 20), (0, 20))),
        region("t", ((0, -4), (20, -4), (20, -1), (0, -1))),
    )
    assert [one.id for one in hit.regions_at((arch, tendon), 10, 2, 4, {"arch"})] == ["t", "arch"]
    assert [one.id for one in hit.regions_at((arch, tendon), 10, 12, 4, {"arch"})] == ["arch"]
