"""What has to outlive a crash of a class: rooms, phones and answers, whichever database keeps them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol

import msgspec

from quizapp.classroom.room import Room
from quizapp.classroom.wire import NO_RULES, Answer, Rules

COLUMNS = "code, title, host, remote, seed, items, rules, state, created"  # of a room, as they are read
Change = Literal["room", "answers", "all"]  # the room itself, what phones gave, or anything in any room
Listener = Callable[[str, Change], None]  # the code of a room, and what has changed


class UnfitError(Exception):
    """The database refused something in a batch; the rest of it could be kept."""


@dataclass(frozen=True, slots=True)
class Item:
    """One question of a running order: of the bank by its id, or made on the spot."""

    question: str
    made: dict[str, Any] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A room as it is kept; times in seconds since 1970. ``host`` and ``remote`` are secrets of the lecturer."""

    code: str
    host: str
    remote: str
    seed: int
    items: tuple[Item, ...]
    room: Room
    created: float
    title: str = ""
    rules: Rules = NO_RULES


@dataclass(frozen=True, slots=True)
class Phone:
    """A phone in a room: its number from 1, the digest of its token, and the name it goes by, if any."""

    number: int
    digest: str
    name: str


@dataclass(frozen=True, slots=True)
class Joining:
    """A phone that wants to come in; ``name`` where it chose one of a roster."""

    code: str
    digest: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Progress:
    """How many first answers there are to each item, and from each phone."""

    items: Mapping[int, int]
    phones: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Given:
    """An answer of a phone, as it is kept."""

    code: str
    phone: int
    answer: Answer


class Journal(Protocol):
    """A database of classes; what it was given is on disk once a call has returned."""

    async def unfinished(self) -> list[Kept]:
        """Return the rooms that have not ended, the newest first."""
        ...

    async def load(self, code: str) -> Kept | None:
        """Return a room, or None where there is none of that code."""
        ...

    async def create(self, kept: Kept) -> None:
        """Keep a new room."""
        ...

    async def change(self, kept: Kept, was: int) -> bool:
        """Keep a changed room if its version still is what it was; tell whether it is."""
        ...

    async def phones(self, code: str, after: int = 0) -> list[Phone]:
        """Return the phones of a room with a number above one."""
        ...

    async def write(self, joins: Sequence[Joining], answers: Sequence[Given], now: float) -> Written:
        """Keep phones and answers in one go: on disk together, or not at all; raise UnfitError where one is unfit."""
        ...

    async def answers(self, code: str, item: int | None = None, phone: int | None = None) -> list[Given]:
        """Return the answers of a room, of one item or of one phone alone if wished."""
        ...

    async def progress(self, code: str) -> Progress:
        """Return how far a room has come with a set that each does at an own pace."""
        ...

    async def delete(self, code: str) -> None:
        """Delete a room with all that was kept of it."""
        ...

    async def watch(self, listener: Listener) -> None:
        """Call a listener for each room that another process has changed, deleted, or kept answers of."""
        ...

    async def attend(self, code: str, numbers: Sequence[int], now: float) -> None:
        """Tell other processes which phones listen at this one."""
        ...

    async def elsewhere(self, code: str, now: float) -> frozenset[int]:
        """Return the phones that listen at other processes."""
        ...

    async def close(self) -> None:
        """Let go of the database."""
        ...


@dataclass(frozen=True, slots=True)
class Written:
    """What became of a batch, in its order: the phones as they are in the room, and whether answers were taken."""

    phones: list[Phone | None] = field(default_factory=list)
    taken: list[bool] = field(default_factory=list)


def taken(answers: Sequence[Given], rooms: Mapping[str, Room | None], now: float) -> list[bool]:
    """Tell of each answer whether its room takes it at a time."""
    found = ((rooms[given.code], given.answer) for given in answers)
    return [room is not None and room.takes(answer.item, answer.round, now) for room, answer in found]


def free_name(wanted: str, taken: Collection[str]) -> str:
    """Return a name of a roster, with a number behind it where somebody has come in by it.

    Whose phone died comes back with another one; nobody is kept out by a name that somebody else took.
    """
    name, number = wanted, 1
    while wanted and name in taken:
        number += 1
        name = f"{wanted} ({number})"
    return name


def text_of(value: Any) -> str:
    """Return a value as the JSON that is kept of it."""
    return msgspec.json.encode(value).decode()


def row_of(given: Given, now: float) -> tuple[Any, ...]:
    """Return an answer as a row: room, item, round, phone, number, the answer as JSON, and when."""
    answer = given.answer
    return (given.code, answer.item, answer.round, given.phone, answer.number, text_of(answer), now)


def kept_of(row: Iterable[Any]) -> Kept:
    """Return a room from a row of ``COLUMNS``."""
    code, title, host, remote, seed, items, rules, state, created = row
    return Kept(
        code=code,
        title=title,
        host=host,
        remote=remote,
        seed=seed,
        items=tuple(msgspec.json.decode(items, type=list[Item])),
        rules=msgspec.json.decode(rules, type=Rules),
        room=msgspec.json.decode(state, type=Room),
        created=created,
    )
