"""A room as one server knows it: what is in the journal, who listens here, and what need not be made twice."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Sequence, Set

from quizapp.classroom import asked
from quizapp.classroom.bell import Bell
from quizapp.classroom.journal import Kept, Phone
from quizapp.classroom.report import Report
from quizapp.classroom.room import Room


class Live:
    """A room as this process knows it."""

    def __init__(self, kept: Kept, phones: Sequence[Phone]) -> None:
        self.kept = kept
        self.phones = {one.digest: one for one in phones}
        self.here: Counter[int] = Counter()  # open streams by phone
        self.watchers = 0  # windows of the lecturer
        self.bell = Bell()
        self.host_bell = Bell()
        self.report: tuple[int, Report] | None = None  # of the item that was asked for last
        self.standing: tuple[frozenset[int], dict[int, float]] | None = None  # the items counted, and points by phone
        self.snapshot: tuple[int, float, bytes] | None = None
        self.is_behind = False  # something has happened at other servers
        self.looked = 0.0  # when it was last read again because something came too early or too late
        self.reading: asyncio.Task[None] | None = None  # that reading
        self.is_moved = False  # phones came or went that other servers were not told of yet
        self.elsewhere: frozenset[int] = frozenset()  # phones that listen at other servers
        self.read_to = self.last  # up to this number every phone is known, wherever it came in
        self.faces: dict[int, asked.Face] = {}
        self.options: dict[int, asked.Shuffled] = {}

    @property
    def room(self) -> Room:
        """Return the room."""
        return self.kept.room

    @property
    def present(self) -> Set[int]:
        """Return the numbers of the phones that listen, at this server or another."""
        return self.here.keys() | self.elsewhere

    @property
    def last(self) -> int:
        """Return the number of the phone that came in last."""
        return max((one.number for one in self.phones.values()), default=0)

    def forget_order(self) -> None:
        """Forget what was made of the running order, for it may have changed."""
        self.faces.clear()
        self.options.clear()
        self.report = None
        self.standing = None

    def leave_or_come(self, phone: Phone, by: int) -> None:
        """Count a stream of a phone that opens or ends."""
        self.here[phone.number] += by
        if not self.here[phone.number]:
            del self.here[phone.number]  # who has no stream is not here
        self.is_moved = True
        self.host_bell.ring_soon()

    def learn(self, phones: Sequence[Phone]) -> None:
        """Take in phones that are in the room."""
        self.phones.update({one.digest: one for one in phones})
