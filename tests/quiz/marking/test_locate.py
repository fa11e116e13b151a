from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.anatomy.framing import view_of
from quizapp.bank.kinds.locate import Locate
from quizapp.bank.library import Library
from quizapp.quiz.attempt import Mark, Response
from quizapp.quiz.marking import locate
from quizapp.quiz.marking.locate import NEAR
from quizapp.quiz.surroundings import Surroundings
from tests.quiz.samples import DIAGRAM, LOCATE, SURROUNDINGS


def click(x: float, y: float, chosen: str = "") -> Mark:
    return locate.mark(LOCATE, Response(point=(x, y), chosen=(chosen,) if chosen else ()), SURROUNDINGS)


@pytest.mark.parametrize(
    ("x", "y", "chosen", "value", "outcome"),
    [
        (5, 5, "nerve", 1, "right"),
        (5, 2, "sheet", 1, "right"),  # the sheet covers the nerve there: no look-alike, so the place counts
        (9, 5, "artery", 0, "near"),  # the artery is a look-alike, and it was picked
        (9, 5, "nerve", 1, "right"),  # reached beneath the artery by a second click
        (12, 5, "artery", 0, "near"),
        (-2, 8, "", 0.5, "near"),  # bare ground, 2 mm off
        (-2, 2, "sheet", 0, "near"),
        (-20, 30, "", 0, "wrong"),
    ],
)
def test_a_click_counts_by_place_and_by_what_was_picked(
    x: float, y: float, chosen: str, value: float, outcome: str
) -> None:
    mark = click(x, y, chosen)
    assert (mark.value, mark.outcome) == (value, outcome)


def test_a_marker_counts_as_what_it_marks() -> None:
    assert locate.mark(LOCATE, Response(chosen=("nerve",)), SURROUNDINGS).outcome == "right"
    assert locate.mark(LOCATE, Response(chosen=("artery",)), SURROUNDINGS).outcome == "wrong"


@given(st.floats(-50, 50), st.floats(-50, 50))
def test_near_is_within_its_distance_and_half_a_mark_only_on_bare_ground(x: float, y: float) -> None:
    mark = click(x, y)
    assert mark.value in (0, 0.5, 1)
    if mark.outcome == "near":
        assert mark.gap is not None and mark.gap <= NEAR
    if mark.value == 0.5:
        assert not any(one.contains(x, y) for one in DIAGRAM.regions)
    if mark.outcome == "wrong":
        assert mark.gap is not None and mark.gap > NEAR


def test_every_key_of_the_bank_is_right_where_it_is_marked(bank: Library, surroundings: Surroundings) -> None:
    for question in bank:
        if isinstance(question, Locate):
            diagram = surroundings.diagrams[view_of(question.view)]
            for key in question.keys:
                response = Response(chosen=(key,), point=diagram.by_id[key].anchor)
                assert locate.mark(question, response, surroundings).value == 1, (question.id, key)
