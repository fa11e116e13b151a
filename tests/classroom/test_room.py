"""A room: whatever a lecturer presses, votes stay closed and keys stay secret."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from quizapp.base.errors import UserError
from quizapp.classroom.room import ALL, GRACE, MOST_ROUNDS, Command, Room, Verb, empty, obey, steps, with_one_more


def room(size: int = 3, **more: object) -> Room:
    return replace(empty(size), **more)  # type: ignore[arg-type]


def after(*commands: str, of: Room | None = None, now: float = 0.0) -> Room:
    found = of or room()
    for one in commands:
        verb, _, seconds = one.partition(" ")
        found = obey(found, Command(verb, seconds=float(seconds) if seconds else None), now)  # type: ignore[arg-type]
    return found


class AnyClass(RuleBasedStateMachine):
    """A lecturer who presses anything at any time, and a clock that runs."""

    def __init__(self) -> None:
        super().__init__()
        self.room = room(3)
        self.now = 1000.0
        self.closed: set[tuple[int, int]] = set()

    @rule(
        verb=st.sampled_from(get_args(Verb)),
        item=st.integers(-2, 4),
        seconds=st.one_of(st.none(), st.floats(-10, 4000)),
        on=st.booleans(),
    )
    def press(self, verb: Verb, item: int, seconds: float | None, on: bool) -> None:
        before = self.room
        try:
            self.room = obey(before, Command(verb, item, seconds, on), self.now)
        except UserError as fault:
            assert str(fault)
            assert self.room is before
            return
        assert self.room.version == before.version + 1
        if before.phase == "vote" and self.room.phase != "vote":
            self.closed.add((before.item, before.round))

    @rule(seconds=st.floats(0, 100))
    def pass_time(self, seconds: float) -> None:
        self.now += seconds

    @precondition(lambda self: self.room.is_over(self.now))
    @rule()
    def run_out(self) -> None:
        self.press("close", ALL, None, True)

    @invariant()
    def a_closed_vote_is_never_open_again(self) -> None:
        assert not any(self.room.takes(item, number, self.now) for item, number in self.closed)

    @invariant()
    def only_the_question_on_show_takes_answers(self) -> None:
        open_ones = [(at, number) for at in range(-1, 5) for number in (1, 2) if self.room.takes(at, number, self.now)]
        assert open_ones in ([], [(self.room.item, self.room.round)])

    @invariant()
    def a_key_is_told_only_after_a_vote_that_was_closed(self) -> None:
        if self.room.phase != "ended":
            assert all(self.room.votes[item] for item in self.room.told)

    @invariant()
    def results_are_never_shown_while_a_vote_is_open(self) -> None:
        assert not (self.room.shown and self.room.phase in ("lobby", "reading", "vote"))

    @invariant()
    def every_step_that_is_offered_can_be_taken(self) -> None:
        for verb in steps(self.room):
            obey(self.room, Command(verb, seconds=30.0), self.now)

    @invariant()
    def nobody_votes_more_than_twice(self) -> None:
        assert max(self.room.votes) <= MOST_ROUNDS


TestAnyClass = AnyClass.TestCase


def test_a_class_goes_from_reading_to_the_second_vote_to_the_answer() -> None:
    found = after("next", "vote", "close", "discuss", "vote", "close", "reveal")
    assert (found.phase, found.item, found.round, found.told) == ("reveal", 0, 2, {0})


def test_the_last_moment_counts_and_the_one_after_the_grace_does_not() -> None:
    found = after("next", "vote 30", now=100.0)
    assert found.takes(0, 1, 130.0 + GRACE)
    assert not found.takes(0, 1, 130.1 + GRACE)


def test_more_time_is_counted_from_now_once_it_is_up() -> None:
    found = obey(after("next", "vote 30", now=100.0), Command("extend", seconds=20), 131.0)
    assert found.closes == 151.0


def test_going_back_shows_what_was_and_opens_nothing() -> None:
    found = obey(after("next", "vote", "close", "reveal", "next"), Command("go", item=0), 0.0)
    assert found.phase == "reveal"


def test_the_last_next_ends_the_class_and_tells_everything() -> None:
    found = after("next", "next", "next", "next")
    assert found.phase == "ended"
    assert found.told == {0, 1, 2}


def test_a_set_at_an_own_pace_takes_every_question_at_once() -> None:
    found = after("vote", of=room(3, pace="own"))
    assert [found.takes(item, 1, 0.0) for item in (0, 1, 2, 3)] == [True, True, True, False]
    assert after("close", "reveal", of=found).told == {0, 1, 2}


def test_after_two_votes_there_is_no_third_and_a_set_at_an_own_pace_has_one() -> None:
    assert steps(after("next", "vote", "close")) == ("reveal", "vote", "discuss")
    assert steps(after("next", "vote", "close", "vote", "close")) == ("reveal",)
    assert steps(after("next", "vote")) == ("close",)
    assert steps(after("next", "vote 30")) == ("close", "extend")
    own = room(3, pace="own")
    assert steps(own) == ("vote",)
    assert steps(after("vote", "close", of=own)) == ("reveal",)
    assert steps(after("vote", "close", "reveal", of=own)) == ("end",)


def test_a_question_made_on_the_spot_comes_next_and_moves_nothing_that_was_voted_on() -> None:
    found = replace(after("next", "vote", "close", "reveal"), excluded=frozenset({0, 2}))
    more, at = with_one_more(found)
    assert (at, more.size, more.votes, more.excluded) == (1, 4, (1, 0, 0, 0), {0, 3})
    back = replace(found, item=0, votes=(1, 1, 0))
    assert with_one_more(back)[1] == 2, "behind all that were voted on, wherever the class has gone back to"


@pytest.mark.parametrize("verb", ["close", "discuss", "reveal", "show", "vote", "extend"])
def test_what_cannot_be_done_yet_is_said_in_words(verb: Verb) -> None:
    with pytest.raises(UserError, match="before the class has begun"):
        obey(room(), Command(verb), 0.0)
