"""Classes in PostgreSQL: any number of servers share them, and any of them may be killed.

A room is locked for the moment in which answers to it are kept, so that a vote which one server has closed is closed
for all. Who has changed something tells the others by NOTIFY; they read it from the tables.
"""

from __future__ import annotations

import asyncio
import contextlib
import secrets
from collections.abc import Sequence
from typing import Any, Literal

import asyncpg
import msgspec

from quizapp.base.errors import UserError
from quizapp.base.words import words
from quizapp.classroom.journal import (
    COLUMNS,
    Change,
    Given,
    Joining,
    Kept,
    Listener,
    Phone,
    Progress,
    UnfitError,
    Written,
    free_name,
    kept_of,
    row_of,
    taken,
    text_of,
)
from quizapp.classroom.room import Room
from quizapp.classroom.wire import kept_answer

_SCHEMA = """
CREATE TABLE IF NOT EXISTS room (
    code TEXT PRIMARY KEY, title TEXT NOT NULL, host TEXT NOT NULL, remote TEXT NOT NULL, seed BIGINT NOT NULL,
    items TEXT NOT NULL, rules TEXT NOT NULL DEFAULT '{}', state TEXT NOT NULL, version BIGINT NOT NULL,
    created DOUBLE PRECISION NOT NULL, is_over BOOLEAN NOT NULL DEFAULT FALSE, joined INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE IF NOT EXISTS phone (
    room TEXT NOT NULL REFERENCES room ON DELETE CASCADE, number INTEGER NOT NULL, digest TEXT NOT NULL,
    name TEXT NOT NULL, PRIMARY KEY (room, number), UNIQUE (room, digest)
);
CREATE TABLE IF NOT EXISTS answer (
    room TEXT NOT NULL REFERENCES room ON DELETE CASCADE, item INTEGER NOT NULL, round INTEGER NOT NULL,
    phone INTEGER NOT NULL, number INTEGER NOT NULL, answer TEXT NOT NULL, at DOUBLE PRECISION NOT NULL,
    PRIMARY KEY (room, item, round, phone)
);
CREATE UNLOGGED TABLE IF NOT EXISTS attendance (
    room TEXT NOT NULL REFERENCES room ON DELETE CASCADE, node TEXT NOT NULL, phones INTEGER[] NOT NULL,
    at DOUBLE PRECISION NOT NULL, PRIMARY KEY (room, node)
);
ALTER TABLE room ADD COLUMN IF NOT EXISTS rules TEXT NOT NULL DEFAULT '{}';
DO $$ BEGIN
    IF EXISTS (SELECT FROM information_schema.columns
               WHERE table_schema = current_schema() AND table_name = 'room' AND column_name = 'nicknames') THEN
        UPDATE room SET rules = '{"names":"nicknames"}' WHERE nicknames;
        ALTER TABLE room DROP COLUMN nicknames;
    END IF;
END $$;
CREATE INDEX IF NOT EXISTS answer_of_phone ON answer (room, phone, item, round);
"""
_ROOM = f"SELECT {COLUMNS} FROM room"
_ANSWER = """
INSERT INTO answer (room, item, round, phone, number, answer, at)
SELECT * FROM unnest($1::text[], $2::int[], $3::int[], $4::int[], $5::int[], $6::text[], $7::float8[])
ON CONFLICT (room, item, round, phone) DO UPDATE SET number = excluded.number, answer = excluded.answer,
at = excluded.at WHERE excluded.number > answer.number
"""
_PHONES = "INSERT INTO phone (room, number, digest, name) SELECT $1, * FROM unnest($2::int[], $3::text[], $4::text[])"
_ATTEND = """
INSERT INTO attendance (room, node, phones, at) SELECT code, $2, $3::int[], $4 FROM room WHERE code = $1
ON CONFLICT (room, node) DO UPDATE SET phones = excluded.phones, at = excluded.at
"""
_CHANNEL = "quizapp_class"
_MOST = 10  # connections
_HERE = 25.0  # seconds after which a server that told nothing of its phones has none
_AGAIN = 1.0  # seconds before the channel is listened to again


class PostgresJournal:
    """A pool of connections to write and read by, and one that listens."""

    def __init__(self, address: str, pool: asyncpg.Pool) -> None:
        self._address = address
        self._pool = pool
        self._node = secrets.token_hex(4)
        self._listening: asyncio.Task[None] | None = None

    @classmethod
    async def open(cls, address: str) -> PostgresJournal:
        """Connect, and make the tables where there are none; raise UserError where that cannot be done."""
        try:
            pool = await asyncpg.create_pool(address, min_size=1, max_size=_MOST)
            async with pool.acquire() as line, line.transaction():
                await line.execute("SELECT pg_advisory_xact_lock(7420)")  # two servers may begin at the same time
                await line.execute(_SCHEMA)
        except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError, ValueError) as fault:
            raise UserError(words("classroom.no_database", why=fault)) from None
        return cls(address, pool)

    async def unfinished(self) -> list[Kept]:
        """Return the rooms that have not ended, the newest first."""
        return [kept_of(row) for row in await self._pool.fetch(f"{_ROOM} WHERE NOT is_over ORDER BY created DESC")]

    async def load(self, code: str) -> Kept | None:
        """Return a room, or None where there is none of that code."""
        row = await self._pool.fetchrow(f"{_ROOM} WHERE code = $1", code)
        return kept_of(row) if row is not None else None

    async def create(self, kept: Kept) -> None:
        """Keep a new room."""
        await self._pool.execute(
            "INSERT INTO room (code, title, host, remote, seed, items, rules, state, version, created)"
            " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
            *(kept.code, kept.title, kept.host, kept.remote, kept.seed, text_of(kept.items), text_of(kept.rules)),
            *(text_of(kept.room), kept.room.version, kept.created),
        )

    async def change(self, kept: Kept, was: int) -> bool:
        """Keep a changed room if its version still is what it was; tell whether it is."""
        async with self._pool.acquire() as line, line.transaction():
            done: str = await line.execute(
                "UPDATE room SET items = $1, rules = $2, state = $3, version = $4, is_over = $5"
                " WHERE code = $6 AND version = $7",
                *(text_of(kept.items), text_of(kept.rules), text_of(kept.room), kept.room.version),
                *(kept.room.phase == "ended", kept.code, was),
            )
            if done == "UPDATE 1":
                await self._notify(line, "room", kept.code)
        return done == "UPDATE 1"

    async def phones(self, code: str, after: int = 0) -> list[Phone]:
        """Return the phones of a room with a number above one."""
        asked = "SELECT number, digest, name FROM phone WHERE room = $1 AND number > $2 ORDER BY number"
        return [Phone(*row) for row in await self._pool.fetch(asked, code, after)]

    async def write(self, joins: Sequence[Joining], answers: Sequence[Given], now: float) -> Written:
        """Keep phones and answers in one go: on disk together, or not at all; raise UnfitError where one is unfit."""
        try:
            return await self._write(joins, answers, now)
        except (asyncpg.DataError, asyncpg.IntegrityConstraintViolationError) as fault:
            raise UnfitError(str(fault)) from fault

    async def _write(self, joins: Sequence[Joining], answers: Sequence[Given], now: float) -> Written:
        phones: dict[tuple[str, str], Phone] = {}
        async with self._pool.acquire() as line, line.transaction():
            joined = {one.code for one in joins}
            rooms = {}
            for code in sorted({*joined, *(one.code for one in answers)}):  # in one order, or two servers could wait
                rooms[code] = await self._locked(line, code, "UPDATE" if code in joined else "SHARE")
            for code in joined:
                for phone in await self._join(line, code, [one for one in joins if one.code == code]):
                    phones[code, phone.digest] = phone
            found = taken(answers, rooms, now)
            await self._keep(line, [one for one, is_taken in zip(answers, found, strict=True) if is_taken], now)
            for code in rooms:
                await self._notify(line, "answers", code)
        return Written([phones.get((one.code, one.digest)) for one in joins], found)

    async def answers(self, code: str, item: int | None = None, phone: int | None = None) -> list[Given]:
        """Return the answers of a room, of one item or of one phone alone if wished."""
        rows = await self._pool.fetch(
            "SELECT phone, answer FROM answer WHERE room = $1 AND ($2::int IS NULL OR item = $2)"
            " AND ($3::int IS NULL OR phone = $3) ORDER BY item, round, phone",
            *(code, item, phone),
        )
        return [Given(code, number, kept_answer(text)) for number, text in rows]

    async def progress(self, code: str) -> Progress:
        """Return how far a room has come with a set that each does at an own pace."""
        asked = "SELECT {0}, count(*) FROM answer WHERE room = $1 AND round = 1 GROUP BY {0}"
        by_item, by_phone = [await self._pool.fetch(asked.format(one), code) for one in ("item", "phone")]
        return Progress(*({row[0]: row[1] for row in rows} for rows in (by_item, by_phone)))

    async def delete(self, code: str) -> None:
        """Delete a room with all that was kept of it."""
        async with self._pool.acquire() as line, line.transaction():
            await line.execute("DELETE FROM room WHERE code = $1", code)
            await self._notify(line, "room", code)

    async def watch(self, listener: Listener) -> None:
        """Call a listener whenever another server has changed or deleted a room, or kept answers."""
        self._listening = asyncio.create_task(self._listen(listener))

    async def attend(self, code: str, numbers: Sequence[int], now: float) -> None:
        """Tell other servers which phones listen at this one."""
        async with self._pool.acquire() as line, line.transaction():
            await line.execute(_ATTEND, code, self._node, list(numbers), now)
            await self._notify(line, "answers", code)

    async def elsewhere(self, code: str, now: float) -> frozenset[int]:
        """Return the phones that listen at other servers."""
        asked = "SELECT DISTINCT unnest(phones) FROM attendance WHERE room = $1 AND node <> $2 AND at > $3"
        return frozenset(one for (one,) in await self._pool.fetch(asked, code, self._node, now - _HERE))

    async def close(self) -> None:
        """Let go of the database."""
        if self._listening is not None:
            self._listening.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._listening
        await self._pool.close()

    async def _listen(self, listener: Listener) -> None:
        """Listen for ever; a line that breaks is opened again, and what was said without it is read."""

        def told(line: Any, process: int, channel: str, payload: Any) -> None:
            node, what, code = str(payload).split(" ")
            if node != self._node:
                listener(code, "room" if what == "room" else "answers")

        while True:
            with contextlib.suppress(OSError, asyncpg.PostgresError, asyncpg.InterfaceError):
                line = await asyncpg.connect(self._address)
                broken = asyncio.Event()
                line.add_termination_listener(lambda _, broken=broken: broken.set())
                await line.add_listener(_CHANNEL, told)
                listener("", "all")  # for what was changed before this line was open
                try:
                    await broken.wait()
                finally:
                    line.terminate()
            await asyncio.sleep(_AGAIN)

    async def _notify(self, line: Any, what: Change, code: str) -> None:
        await line.execute("SELECT pg_notify($1, $2)", _CHANNEL, f"{self._node} {what} {code}")

    async def _locked(self, line: Any, code: str, how: Literal["SHARE", "UPDATE"]) -> Room | None:
        """Return a room that nobody changes until this batch is kept."""
        text = await line.fetchval(f"SELECT state FROM room WHERE code = $1 FOR {how}", code)
        return msgspec.json.decode(text, type=Room) if text is not None else None

    async def _join(self, line: Any, code: str, joins: Sequence[Joining]) -> list[Phone]:
        wanted = {one.digest: one.name for one in joins}
        counted = await line.fetchval("SELECT joined FROM room WHERE code = $1", code)
        if counted is None:
            return []
        asked = "SELECT number, digest, name FROM phone WHERE room = $1 AND digest = ANY($2::text[])"
        known = [Phone(*row) for row in await line.fetch(asked, code, list(wanted))]
        there = {one.digest for one in known}
        fresh = [one for one in wanted if one not in there]
        taken: set[str] = set()
        if any(wanted.values()):
            taken = {name for (name,) in await line.fetch("SELECT name FROM phone WHERE room = $1", code)}
        made = []
        for number, digest in enumerate(fresh, counted + 1):
            made.append(Phone(number, digest, free_name(wanted[digest], taken)))
            taken.add(made[-1].name)
        await line.execute(
            _PHONES, code, [one.number for one in made], [one.digest for one in made], [one.name for one in made]
        )
        await line.execute("UPDATE room SET joined = joined + $2 WHERE code = $1", code, len(made))
        return [*known, *made]

    async def _keep(self, line: Any, answers: Sequence[Given], now: float) -> None:
        last: dict[tuple[str, int, int, int], Given] = {}
        for one in answers:  # one statement touches a row but once
            key = (one.code, one.answer.item, one.answer.round, one.phone)
            if key not in last or one.answer.number > last[key].answer.number:
                last[key] = one
        rows = [row_of(one, now) for one in last.values()]
        if rows:
            await line.execute(_ANSWER, *(list(column) for column in zip(*rows, strict=True)))
