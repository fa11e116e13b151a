"""What a correct lateral view satisfies, measured on the drawing's own outlines.

Frame: mm, origin at the tip of the lateral malleolus, x to the toes, y down. O82 to O100 number the statements.
"""

from __future__ import annotations

import math

import pytest

from quizapp.anatomy.diagram import Diagram
from quizapp.anatomy.outline import Point
from tests.anatomy.measure import Ruler, landmarks

_ROWS = landmarks("landmarks_lateral", 5)
OUTLINES = {"talus": "TAL", "calcaneus": "CAL", "cuboid": "CUB", "fifth_metatarsal": "MT5", "fibula": "FIB"}
COURSES = {
    "fibularis_brevis_tendon": ("PB", range(1, 10)),
    "fibularis_longus_tendon": ("PL", range(1, 9)),
    "achilles_tendon": ("ACH", range(1, 7)),
    "sural_nerve": ("SURAL", range(1, 9)),
    "small_saphenous_vein": ("SSV", range(1, 8)),
    "superficial_fibular_nerve": ("SFNI", range(2, 5)),
    "extensor_digitorum_longus": ("EDL", range(1, 7)),
    "fibularis_tertius": ("PTERT", range(2, 5)),
    "extensor_digitorum_brevis": ("EDB", range(1, 5)),
    "inferior_fibular_retinaculum": ("IPR", range(1, 4)),
}
ENDS = {
    "anterior_talofibular_ligament": ("ATFL_F", "ATFL_T"),
    "calcaneofibular_ligament": ("CFL_F", "CFL_C"),
    "posterior_talofibular_ligament": ("PTFL_F", "PTFL_T"),
    "tibiofibular_syndesmosis": ("AITFL_T", "AITFL_F"),
    "bifurcate_ligament": ("BIF_O", "BIF_NAV", "BIF_CUB"),
}


@pytest.fixture(scope="module")
def ruler(diagrams: dict[str, Diagram]) -> Ruler:
    return Ruler(diagrams["lateral"])


def place(name: str) -> Point:
    return _ROWS[name][:2]


@pytest.mark.parametrize("bone", OUTLINES)
def test_bones_have_their_measured_outline(ruler: Ruler, bone: str) -> None:
    marks = [name for name in _ROWS if name.startswith(f"{OUTLINES[bone]}_OUT_")]
    assert len(marks) >= 12
    # the fibula goes on where its silhouette was cut 57 mm above the tip
    kept = [name for name in marks if bone != "fibula" or place(name)[1] > -56]
    assert max(ruler[bone].gap(*place(name)) for name in kept) <= 3


@pytest.mark.parametrize("structure", COURSES)
def test_soft_structures_keep_their_course(ruler: Ruler, structure: str) -> None:
    code, numbers = COURSES[structure]
    for number in numbers:
        x, y, tolerance = _ROWS[f"{code}_{number}"]
        assert ruler.distance(structure, (x, y)) <= tolerance, (structure, number)


@pytest.mark.parametrize("ligament", ENDS)
def test_ligaments_end_where_they_were_measured(ruler: Ruler, ligament: str) -> None:
    for name in ENDS[ligament]:
        assert ruler.distance(ligament, place(name)) <= _ROWS[name][2], name


def test_o82_the_outer_bones_cover_the_inner(ruler: Ruler) -> None:
    assert ruler.covers("fibula", "talus") and ruler.covers("fibula", "tibia")
    assert ruler.spans_on_row("tibia", -40.0)[-1][1] > ruler.spans_on_row("fibula", -40.0)[-1][1] + 10


def test_o84_the_tip_lies_near_the_back_of_the_malleolus(ruler: Ruler) -> None:
    back, front = ruler.spans_on_row("fibula", -10.0)[0]
    assert 15 <= front <= 23 and -11 <= back <= -4


def test_o85_brevis_lies_between_fibula_and_longus(ruler: Ruler) -> None:
    back = ruler.spans_on_row("fibula", -20.0)[0][0]
    assert ruler.x("fibularis_longus_tendon", -20.0) < ruler.x("fibularis_brevis_tendon", -20.0) < back + 1


def test_o86_brevis_passes_above_longus_below_the_tubercle(ruler: Ruler) -> None:
    assert ruler.y("fibularis_brevis_tendon", 20.0) < 27 < 30 < ruler.y("fibularis_longus_tendon", 20.0)


def test_o87_brevis_ends_on_the_fifth_metatarsal_and_longus_under_the_cuboid(ruler: Ruler) -> None:
    assert ruler.distance("fibularis_brevis_tendon", (57, 45)) <= 6
    end = max(ruler.points("fibularis_longus_tendon"))
    assert 44 <= end[0] <= 54 and ruler.apart("fibularis_longus_tendon", "fifth_metatarsal") > 3


@pytest.mark.parametrize("sheet", ["superior_fibular_retinaculum", "inferior_fibular_retinaculum"])
def test_o88_both_retinacula_cover_both_tendons(ruler: Ruler, sheet: str) -> None:
    for tendon in ("fibularis_longus_tendon", "fibularis_brevis_tendon"):
        assert ruler.covers(sheet, tendon) and ruler.apart(sheet, tendon) == 0


def test_o89_the_achilles_stands_apart_and_ends_on_the_heel(ruler: Ruler) -> None:
    assert abs(ruler.x("achilles_tendon", -22.0) + 25.6) <= 2
    gap = (
        ruler.spans_on_row("fibularis_longus_tendon", -22.0)[0][0] - ruler.spans_on_row("achilles_tendon", -22.0)[0][1]
    )
    assert 6 <= gap <= 16
    end = max(ruler.points("achilles_tendon"), key=lambda point: point[1])
    assert 20 <= end[1] <= 46 and ruler.distance("calcaneus", end) <= 3


def test_o90_the_anterior_ligament_is_nearly_level(ruler: Ruler) -> None:
    left, _, right, _ = ruler["anterior_talofibular_ligament"].box
    start, end = ruler.y("anterior_talofibular_ligament", left + 2), ruler.y("anterior_talofibular_ligament", right - 2)
    assert abs(math.degrees(math.atan2(end - start, right - left - 4))) < 25
    assert ruler.apart("anterior_talofibular_ligament", "talus") == 0


def test_o91_the_calcaneofibular_ligament_runs_down_and_back_under_the_tendons(ruler: Ruler) -> None:
    ring = ruler.points("calcaneofibular_ligament")
    lowest, highest = max(ring, key=lambda point: point[1]), min(ring, key=lambda point: point[1])
    assert lowest[0] < highest[0]
    for tendon in ("fibularis_longus_tendon", "fibularis_brevis_tendon"):
        assert ruler.covers(tendon, "calcaneofibular_ligament")


def test_o93_the_syndesmosis_slants_down_to_the_fibula(ruler: Ruler) -> None:
    front, back = ruler.end("tibiofibular_syndesmosis", (40, -40)), ruler.end("tibiofibular_syndesmosis", (5, -10))
    assert front[1] < back[1] and ruler.apart("tibiofibular_syndesmosis", "fibula") == 0


def test_o94_the_sinus_tarsi_opens_between_talus_and_calcaneus(ruler: Ruler) -> None:
    assert ruler.distance("sinus_tarsi", (28, 8)) <= 3
    assert ruler["sinus_tarsi"].box[2] < ruler["anterior_process_calcaneus"].box[2]


def test_o95_the_bifurcate_ligament_is_a_v(ruler: Ruler) -> None:
    navicular, cuboid = ruler["bifurcate_ligament"].rings
    assert max(navicular)[1] < max(cuboid)[1]
    assert ruler.apart("bifurcate_ligament", "anterior_process_calcaneus") == 0


def test_o96_o97_the_extensor_retinaculum_covers_the_long_extensors(ruler: Ruler) -> None:
    for tendon in ("extensor_digitorum_longus", "fibularis_tertius"):
        assert ruler.covers("inferior_extensor_retinaculum", tendon)
        assert ruler.apart("inferior_extensor_retinaculum", tendon) == 0
    assert ruler.covers("extensor_digitorum_longus", "extensor_digitorum_brevis")


def test_o98_the_sural_nerve_runs_behind_and_below_the_malleolus(ruler: Ruler) -> None:
    achilles, vein, nerve = (ruler.x(one, 0.0) for one in ("achilles_tendon", "small_saphenous_vein", "sural_nerve"))
    assert achilles < vein <= nerve + 1.5 and nerve < 0
    for tendon in ("fibularis_longus_tendon", "fibularis_brevis_tendon"):
        assert ruler.covers("sural_nerve", tendon)


def test_o99_no_skin_nerve_takes_the_way_of_the_other(ruler: Ruler) -> None:
    assert ruler.x("superficial_fibular_nerve", -45.0) > ruler.spans_on_row("fibula", -45.0)[0][1]
    assert ruler.covers("superficial_fibular_nerve", "inferior_extensor_retinaculum")
    assert not any(x > 5 and y < 10 for x, y in ruler.points("sural_nerve"))


def test_o100_calcaneus_cuboid_and_fifth_metatarsal_meet(ruler: Ruler) -> None:
    assert ruler.apart("calcaneus", "cuboid") <= 3 and ruler.apart("cuboid", "fifth_metatarsal") <= 3
    assert ruler["fifth_metatarsal"].box[0] < ruler["cuboid"].box[2] - 10
