from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from quizapp.base.history import History


@given(st.lists(st.integers(0, 5), max_size=40))
def test_undoing_all_and_redoing_all_leads_back(states: list[int]) -> None:
    history = History(-1)
    for state in states:
        history.add(state)
    last = history.now
    back = [last]
    while history.can_undo:
        back.append(history.undo())
    assert back[-1] == -1 and all(one != other for one, other in itertools.pairwise(back))
    while history.can_redo:
        history.redo()
    assert history.now == last


def test_a_new_state_cuts_off_what_was_undone() -> None:
    history = History("a")
    history.add("b")
    history.undo()
    history.add("c")
    assert not history.can_redo and history.undo() == "a"


def test_fifty_steps_at_least_are_kept() -> None:
    history = History(0)
    for state in range(1, 200):
        history.add(state)
    steps = 0
    while history.can_undo:
        history.undo()
        steps += 1
    assert steps >= 50
