from __future__ import annotations

import itertools

from quizapp.base.words import words
from quizapp.desktop.actions import ROWS


def test_no_key_means_two_things_on_one_page() -> None:
    for one, other in itertools.combinations(ROWS, 2):
        if not one.page or not other.page or one.page == other.page:
            assert not set(one.keys) & set(other.keys), (one.name, other.name)


def test_every_action_has_a_key_and_words() -> None:
    assert all(row.keys and words(row.label) for row in ROWS)
