"""A room: what is asked now, whether answers are taken, and what may be seen; plain values, no clock, no sockets."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from quizapp.base.errors import UserError
from quizapp.base.words import words

Phase = Literal["lobby", "reading", "vote", "closed", "discuss", "reveal", "ended"]
Pace = Literal["led", "own"]
Verb = Literal["go", "next", "vote", "close", "discuss", "reveal", "show", "board", "extend", "exclude", "end"]

GRACE = 1.5  # seconds that an answer may be late: what is sent at the last second needs some on the way
MOST_ROUNDS = 2
_LONGEST = 3600.0
ALL = -1  # the item of a set that each does at an own pace
_STEPS: dict[Phase, tuple[Verb, ...]] = {
    "lobby": ("next",),
    "reading": ("vote", "next"),
    "vote": ("close", "extend"),
    "closed": ("reveal", "vote", "discuss"),
    "discuss": ("vote", "reveal"),
    "reveal": ("next",),
    "ended": (),
}
_STEPS_OF_A_SET: dict[Phase, tuple[Verb, ...]] = {"lobby": ("vote",), "closed": ("reveal",), "reveal": ("end",)}
_AGAIN = ("vote", "discuss")  # what leads to another vote


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """Where a class stands. ``item`` counts from 0 in the running order, ``closes`` is in seconds since 1970.

    ``votes`` has for each item how many votes were closed, ``revealed`` the items whose answer was told, ``shown``
    tells whether the projector shows results, ``board`` whether it shows who leads, ``excluded`` are the items that do
    not count. ``expected`` is the number of the last phone that had come in when the vote was opened: who comes later
    is not missed.
    """

    size: int
    pace: Pace = "led"
    phase: Phase = "lobby"
    item: int = ALL
    round: int = 1
    closes: float | None = None
    shown: bool = False
    board: bool = False
    votes: tuple[int, ...] = ()
    revealed: frozenset[int] = frozenset()
    excluded: frozenset[int] = frozenset()
    expected: int = 0
    version: int = 0

    def takes(self, item: int, number: int, now: float) -> bool:
        """Tell whether an answer to an item in the vote of a number is taken at a time."""
        if self.phase != "vote" or number != self.round or not 0 <= item < self.size:
            return False
        return self.item in (item, ALL) and (self.closes is None or now <= self.closes + GRACE)

    def is_over(self, now: float) -> bool:
        """Tell whether the time of a vote is up, its grace included."""
        return self.phase == "vote" and self.closes is not None and now > self.closes + GRACE

    @property
    def told(self) -> frozenset[int]:
        """Return the items whose key may be known: revealed ones, and all at the end."""
        return frozenset(range(self.size)) if self.phase == "ended" else self.revealed


@dataclass(frozen=True, slots=True)
class Command:
    """What a lecturer asks for: a verb, and the item, seconds or switch that it needs."""

    do: Verb
    item: int = ALL
    seconds: float | None = None
    on: bool = True


def steps(room: Room) -> tuple[Verb, ...]:
    """Return what takes the class on from here, the usual step first."""
    found = _STEPS[room.phase]
    if room.pace == "own":
        found = _STEPS_OF_A_SET.get(room.phase, found)
    elif room.phase in ("closed", "discuss") and room.votes[room.item] >= MOST_ROUNDS:
        found = tuple(one for one in found if one not in _AGAIN)
    return tuple(one for one in found if one != "extend" or room.closes is not None)


def obey(room: Room, command: Command, now: float) -> Room:
    """Return the room after a command; raise UserError with what is possible instead."""
    changed = _VERBS[command.do](room, command, now)
    return replace(changed, version=room.version + 1)


def empty(size: int, pace: Pace = "led") -> Room:
    """Return a room before its class has begun, with a running order of a length."""
    return Room(size=size, pace=pace, votes=(0,) * size)


def with_one_more(room: Room) -> tuple[Room, int]:
    """Return the room with an item that comes next, and its place: behind this one and all that were voted on."""
    done = [at for at, votes in enumerate(room.votes) if votes]
    at = max([room.item, *done]) + 1
    excluded = frozenset(one + (one >= at) for one in room.excluded)
    votes = (*room.votes[:at], 0, *room.votes[at:])
    return replace(room, size=room.size + 1, votes=votes, excluded=excluded), at


def _go(room: Room, command: Command, now: float) -> Room:
    _need(room, room.phase not in ("vote", "ended") and room.pace == "led", "go")
    if not 0 <= command.item < room.size:
        raise UserError(words("classroom.no_item", number=command.item + 1, of=room.size))
    done = room.votes[command.item]
    # What was voted on is not opened again by going back to it.
    phase: Phase = "reveal" if command.item in room.revealed else "closed" if done else "reading"
    return replace(room, item=command.item, phase=phase, round=max(1, done), closes=None, shown=False, board=False)


def _next(room: Room, command: Command, now: float) -> Room:
    if room.item + 1 >= room.size:
        return _end(room, command, now)
    return _go(room, replace(command, item=room.item + 1), now)


def _vote(room: Room, command: Command, now: float) -> Room:
    if room.pace == "own":
        _need(room, room.phase == "lobby", "vote")
        return replace(room, phase="vote", item=ALL, closes=_until(command, now))
    is_again = room.phase in ("closed", "discuss") and room.votes[room.item] < MOST_ROUNDS
    _need(room, room.phase == "reading" or is_again, "vote")
    number = room.votes[room.item] + 1
    return replace(room, phase="vote", round=number, closes=_until(command, now), shown=False)


def _close(room: Room, command: Command, now: float) -> Room:
    _need(room, room.phase == "vote", "close")
    votes = tuple(done + (room.item in (at, ALL)) for at, done in enumerate(room.votes))
    return replace(room, phase="closed", closes=None, votes=votes)


def _discuss(room: Room, command: Command, now: float) -> Room:
    _need(room, room.phase == "closed" and room.pace == "led", "discuss")
    return replace(room, phase="discuss", shown=False)


def _reveal(room: Room, command: Command, now: float) -> Room:
    _need(room, room.phase in ("closed", "discuss"), "reveal")
    now_told = range(room.size) if room.item == ALL else (room.item,)
    return replace(room, phase="reveal", revealed=room.revealed.union(now_told), shown=True)


def _show(room: Room, command: Command, now: float) -> Room:
    _need(room, room.phase in ("closed", "discuss", "reveal"), "show")
    return replace(room, shown=command.on)


def _board(room: Room, command: Command, now: float) -> Room:
    _need(room, room.phase in ("reveal", "ended"), "board")
    return replace(room, board=command.on)


def _extend(room: Room, command: Command, now: float) -> Room:
    _need(room, room.phase == "vote" and room.closes is not None, "extend")
    assert room.closes is not None
    return replace(room, closes=max(room.closes, now) + _seconds(command))


def _exclude(room: Room, command: Command, now: float) -> Room:
    if not 0 <= command.item < room.size:
        raise UserError(words("classroom.no_item", number=command.item + 1, of=room.size))
    excluded = room.excluded | {command.item} if command.on else room.excluded - {command.item}
    return replace(room, excluded=excluded)


def _end(room: Room, command: Command, now: float) -> Room:
    _need(room, room.phase != "vote", "end")
    return replace(room, phase="ended", closes=None, shown=False, board=False)


_VERBS: dict[Verb, Callable[[Room, Command, float], Room]] = {
    "go": _go,
    "next": _next,
    "vote": _vote,
    "close": _close,
    "discuss": _discuss,
    "reveal": _reveal,
    "show": _show,
    "board": _board,
    "extend": _extend,
    "exclude": _exclude,
    "end": _end,
}


def _need(room: Room, holds: bool, verb: Verb) -> None:
    if not holds:
        raise UserError(words("classroom.not_now", verb=words(f"classroom.verbs.{verb}"), phase=_phase_words(room)))


def _phase_words(room: Room) -> str:
    return words(f"classroom.phases.{room.phase}")


def _until(command: Command, now: float) -> float | None:
    return None if command.seconds is None else now + _seconds(command)


def _seconds(command: Command) -> float:
    if command.seconds is None or not 1 <= command.seconds <= _LONGEST:
        raise UserError(words("classroom.bad_seconds", most=round(_LONGEST)))
    return command.seconds
