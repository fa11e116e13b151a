"""What correct sections through the tarsal tunnel satisfy, measured on the drawings' own outlines.

Seen from below: x right to the inner side, y down to the back, mm. O41 to O61 number the statements.
"""

from __future__ import annotations

import itertools
import math

import pytest

from quizapp.anatomy.diagram import Diagram
from quizapp.anatomy.outline import area
from tests.anatomy.measure import Ruler, landmarks

_ROWS = landmarks("landmarks_axial", 4)
BONES = {
    "a": {"tibia": "TIB", "fibula": "FIB"},
    "b": {"tibia": "TIB", "fibula": "FIB", "talus": "TAL"},
    "c": {"calcaneus": "CAL", "navicular": "NAV", "cuboid": "CUB", "medial_cuneiform": "MC"},
}
CORDS = {
    "tp_tendon": "TP",
    "fdl_tendon": "FDL",
    "posterior_tibial_artery": "PTA",
    "tibial_nerve": "TN",
    "fhl_tendon": "FHL",
    "achilles_tendon": "ACH",
    "ta_tendon": "TA",
    "deep_fibular_nerve": "DFN",
    "great_saphenous_vein": "GSV",
    "saphenous_nerve": "SAPHN",
    "sural_nerve": "SURAL",
    "medial_plantar_artery": "MPA",
    "medial_plantar_nerve": "MPN",
    "lateral_plantar_artery": "LPA",
    "lateral_plantar_nerve": "LPN",
}
TUNNEL = ["tp_tendon", "fdl_tendon", "posterior_tibial_artery", "tibial_nerve", "fhl_tendon"]


@pytest.fixture(scope="module")
def rulers(diagrams: dict[str, Diagram]) -> dict[str, Ruler]:
    return {level: Ruler(diagrams[f"axial_{level}"]) for level in "abc"}


def middle(ruler: Ruler, structure: str) -> tuple[float, float]:
    left, top, right, bottom = ruler[structure].box
    return (left + right) / 2, (top + bottom) / 2


@pytest.mark.parametrize("level", "abc")
def test_bones_are_cut_as_measured(rulers: dict[str, Ruler], level: str) -> None:
    for bone, code in BONES[level].items():
        stem = f"{level.upper()}_{code}_"
        marks = [_ROWS[name] for name in _ROWS if name.startswith(stem) and name.removeprefix(stem).isdigit()]
        assert len(marks) >= 12
        assert max(rulers[level][bone].gap(x, y) for x, y, _ in marks) <= 1


@pytest.mark.parametrize("level", "abc")
def test_cords_lie_where_they_were_measured(rulers: dict[str, Ruler], level: str) -> None:
    met = 0
    for structure, code in CORDS.items():
        place = _ROWS.get(f"{level.upper()}_{code}")
        if place is not None:
            x, y, tolerance = place
            assert math.dist(middle(rulers[level], structure), (x, y)) <= tolerance + 1, structure
            met += 1
    assert met >= 9


@pytest.mark.parametrize(("level", "inner", "outer"), [("a", "tibia", "fibula"), ("b", "tibia", "fibula")])
def test_o41_the_inner_side_is_on_the_right(rulers: dict[str, Ruler], level: str, inner: str, outer: str) -> None:
    assert middle(rulers[level], inner)[0] > middle(rulers[level], outer)[0]


@pytest.mark.parametrize("level", "abc")
def test_o41_the_achilles_is_lowest(rulers: dict[str, Ruler], diagrams: dict[str, Diagram], level: str) -> None:
    lowest = max(diagrams[f"axial_{level}"].regions, key=lambda region: region.box[3])
    assert lowest.id == "achilles_tendon"


@pytest.mark.parametrize(("level", "slack"), [("a", 0.0), ("b", 2.0)])
def test_o42_the_tunnel_runs_backwards(rulers: dict[str, Ruler], level: str, slack: float) -> None:
    depths = [middle(rulers[level], one)[1] for one in TUNNEL]
    assert all(after > before - slack for before, after in itertools.pairwise(depths))


def test_o43_and_outwards(rulers: dict[str, Ruler]) -> None:
    across = [middle(rulers["a"], one)[0] for one in TUNNEL]
    assert across == sorted(across, reverse=True)


@pytest.mark.parametrize("level", "ab")
def test_o44_a_vein_on_each_side_of_the_artery(rulers: dict[str, Ruler], level: str) -> None:
    artery, veins = rulers[level]["posterior_tibial_artery"], rulers[level]["posterior_tibial_veins"]
    x = middle(rulers[level], "posterior_tibial_artery")[0]
    sides = {sum(point[0] for point in ring) / len(ring) > x for ring in veins.rings}
    assert sides == {True, False}
    for ring in veins.rings:
        assert min(artery.gap(*point) for point in ring) <= 2


@pytest.mark.parametrize("level", "abc")
def test_o45_no_cord_lies_in_bone(rulers: dict[str, Ruler], level: str) -> None:
    for structure, bone in itertools.product(CORDS, BONES[level]):
        if f"{level.upper()}_{CORDS[structure]}" in _ROWS:
            points = rulers[level].points(structure)
            assert not any(rulers[level][bone].contains(*point) for point in points), (structure, bone)


def test_o46_tibialis_posterior_touches_its_wall(rulers: dict[str, Ruler]) -> None:
    assert rulers["a"].apart("tp_tendon", "tibia") <= 2


@pytest.mark.parametrize("level", "ab")
def test_o47_the_retinaculum_bounds_the_tunnel(rulers: dict[str, Ruler], level: str) -> None:
    for structure in TUNNEL:
        x, y = middle(rulers[level], structure)
        spans = rulers[level].spans_on_row("flexor_retinaculum", y)
        assert spans and spans[-1][0] > x


@pytest.mark.parametrize("level", "ab")
def test_o50_fat_parts_the_long_toe_flexor_from_the_achilles(rulers: dict[str, Ruler], level: str) -> None:
    assert 6 <= rulers[level].apart("fhl_tendon", "achilles_tendon") <= 17


@pytest.mark.parametrize("level", "ab")
def test_o51_the_great_saphenous_vein_lies_in_front(rulers: dict[str, Ruler], level: str) -> None:
    front = min(y for x, y in rulers[level].points("tibia") if x > -12)
    assert middle(rulers[level], "great_saphenous_vein")[1] < front
    assert middle(rulers[level], "sural_nerve")[1] > rulers[level]["fibula"].box[3]


def test_o52_the_tibia_is_wider_than_deep_and_notched(rulers: dict[str, Ruler]) -> None:
    left, top, right, bottom = rulers["a"]["tibia"].box
    assert 1.1 <= (right - left) / (bottom - top) <= 1.35
    assert rulers["a"].apart("tibia", "fibula") <= 7


def test_o53_fibula_and_posterior_malleolus_are_level(rulers: dict[str, Ruler]) -> None:
    assert abs(rulers["a"]["fibula"].box[3] - rulers["a"]["tibia"].box[3]) <= 6


def test_o54_the_talus_sits_between_the_malleoli(rulers: dict[str, Ruler]) -> None:
    for bone in ("tibia", "fibula"):
        assert 0 < rulers["b"].apart("talus", bone) <= 5


def test_o55_o56_the_outer_malleolus_is_larger_and_further_back(rulers: dict[str, Ruler]) -> None:
    inner, outer = rulers["b"]["tibia"], rulers["b"]["fibula"]
    assert 1.4 <= area(outer.rings) / area(inner.rings) <= 8.7
    assert 5 <= outer.box[3] - inner.box[3] <= 35


def test_o57_the_shelf_carries_fdl_with_tp_before_and_fhl_behind(rulers: dict[str, Ruler]) -> None:
    ruler = rulers["c"]
    tip = max(ruler.points("calcaneus"))
    assert -8 <= tip[1] <= 15
    assert ruler.apart("fdl_tendon", "calcaneus") <= 3
    assert middle(ruler, "tp_tendon")[1] < -5
    x, y = middle(ruler, "fhl_tendon")
    assert 12 <= y <= 23 and x < -8
    assert ruler.apart("fhl_tendon", "calcaneus") <= 3


def test_o58_the_plantar_nerves_lie_over_fhl(rulers: dict[str, Ruler]) -> None:
    ruler = rulers["c"]
    medial, lateral = middle(ruler, "medial_plantar_nerve"), middle(ruler, "lateral_plantar_nerve")
    assert medial[1] < lateral[1]
    fhl = ruler["fhl_tendon"].box[0]
    assert medial[0] > fhl + 3 and lateral[0] > fhl + 3


def test_o60_below_the_ankle_no_leg_bone_is_cut(rulers: dict[str, Ruler], diagrams: dict[str, Diagram]) -> None:
    assert not {"tibia", "fibula"} & diagrams["axial_c"].by_id.keys()
    assert 8 <= rulers["c"].apart("achilles_tendon", "calcaneus") <= 16


def test_o61_navicular_and_cuboid_stand_before_the_calcaneus(rulers: dict[str, Ruler]) -> None:
    ruler = rulers["c"]
    assert ruler["navicular"].box[3] < ruler["calcaneus"].box[1] + 11
    assert ruler.apart("navicular", "calcaneus") <= 11
    assert middle(ruler, "cuboid")[0] < middle(ruler, "navicular")[0]
    assert area(ruler["cuboid"].rings) < area(ruler["navicular"].rings)
