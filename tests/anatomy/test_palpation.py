from __future__ import annotations

import pytest

from quizapp.anatomy import palpation
from quizapp.anatomy.course import evenly
from quizapp.anatomy.diagram import Diagram
from quizapp.anatomy.outline import line_gap
from quizapp.base import paths

TABLE = palpation.load(paths.resources("anatomy", "palpation.yaml"))
_OFF = 2.0  # mm beside the outline of what is felt
_PRESSED = 4.0


@pytest.mark.parametrize("felt", TABLE.values(), ids=lambda felt: felt.structure)
def test_a_course_runs_along_the_structure_as_it_is_drawn(
    felt: palpation.Palpation, diagrams: dict[str, Diagram]
) -> None:
    region = diagrams[felt.view].by_id[felt.structure]
    for point in evenly(felt.course, 2.0):
        assert region.contains(*point) or region.gap(*point) <= _OFF, point


@pytest.mark.parametrize("felt", TABLE.values(), ids=lambda felt: felt.structure)
def test_the_point_lies_on_the_course(felt: palpation.Palpation) -> None:
    assert line_gap(felt.course, *felt.press) <= _PRESSED
