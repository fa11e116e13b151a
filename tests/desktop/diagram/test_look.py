from __future__ import annotations

import itertools
from typing import get_args

from quizapp.desktop.diagram.look import State, look_of

STATES = get_args(State)


def test_every_state_has_a_look() -> None:
    assert all(look_of(state).width > 0 for state in STATES)


def test_right_wrong_and_near_differ_by_their_line_too() -> None:
    told = ("right", "wrong", "near")
    assert len({look_of(state).dash for state in told}) == len(told)


def test_no_two_states_look_alike() -> None:
    assert all(look_of(one) != look_of(other) for one, other in itertools.combinations(STATES, 2))
