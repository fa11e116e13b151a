from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.anatomy.framing import Framing, parse, view_of

HUNDREDTHS = st.integers(-20000, 20000).map(lambda value: value / 100)
FRAMINGS = st.builds(
    Framing,
    view=st.sampled_from(["medial", "axial_a", "plantar"]),
    peel=st.integers(10, 90).map(lambda value: value / 10),
    zoom=st.integers(100, 1200).map(lambda value: value / 100),
    at=st.none() | st.tuples(HUNDREDTHS, HUNDREDTHS),
    select=st.sampled_from(["", "tibial_nerve"]),
    mirrored=st.booleans(),
    alone=st.booleans(),
    labels=st.booleans(),
)


@given(FRAMINGS)
def test_a_line_is_read_as_it_was_written(framing: Framing) -> None:
    again = parse(framing.code())
    assert again.code() == framing.code()
    assert (again.view, again.peel, again.zoom, again.select) == (
        framing.view,
        framing.peel,
        framing.zoom,
        framing.select,
    )


def test_the_usual_look_is_the_name_of_the_view() -> None:
    assert Framing("medial").code() == "medial" and parse("medial") == Framing("medial")


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("", "the view is missing"),
        ("medial peel", "peel wants a number, not nothing"),
        ("medial zoom big", "zoom wants a number, not big"),
        ("medial upside down", "upside means nothing here"),
        ("medial peel 12", "from 1 .skin. to 9"),
    ],
)
def test_what_is_wrong_is_said(code: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        parse(code)


@given(st.text(max_size=40))
def test_no_line_does_more_than_be_refused(code: str) -> None:
    try:
        framing = parse(code)
    except ValueError as fault:
        assert str(fault)
    else:
        assert framing.view == view_of(code)
