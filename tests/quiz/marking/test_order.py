from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quizapp.anatomy.catalogue import Catalogue
from quizapp.bank.kinds.order import Order
from quizapp.bank.question import Option
from quizapp.quiz.attempt import Response
from quizapp.quiz.marking.order import mark
from quizapp.quiz.surroundings import Surroundings

KEYS = ("a", "b", "c", "d", "e")
QUESTION = Order(
    id="row",
    topic="T",
    level="recall",
    objective="O.",
    ask="In which order?",
    options=tuple(Option(text=key, why="Because.") for key in KEYS),
    take_home="So.",
)
NOTHING = Surroundings(Catalogue(()))


def worth(*chosen: str) -> tuple[float, str]:
    found = mark(QUESTION, Response(chosen=chosen), NOTHING)
    return found.value, found.outcome


def test_the_right_order_is_worth_all_and_the_reverse_nothing() -> None:
    assert worth(*KEYS) == (1.0, "right")
    assert worth(*reversed(KEYS)) == (0.0, "wrong")


def test_one_swap_of_neighbours_costs_little() -> None:
    value, outcome = worth("b", "a", "c", "d", "e")
    assert outcome == "partly" and value == 0.8


def test_what_is_left_out_or_comes_twice_is_wrong() -> None:
    assert worth("a", "b") == worth("a", "a", "b", "c", "d") == worth() == (0.0, "wrong")


@given(st.permutations(KEYS))
def test_a_mark_is_between_nothing_and_all_and_full_for_the_order_alone(chosen: list[str]) -> None:
    value, outcome = worth(*chosen)
    assert 0 <= value <= 1
    assert (value == 1) == (tuple(chosen) == KEYS) == (outcome == "right")
