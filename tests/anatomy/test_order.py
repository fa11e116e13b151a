"""What a correct drawing of the medial ankle satisfies, measured on the drawing's own outlines.

Frame: mm, origin at the tip of the medial malleolus, x back, y down. O01 to O40 number the statements; they
rest on CT and MRI scans, on muscle-model via points, on published dissections and on textbooks.
"""

from __future__ import annotations

import itertools
import math

import pytest

from quizapp.anatomy.diagram import Diagram
from tests.anatomy.measure import Ruler

ALONG_THE_TUNNEL = [
    "tp_tendon",
    "fdl_tendon",
    "posterior_tibial_artery",
    "tibial_nerve",
    "fhl_tendon",
    "achilles_tendon",
]
BANDS = ["tibionavicular_ligament", "tibiospring_ligament", "tibiocalcaneal_ligament", "posterior_tibiotalar_ligament"]
CONTENTS = [
    "tp_tendon",
    "fdl_tendon",
    "posterior_tibial_artery",
    "posterior_tibial_veins",
    "tibial_nerve",
    "fhl_tendon",
]
MALLEOLUS_LINE = ((0.0, 0.0), (27.0, 69.0))


@pytest.fixture(scope="module")
def ruler(medial: Diagram) -> Ruler:
    return Ruler(medial)


@pytest.mark.parametrize("y", [-10.0, -20.0])
def test_o01_o02_order_behind_the_malleolus(ruler: Ruler, y: float) -> None:
    places = [ruler.x(one, y) for one in ALONG_THE_TUNNEL]
    assert places == sorted(places)


def test_o03_the_same_order_at_the_tip(ruler: Ruler) -> None:
    places = [ruler.x(one, 0.0) for one in ALONG_THE_TUNNEL[:5]]
    assert places == sorted(places)


def test_o04_a_vein_on_each_side_of_the_artery(ruler: Ruler) -> None:
    artery = ruler.spans_on_row("posterior_tibial_artery", -12.0)[0]
    veins = ruler.spans_on_row("posterior_tibial_veins", -12.0)
    front, back = veins[0], veins[-1]
    assert (front[0] + front[1]) / 2 < sum(artery) / 2 < (back[0] + back[1]) / 2
    assert artery[0] - front[1] <= 3 and back[0] - artery[1] <= 3


def test_o05_fat_between_tibia_and_achilles(ruler: Ruler) -> None:
    gap = ruler.spans_on_row("achilles_tendon", -20)[0][0] - ruler.spans_on_row("tibia", -20)[-1][1]
    assert 8 <= gap <= 25


@pytest.mark.parametrize("structure", ["great_saphenous_vein", "saphenous_nerve"])
def test_o06_o07_saphenous_structures_pass_in_front(ruler: Ruler, structure: str) -> None:
    assert ruler.x(structure, -15) < ruler.spans_on_row("tibia", -15)[0][0] + 4
    assert ruler.covers(structure, "flexor_retinaculum")


def test_o08_tibialis_anterior_lies_in_front_of_the_tibia(ruler: Ruler) -> None:
    assert ruler.x("ta_tendon", -20) < ruler.spans_on_row("tibia", -20)[0][0]


def test_o09_top_to_bottom_under_the_malleolus(ruler: Ruler) -> None:
    places = [ruler.y(one, 0.0) for one in ("tp_tendon", "fdl_tendon", "fhl_tendon")]
    assert places == sorted(places)


def test_o10_fhl_runs_under_the_shelf(ruler: Ruler) -> None:
    shelf = ruler.spans_on_column("sustentaculum_tali", 0.0)[-1][1]
    assert ruler.y("fhl_tendon", 0.0) > shelf - 2


def test_o11_o12_tp_above_the_shelf_and_fdl_along_it(ruler: Ruler) -> None:
    assert ruler.y("tp_tendon", 0.0) < 24
    assert 15 <= ruler.y("fdl_tendon", 0.0) <= 35


def test_o13_the_medial_plantar_nerve_is_plantar_to_fdl(ruler: Ruler) -> None:
    assert ruler.y("medial_plantar_nerve", 4.0) > ruler.y("fdl_tendon", 4.0)


def test_o14_tp_reaches_the_navicular_tuberosity(ruler: Ruler) -> None:
    assert ruler.distance("tp_tendon", (-30.0, 30.0)) <= 7
    assert ruler.apart("tp_tendon", "navicular") == 0


def test_o15_tp_turns_behind_the_malleolus(ruler: Ruler) -> None:
    assert ruler.x("tp_tendon", -10) > 8


def test_o16_tibialis_anterior_ends_on_the_cuneiform(ruler: Ruler) -> None:
    end = max(ruler.points("ta_tendon"), key=lambda point: point[1])
    assert end[1] > 34
    assert min(ruler.distance("medial_cuneiform", end), ruler.distance("first_metatarsal", end)) <= 2


def test_o17_achilles_ends_on_the_middle_of_the_back(ruler: Ruler) -> None:
    lowest = max(ruler.points("achilles_tendon"), key=lambda point: point[1])
    assert 40 <= lowest[1] <= 62
    assert ruler.distance("calcaneus", lowest) <= 2
    back = max(x for x, _ in ruler.points("calcaneus"))
    assert back - lowest[0] < 4


def test_o18_fdl_and_fhl_cross_below_the_navicular(ruler: Ruler) -> None:
    above = [x / 2 for x in range(-110, 20) if ruler.y("fdl_tendon", x / 2) < ruler.y("fhl_tendon", x / 2)]
    crossing = min(above)
    assert math.dist((crossing, ruler.y("fdl_tendon", crossing)), (-36.0, 50.0)) <= 16


def test_o19_beyond_the_knot_fdl_is_plantar(ruler: Ruler) -> None:
    assert ruler.y("fdl_tendon", -46.0) > ruler.y("fhl_tendon", -46.0)
    assert ruler.covers("fdl_tendon", "fhl_tendon")


def test_o20_the_tibial_nerve_divides_in_the_tunnel(ruler: Ruler) -> None:
    end = max(ruler.points("tibial_nerve"), key=lambda point: point[1])
    assert math.dist(end, (24.0, 5.0)) <= 18
    assert _from_line(end, *MALLEOLUS_LINE) <= 30
    assert ruler.apart("tibial_nerve", "medial_plantar_nerve") == 0
    assert ruler.apart("tibial_nerve", "lateral_plantar_nerve") == 0


def test_o21_the_lateral_plantar_nerve_lies_behind_the_medial(ruler: Ruler) -> None:
    assert ruler.x("lateral_plantar_nerve", 30.0) > ruler.x("medial_plantar_nerve", 30.0)


def test_o22_the_artery_divides_distal_to_the_nerve(ruler: Ruler) -> None:
    artery = max(ruler.points("posterior_tibial_artery"), key=lambda point: point[1])
    nerve = max(ruler.points("tibial_nerve"), key=lambda point: point[1])
    assert artery[1] > nerve[1]
    assert math.dist(artery, (20.0, 19.0)) <= 10


def test_o23_the_medial_calcaneal_nerve_leaves_above_and_runs_behind(ruler: Ruler) -> None:
    start = min(ruler.points("medial_calcaneal_nerve"), key=lambda point: point[1])
    assert -34 <= start[1] <= 14
    assert ruler.distance("tibial_nerve", start) <= 1
    assert (
        ruler.spans_on_row("medial_calcaneal_nerve", 25)[0][0] > ruler.spans_on_row("lateral_plantar_nerve", 25)[-1][1]
    )


def test_o24_baxter_leaves_the_lateral_plantar_nerve_and_turns_before_the_process(ruler: Ruler) -> None:
    points = ruler.points("inferior_calcaneal_nerve")
    start, end = min(points, key=lambda point: point[1]), max(points, key=lambda point: point[1])
    assert 5 <= start[1] <= 42
    assert ruler.distance("lateral_plantar_nerve", start) <= 1
    assert end[0] < 27 and 55 <= end[1] <= 70


@pytest.mark.parametrize("content", CONTENTS)
def test_o25_o26_the_retinaculum_covers_the_tunnel(ruler: Ruler, content: str) -> None:
    assert ruler.covers("flexor_retinaculum", content)
    assert ruler.apart("flexor_retinaculum", content) == 0
    assert ruler.apart("flexor_retinaculum", "medial_malleolus") <= 1
    assert ruler.apart("flexor_retinaculum", "calcaneus") == 0


@pytest.mark.parametrize("tendon", ["tp_tendon", "fdl_tendon"])
def test_o27_tendons_cross_over_the_deltoid(ruler: Ruler, tendon: str) -> None:
    assert all(ruler.covers(tendon, band) for band in ["deltoid_ligament", *BANDS])
    assert ruler.apart(tendon, "deltoid_ligament") == 0


def test_o28_superficial_deltoid_over_deep(ruler: Ruler) -> None:
    deep = ["anterior_tibiotalar_ligament", "posterior_tibiotalar_ligament"]
    assert all(ruler.covers(upper, lower) for upper in BANDS[:3] for lower in deep)


def test_o29_o30_what_lies_in_front_of_what(ruler: Ruler) -> None:
    assert ruler.covers("tibia", "talus") and ruler.covers("medial_malleolus", "talus")
    assert ruler.covers("tibia", "fibula")


@pytest.mark.parametrize("nerve", ["medial_plantar_nerve", "lateral_plantar_nerve"])
def test_o31_abductor_hallucis_covers_the_plantar_nerves(ruler: Ruler, nerve: str) -> None:
    assert ruler.covers("abductor_hallucis", nerve)
    assert ruler.apart("abductor_hallucis", nerve) == 0


def test_o32_the_aponeurosis_starts_at_the_medial_process(ruler: Ruler) -> None:
    assert ruler.distance("plantar_aponeurosis", (27.0, 69.0)) <= 9


@pytest.mark.parametrize("band", [*BANDS, "anterior_tibiotalar_ligament", "superficial_posterior_tibiotalar"])
def test_o33_every_band_starts_on_the_malleolus(ruler: Ruler, band: str) -> None:
    start = sorted(ruler.points(band), key=lambda point: math.dist(point, (2.0, -10.0)))[:3]
    assert all(ruler.distance("tibia", point) <= 1 for point in start)


def test_o34_lower_ends_front_to_back(ruler: Ruler) -> None:
    ends = [_mean_of_lowest(ruler, band) for band in BANDS]
    assert ends == sorted(ends)


@pytest.mark.parametrize(
    ("ligament", "bones"),
    [
        ("tibionavicular_ligament", ["tibia", "navicular"]),
        ("tibiospring_ligament", ["tibia", "spring_ligament"]),
        ("tibiocalcaneal_ligament", ["tibia", "sustentaculum_tali"]),
        ("anterior_tibiotalar_ligament", ["tibia", "talus"]),
        ("posterior_tibiotalar_ligament", ["tibia", "talus"]),
        ("spring_ligament", ["sustentaculum_tali", "navicular"]),
        ("medial_talocalcaneal_ligament", ["medial_tubercle_of_talus", "sustentaculum_tali"]),
    ],
)
def test_o35_ligaments_touch_what_they_are_named_for(ruler: Ruler, ligament: str, bones: list[str]) -> None:
    assert [bone for bone in bones if ruler.apart(ligament, bone) > 0.5] == []


def test_o36_the_shelf_lies_straight_below_the_malleolus(ruler: Ruler) -> None:
    left, top, right, bottom = ruler["sustentaculum_tali"].box
    assert -9 <= (left + right) / 2 <= 11
    assert 17 <= (top + bottom) / 2 <= 33


@pytest.mark.parametrize(
    ("one", "other"),
    list(itertools.pairwise(["tibia", "talus", "navicular", "medial_cuneiform", "first_metatarsal"])),
)
def test_o37_bones_meet(ruler: Ruler, one: str, other: str) -> None:
    assert ruler.apart(one, other) <= 3
    assert ruler.apart("talus", "calcaneus") <= 3


def test_o38_the_heel_projects_behind_the_tibia(ruler: Ruler) -> None:
    heel = max(x for x, _ in ruler.points("calcaneus"))
    assert 15 <= heel - ruler.spans_on_row("tibia", -20)[-1][1] <= 40


def test_o39_o40_toes_left_and_tibia_above(ruler: Ruler) -> None:
    assert ruler["first_mtp_joint"].anchor[0] < ruler["navicular"].anchor[0] < ruler["calcaneal_tuberosity"].anchor[0]
    assert ruler["tibia"].anchor[1] < ruler["talus"].anchor[1] < ruler["plantar_aponeurosis"].anchor[1]


def _mean_of_lowest(ruler: Ruler, band: str) -> float:
    """The middle of a band's lower end, which for the front ones is its far end from the malleolus."""
    far = sorted(ruler.points(band), key=lambda point: -math.dist(point, (0.0, -4.0)))[:6]
    return sum(x for x, _ in far) / len(far)


def _from_line(point: tuple[float, float], start: tuple[float, float], end: tuple[float, float]) -> float:
    dx, dy = end[0] - start[0], end[1] - start[1]
    return abs(dy * (point[0] - start[0]) - dx * (point[1] - start[1])) / math.hypot(dx, dy)
