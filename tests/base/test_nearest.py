from __future__ import annotations

from quizapp.base.nearest import did_you_mean


def test_the_nearest_word_is_offered() -> None:
    assert did_you_mean("patela", ["patella", "tibia"]) == " (did you mean patella?)"


def test_nothing_is_offered_where_nothing_is_near() -> None:
    assert did_you_mean("xyz", ["patella", "tibia"]) == ""
