from __future__ import annotations

import re

import pytest

from quizapp.anatomy import neutral
from quizapp.anatomy.catalogue import Catalogue
from quizapp.anatomy.diagram import Diagram


def test_a_place_is_told_from_edge_to_edge(medial: Diagram) -> None:
    left, top, right, bottom = medial.box
    assert neutral.place(medial, (left, top)) == "0 % of the way from toes to heel, 0 % of the way down"
    middle = ((left + right) / 2, bottom + 50)
    assert neutral.place(medial, middle) == "50 % of the way from toes to heel, 100 % of the way down"


@pytest.mark.parametrize(
    ("structure", "run"),
    [
        ("tibia", "long, upright"),
        ("plantar_aponeurosis", "long, level"),
        ("tp_tendon", "long, sloping down towards toes"),
        ("navicular_tuberosity", "about as long as it is broad"),
    ],
)
def test_the_run_of_a_structure_is_told(medial: Diagram, structure: str, run: str) -> None:
    assert neutral.described(medial, medial.by_id[structure]).endswith(run)


def test_no_description_names_a_structure(diagrams: dict[str, Diagram], catalogue: Catalogue) -> None:
    for diagram in diagrams.values():
        for region in diagram.regions:
            said = neutral.described(diagram, region)
            names = "|".join(re.escape(name) for name in catalogue[region.id].names)
            assert not re.search(rf"\b({names})\b", said)
