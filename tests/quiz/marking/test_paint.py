from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.anatomy import patch
from quizapp.bank.kinds.paint import Paint
from quizapp.bank.question import Option
from quizapp.quiz.attempt import Response
from quizapp.quiz.marking.paint import ENOUGH, ground, mark, truth
from quizapp.quiz.surroundings import Surroundings
from tests.quiz.samples import CATALOGUE, DIAGRAM, box, region

# Two fields with a seam of 1 mm between them, and a third one far off.
FIELDS = replace(
    DIAGRAM,
    regions=(
        region("nerve", box(0, 0, 20, 20)),
        region("artery", box(21, 0, 40, 20)),
        region("sheet", box(60, 0, 80, 20)),
    ),
    by_id={},
)
QUESTION = Paint(
    id="numb",
    view="medial",
    topic="T",
    level="recall",
    objective="O.",
    ask="What is numb?",
    options=(
        Option(structure="nerve", correct=True, why="Because."),
        Option(structure="artery", correct=True, why="Because."),
        Option(structure="sheet", why="No."),
    ),
    take_home="So.",
)
AROUND = Surroundings(CATALOGUE, {"medial": FIELDS})


def painted(left: int, right: int) -> Response:
    return Response(drawn=patch.to_rows({(column, row) for column in range(left, right) for row in range(20)}))


def test_the_true_patch_has_no_seam() -> None:
    assert truth(QUESTION, FIELDS) == {(column, row) for column in range(40) for row in range(20)}


def test_the_share_in_common_is_the_mark() -> None:
    assert mark(QUESTION, painted(0, 40), AROUND).value == 1.0
    # 400 squares in common; of the other half, 18 x 16 lie further inside than the border.
    assert mark(QUESTION, painted(0, 20), AROUND).value == pytest.approx(400 / 688, abs=0.001)
    assert 0.3 < mark(QUESTION, painted(20, 60), AROUND).value < 0.45


def test_seven_tenths_are_right_and_a_patch_elsewhere_is_wrong() -> None:
    assert mark(QUESTION, painted(0, 28), AROUND).outcome == "right"
    assert mark(QUESTION, painted(0, 22), AROUND).outcome == "partly"
    assert mark(QUESTION, painted(60, 80), AROUND).outcome == "wrong"


def test_fields_chosen_by_their_markers_count_as_painted() -> None:
    assert mark(QUESTION, Response(chosen=("nerve", "artery")), AROUND).value == 1.0
    assert mark(QUESTION, Response(chosen=("nerve",)), AROUND).value == pytest.approx(400 / 688, abs=0.001)
    assert mark(QUESTION, Response(), AROUND).value == 0.0


@given(st.lists(st.tuples(st.floats(-80, 80), st.floats(-80, 80)), max_size=12))
def test_a_mark_is_between_nothing_and_all(points: list[tuple[float, float]]) -> None:
    found = mark(QUESTION, Response(drawn=tuple(points)), AROUND)
    assert 0 <= found.value <= 1 and (found.value >= ENOUGH) == (found.outcome == "right")


@pytest.mark.parametrize("off", [(-2, 2), (2, -2), (2, 2)])
def test_a_border_drawn_two_millimetres_off_costs_nothing(off: tuple[int, int]) -> None:
    assert mark(QUESTION, painted(off[0], 40 + off[1]), AROUND).value == 1.0
    assert mark(QUESTION, painted(4 * off[0], 40 + 4 * off[1]), AROUND).value < 1.0


def test_limbs_whose_outlines_run_against_each_other_have_no_hole() -> None:
    limb = region("x-limbs", box(0, 0, 20, 20))
    limb = replace(limb, depth=9, rings=(limb.rings[0], tuple(reversed(box(10, 10, 30, 30)))), box=(0, 0, 30, 30))
    assert (15, 15) in ground(replace(FIELDS, drawn=(limb,), by_id={}))
