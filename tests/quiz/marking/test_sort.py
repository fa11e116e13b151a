from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quizapp.quiz.attempt import Response
from quizapp.quiz.marking.sort import mark
from tests.quiz.marking.samples import SORT
from tests.quiz.samples import SURROUNDINGS

RIGHT = (("for:x", "for:y", "missing:z"), ("against:x", "missing:w"))
PLACES = st.lists(
    st.builds("{}:{}".format, st.sampled_from(("for", "against", "missing")), st.sampled_from("xyzw")), max_size=6
)


def worth(*steps: tuple[str, ...]) -> float:
    return mark(SORT, Response(steps=steps), SURROUNDINGS).value


def test_each_place_counts_alike_and_a_wrong_one_takes_one_back() -> None:
    assert worth(*RIGHT) == 1
    assert worth(RIGHT[0]) == 3 / 5
    assert worth(("for:x", "for:y", "against:z"), ()) == 1 / 5
    assert worth(RIGHT[0], ("against:x", "missing:w", "for:y")) == 4 / 5


def test_one_finding_in_the_same_bin_twice_earns_nothing_more() -> None:
    assert worth(("for:x", "for:x", "for:x"), ()) == 0


@given(PLACES, PLACES)
def test_a_mark_is_full_for_the_key_alone(one: list[str], other: list[str]) -> None:
    value = worth(tuple(one), tuple(other))
    assert 0 <= value <= 1
    assert (value == 1) == (sorted(one) == sorted(RIGHT[0]) and sorted(other) == sorted(RIGHT[1]))
