"""What a correct sole satisfies, measured on the drawing's own outlines.

Frame: mm, origin at the medial process of the calcaneal tuberosity, x to the inner side, y down to the heel, toes
up. O62 to O81 number the statements.
"""

from __future__ import annotations

import itertools
import math

import pytest

from quizapp.anatomy.diagram import Diagram
from quizapp.anatomy.outline import Point
from tests.anatomy.measure import Ruler, landmarks

_ROWS = landmarks("landmarks_plantar", 6)
OUTLINES = {"calcaneus": "CAL", "cuboid": "CUB", "navicular": "NAV", "medial_cuneiform": "C1"}
COURSES = {
    "fhl_tendon": [f"FHL_{number}" for number in range(2, 9)],
    "fdl_tendon": [
        *(f"FDL_{number}" for number in range(1, 6)),
        *(f"FDLT{toe}_{number}" for toe in range(2, 6) for number in range(1, 4)),
    ],
    "quadratus_plantae": [f"QP{head}_{number}" for head in "ML" for number in range(1, 4)],
    "abductor_hallucis": [f"AH{edge}_{number}" for edge in "ML" for number in range(1, 6)],
    "flexor_digitorum_brevis": [f"FDB{edge}_{number}" for edge in "ML" for number in range(1, 4)],
    "abductor_digiti_minimi": [f"ADM{edge}_{number}" for edge in "ML" for number in range(1, 6)],
    "medial_plantar_nerve": [
        *(f"MPN_{number}" for number in range(1, 6)),
        *(f"MPND{branch}_2" for branch in range(1, 5)),
    ],
    "lateral_plantar_nerve": [*(f"LPN_{number}" for number in range(1, 6)), "LPNS_2", "LPNS_3"],
    "medial_plantar_artery": [f"MPA_{number}" for number in range(1, 6)],
    "lateral_plantar_artery": [f"LPA_{number}" for number in range(1, 6)],
    "inferior_calcaneal_nerve": [f"BAXTER_{number}" for number in range(1, 6)],
    "fibularis_longus_tendon": [f"PL_{number}" for number in range(1, 5)],
    "long_plantar_ligament": [f"LPLIG_{number}" for number in range(1, 4)],
    "spring_ligament": ["SPRING_1", "SPRING_2"],
    "plantar_aponeurosis": ["PA_ORIG", *(f"PA_SLIP{slip}" for slip in range(1, 6))],
    "hallux_sesamoids": ["SES_MED", "SES_LAT"],
    "first_metatarsal": ["MT1_BASE", "MT1_HEAD", "MT1_TIP"],
    "fifth_metatarsal": ["MT5_BASE", "MT5_HEAD", "MT5_TUB"],
    "master_knot_of_henry": ["KNOT"],
    "tp_tendon": ["TP_INS"],
    "ta_tendon": ["TA_INS"],
    "fibularis_brevis_tendon": ["PB_INS"],
}


@pytest.fixture(scope="module")
def ruler(diagrams: dict[str, Diagram]) -> Ruler:
    return Ruler(diagrams["plantar"])


def place(name: str) -> Point:
    return _ROWS[name][:2]


@pytest.mark.parametrize("bone", OUTLINES)
def test_bones_have_their_measured_outline(ruler: Ruler, bone: str) -> None:
    marks = [name for name in _ROWS if name.startswith(f"{OUTLINES[bone]}_OUT_")]
    assert len(marks) >= 10
    assert max(ruler[bone].gap(*place(name)) for name in marks) <= 3


@pytest.mark.parametrize("structure", COURSES)
def test_structures_keep_their_course(ruler: Ruler, structure: str) -> None:
    for name in COURSES[structure]:
        assert ruler.distance(structure, place(name)) <= _ROWS[name][2], name


def test_o62_the_hallux_is_on_the_right(ruler: Ruler) -> None:
    assert ruler["first_metatarsal"].box[0] > ruler["fifth_metatarsal"].box[2]


def test_o65_the_tuberosity_of_the_fifth_overlaps_the_cuboid(ruler: Ruler) -> None:
    back = max(ruler.points("fifth_metatarsal"), key=lambda point: point[1])
    assert -72 <= back[1] <= -52 and back[0] < ruler["cuboid"].box[0] + 4
    assert ruler["cuboid"].box[1] < back[1]


def test_o66_two_sesamoids_with_the_long_flexor_between(ruler: Ruler) -> None:
    rings = sorted(ruler["hallux_sesamoids"].rings, key=lambda ring: ring[0][0])
    middles = [sum(x for x, _ in ring) / len(ring) for ring in rings]
    assert len(rings) == 2 and 10 <= middles[1] - middles[0] <= 15
    assert middles[0] < ruler.x("fhl_tendon", -149.0) < middles[1]


LAYERS = [
    ["calcaneus", "first_metatarsal"],
    ["long_plantar_ligament", "fibularis_longus_tendon", "tp_tendon"],
    ["flexor_hallucis_brevis"],
    ["quadratus_plantae", "fhl_tendon", "fdl_tendon", "first_lumbrical"],
    ["lateral_plantar_nerve", "medial_plantar_nerve"],
    ["abductor_hallucis", "flexor_digitorum_brevis", "abductor_digiti_minimi"],
    ["plantar_aponeurosis"],
    ["heel_fat_pad"],
]


def test_o67_the_layers_follow_one_another(ruler: Ruler) -> None:
    for deeper, nearer in itertools.pairwise(LAYERS):
        assert all(ruler.covers(upper, lower) for upper in nearer for lower in deeper)


def test_o68_the_aponeurosis_covers_the_short_flexor_and_has_five_slips(ruler: Ruler) -> None:
    assert ruler.covers("plantar_aponeurosis", "flexor_digitorum_brevis")
    assert ruler.apart("plantar_aponeurosis", "flexor_digitorum_brevis") == 0
    far = sorted(min(ring, key=lambda point: point[1]) for ring in ruler["plantar_aponeurosis"].rings)
    assert len([end for end in far if end[1] < -130]) >= 5


@pytest.mark.parametrize("y", [-30.0, -50.0, -70.0])
def test_o69_three_muscles_side_by_side(ruler: Ruler, y: float) -> None:
    inner, middle, outer = (
        ruler.spans_on_row(one, y) for one in ("abductor_hallucis", "flexor_digitorum_brevis", "abductor_digiti_minimi")
    )
    assert outer[-1][1] < middle[0][0] + 2 and middle[-1][1] < inner[0][0] + 2


def test_o70_the_long_flexors_cross_at_the_knot(ruler: Ruler) -> None:
    assert ruler.covers("fdl_tendon", "fhl_tendon")
    assert ruler.distance("fdl_tendon", (6, -64)) <= 3 and ruler.distance("fhl_tendon", (6, -64)) <= 3
    assert ruler.x("fdl_tendon", -40.0) > ruler.x("fhl_tendon", -40.0)
    assert ruler.x("fdl_tendon", -84.0) < ruler.x("fhl_tendon", -84.0)


def test_o72_quadratus_plantae_ends_on_the_long_flexor(ruler: Ruler) -> None:
    front = min(ruler.points("quadratus_plantae"), key=lambda point: point[1])
    assert -90 <= front[1] <= -75 and ruler.distance("fdl_tendon", front) <= 3


def test_o73_the_short_flexor_tendons_lie_over_the_long(ruler: Ruler) -> None:
    assert ruler.covers("flexor_digitorum_brevis", "fdl_tendon")


def test_o74_the_lateral_plantar_bundle_runs_between_two_muscles(ruler: Ruler) -> None:
    for cord in ("lateral_plantar_nerve", "lateral_plantar_artery"):
        assert ruler.covers("flexor_digitorum_brevis", cord) and ruler.covers(cord, "quadratus_plantae")
        assert ruler.distance(cord, (-30, -66)) <= 6


def test_o75_arteries_lie_on_the_outsides_of_their_nerves(ruler: Ruler) -> None:
    assert ruler.x("medial_plantar_artery", -40.0) > ruler.x("medial_plantar_nerve", -40.0)
    assert ruler.x("lateral_plantar_artery", -40.0) < ruler.x("lateral_plantar_nerve", -40.0)


@pytest.mark.parametrize("y", [-52.0, -60.0, -70.0, -80.0])
def test_o76_the_medial_plantar_nerve_lies_between_its_muscles(ruler: Ruler, y: float) -> None:
    nerve = ruler.spans_on_row("medial_plantar_nerve", y)
    assert ruler.spans_on_row("flexor_digitorum_brevis", y)[-1][1] < nerve[-1][1]
    assert nerve[0][0] < ruler.spans_on_row("abductor_hallucis", y)[0][0]


def test_o78_baxter_crosses_before_the_medial_process(ruler: Ruler) -> None:
    assert -18 <= ruler.y("inferior_calcaneal_nerve", -4.0) <= -4
    assert ruler.covers("flexor_digitorum_brevis", "inferior_calcaneal_nerve")
    end = min(ruler.points("inferior_calcaneal_nerve"))
    assert ruler.distance("abductor_digiti_minimi", end) <= 3


def test_o80_fibularis_longus_crosses_the_sole(ruler: Ruler) -> None:
    end = min(ruler.points("fibularis_longus_tendon"), key=lambda point: point[1])
    assert math.dist(end, (-3, -92)) <= 6


def test_o81_the_skin_fields_lie_in_order(ruler: Ruler) -> None:
    assert ruler["skin_medial_calcaneal"].box[1] > -40
    row = -80.0
    order = ["skin_sural", "skin_lateral_plantar", "skin_medial_plantar", "skin_saphenous"]
    middles = [ruler.x(one, row) for one in order]
    assert middles == sorted(middles)
    assert ruler["skin_saphenous"].box[1] > -115
