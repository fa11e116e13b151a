"""Bones lie within 3 mm of their measured landmarks (CT and MRI means, scaled to a foot of 250 mm)."""

from __future__ import annotations

import pytest

from quizapp.anatomy.diagram import Diagram
from tests.anatomy.measure import landmarks

_ROWS = landmarks("landmarks", 0)

ON_THE_OUTLINE = {
    "tibia": [one for one in _ROWS if one.startswith(("TIB_", "MM_")) and one not in ("MM_WIDEST", "MM_TIP")],
    "talus": ["TAL_HEAD_ANT", "TAL_HEAD_TOP", "TAL_HEAD_INF", "TAL_NECK", "TAL_DOME", "TAL_POST"],
    "calcaneus": [one for one in _ROWS if one.startswith("CAL_") and one not in ("CAL_PITCH",)],
    "navicular": ["NAV_TOP", "NAV_BOTTOM", "NAV_ANT", "NAV_POST"],
    "medial_cuneiform": ["MC_TOP", "MC_BOTTOM", "MC_PROX", "MC_DIST"],
    "first_metatarsal": [one for one in _ROWS if one.startswith("MT1_") and one != "MT1_DECL"],
    "sustentaculum_tali": ["SUS_INF", "SUS_SUP"],
}
INSIDE = {
    "medial_malleolus": ["MM_WIDEST"],
    "talus": ["TAL_HEAD_C", "TAL_MED_TUB"],
    "sustentaculum_tali": ["SUS_TIP", "SUS_CENTRE", "SUS_ANT", "SUS_POST"],
    "navicular": ["NAV_TUB"],
    "medial_tubercle_of_talus": ["TAL_MED_TUB"],
    "navicular_tuberosity": ["NAV_TUB"],
    "medial_process_calc_tuberosity": ["CAL_MED_PROC"],
}
COURSES = {
    "tp_tendon": [f"TP{number}" for number in range(2, 10)],
    "fdl_tendon": [f"FDL{number}" for number in range(2, 11)],
    "fhl_tendon": [f"FHL{number}" for number in range(2, 13)],
    "ta_tendon": [f"TA{number}" for number in range(1, 6)],
    "achilles_tendon": [f"ACH{number}" for number in range(2, 7)],
    "tibial_nerve": ["TN1", "TN2", "TN3", "TN_BIF"],
    "medial_plantar_nerve": ["MPN1", "MPN2", "MPN3", "MPN4"],
    "lateral_plantar_nerve": ["LPN1", "LPN2", "LPN3"],
    "posterior_tibial_artery": ["PTA1", "PTA2", "PTA3", "PTA_BIF"],
    "great_saphenous_vein": ["GSV1", "GSV2", "GSV3", "GSV4"],
    "saphenous_nerve": ["SAPH_N"],
    "medial_calcaneal_nerve": ["MCN", "MCN_END"],
    "inferior_calcaneal_nerve": ["BAXTER", "BAXTER_TURN"],
    "abductor_hallucis": ["AH_ORIG", "AH_END"],
    "plantar_aponeurosis": ["PF_ORIG"],
}


def _cases(table: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [(structure, landmark) for structure, names in table.items() for landmark in names]


@pytest.mark.parametrize(("bone", "landmark"), _cases(ON_THE_OUTLINE))
def test_bone_outlines_pass_their_landmarks(medial: Diagram, bone: str, landmark: str) -> None:
    x, y, _ = _ROWS[landmark]
    assert medial.by_id[bone].gap(x, y) <= 3


@pytest.mark.parametrize(("bone", "landmark"), _cases(INSIDE))
def test_bony_landmarks_hold_their_points(medial: Diagram, bone: str, landmark: str) -> None:
    x, y, _ = _ROWS[landmark]
    region = medial.by_id[bone]
    assert region.contains(x, y) or region.gap(x, y) <= 3


@pytest.mark.parametrize(("structure", "landmark"), _cases(COURSES))
def test_soft_structures_keep_their_course_within_tolerance(medial: Diagram, structure: str, landmark: str) -> None:
    x, y, tolerance = _ROWS[landmark]
    region = medial.by_id[structure]
    assert region.contains(x, y) or region.gap(x, y) <= tolerance
