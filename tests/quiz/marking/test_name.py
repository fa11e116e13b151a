from __future__ import annotations

import pytest

from quizapp.quiz.attempt import Response
from quizapp.quiz.marking import name
from tests.quiz.samples import NAME, SURROUNDINGS


@pytest.mark.parametrize(
    ("typed", "value", "chosen"),
    [
        ("tibial nerve", 1, ("nerve",)),
        ("Tibial  Nerv", 1, ("nerve",)),
        ("tn", 1, ("nerve",)),
        ("posterior tibial artery", 0, ("artery",)),
        ("some other thing", 0, ()),
    ],
)
def test_a_typed_name_counts_by_what_it_means(typed: str, value: float, chosen: tuple[str, ...]) -> None:
    mark = name.mark(NAME, Response(typed=typed), SURROUNDINGS)
    assert (mark.value, mark.chosen) == (value, chosen)


@pytest.mark.parametrize(("chosen", "value"), [("nerve", 1), ("artery", 0)])
def test_a_chosen_name_counts(chosen: str, value: float) -> None:
    assert name.mark(NAME, Response(chosen=(chosen,)), SURROUNDINGS).value == value
