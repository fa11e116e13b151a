"""Classes in one SQLite file: for one process, and safe when it is killed."""

from __future__ import annotations

import asyncio
import contextlib
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from quizapp.base.errors import UserError
from quizapp.base.words import words
from quizapp.classroom.journal import (
    COLUMNS,
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

Result = TypeVar("Result")

# Each step is run once, in a transaction of its own; ``user_version`` counts them.
_STEPS = (
    """
CREATE TABLE IF NOT EXISTS room (
    code TEXT PRIMARY KEY, title TEXT NOT NULL, host TEXT NOT NULL, remote TEXT NOT NULL, seed INTEGER NOT NULL,
    items TEXT NOT NULL, nicknames INTEGER NOT NULL, state TEXT NOT NULL, version INTEGER NOT NULL,
    created REAL NOT NULL, is_over INTEGER NOT NULL DEFAULT 0, joined INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE IF NOT EXISTS phone (
    room TEXT NOT NULL REFERENCES room ON DELETE CASCADE, number INTEGER NOT NULL, digest TEXT NOT NULL,
    name TEXT NOT NULL, PRIMARY KEY (room, number), UNIQUE (room, digest)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS answer (
    room TEXT NOT NULL REFERENCES room ON DELETE CASCADE, item INTEGER NOT NULL, round INTEGER NOT NULL,
    phone INTEGER NOT NULL, number INTEGER NOT NULL, answer TEXT NOT NULL, at REAL NOT NULL,
    PRIMARY KEY (room, item, round, phone)
) WITHOUT ROWID;
""",
    """
ALTER TABLE room ADD COLUMN rules TEXT NOT NULL DEFAULT '{}';
UPDATE room SET rules = '{"names":"nicknames"}' WHERE nicknames;
ALTER TABLE room DROP COLUMN nicknames;
""",
    "CREATE INDEX answer_of_phone ON answer (room, phone, item, round);",
)
_ROOM = f"SELECT {COLUMNS} FROM room"
_ANSWER = """
INSERT INTO answer (room, item, round, phone, number, answer, at)
SELECT value->>0, value->>1, value->>2, value->>3, value->>4, value->>5, value->>6 FROM json_each(?) WHERE true
ON CONFLICT (room, item, round, phone) DO UPDATE SET number = excluded.number, answer = excluded.answer,
at = excluded.at WHERE excluded.number > answer.number
"""


class SqliteJournal:
    """One connection in one thread of its own, so that the disk holds nobody up."""

    def __init__(self, path: Path) -> None:
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="journal")
        try:
            self._connection = self._thread.submit(_opened, path).result()
        except (sqlite3.Error, OSError) as fault:
            self._thread.shutdown()
            raise UserError(words("classroom.no_journal", path=path, why=fault)) from None

    async def unfinished(self) -> list[Kept]:
        """Return the rooms that have not ended, the newest first."""
        rows = await self._do(lambda: self._all(f"{_ROOM} WHERE NOT is_over ORDER BY created DESC"))
        return [kept_of(row) for row in rows]

    async def load(self, code: str) -> Kept | None:
        """Return a room, or None where there is none of that code."""
        rows = await self._do(lambda: self._all(f"{_ROOM} WHERE code = ?", code))
        return kept_of(rows[0]) if rows else None

    async def create(self, kept: Kept) -> None:
        """Keep a new room."""
        await self._do(lambda: self._create(kept))

    async def change(self, kept: Kept, was: int) -> bool:
        """Keep a changed room if its version still is what it was; tell whether it is."""
        return await self._do(lambda: self._change(kept, was))

    async def phones(self, code: str, after: int = 0) -> list[Phone]:
        """Return the phones of a room with a number above one."""
        asked = "SELECT number, digest, name FROM phone WHERE room = ? AND number > ? ORDER BY number"
        return [Phone(*row) for row in await self._do(lambda: self._all(asked, code, after))]

    async def write(self, joins: Sequence[Joining], answers: Sequence[Given], now: float) -> Written:
        """Keep phones and answers in one go: on disk together, or not at all; raise UnfitError where one is unfit."""
        try:
            return await self._do(lambda: self._write(joins, answers, now))
        except (sqlite3.DataError, sqlite3.IntegrityError, UnicodeError) as fault:
            raise UnfitError(str(fault)) from fault

    async def answers(self, code: str, item: int | None = None, phone: int | None = None) -> list[Given]:
        """Return the answers of a room, of one item or of one phone alone if wished."""
        # Left to itself it would read all answers of the room for each phone.
        index = "INDEXED BY answer_of_phone" if phone is not None else ""
        asked, values = f"SELECT phone, answer FROM answer {index} WHERE room = ?", [code]
        for column, value in (("item", item), ("phone", phone)):
            if value is not None:
                asked += f" AND {column} = ?"
                values.append(value)  # type: ignore[arg-type]
        rows = await self._do(lambda: self._all(f"{asked} ORDER BY item, round, phone", *values))
        return [Given(code, number, kept_answer(text)) for number, text in rows]

    async def delete(self, code: str) -> None:
        """Delete a room with all that was kept of it, and wipe where it lay."""
        await self._do(lambda: self._delete(code))

    async def progress(self, code: str) -> Progress:
        """Return how far a room has come with a set that each does at an own pace."""
        asked = "SELECT {0}, count(*) FROM answer WHERE room = ? AND round = 1 GROUP BY {0}"
        by_item = await self._do(lambda: self._all(asked.format("item"), code))
        by_phone = await self._do(lambda: self._all(asked.format("phone"), code))
        return Progress(dict(by_item), dict(by_phone))

    async def watch(self, listener: Listener) -> None:
        """Do nothing: no other process changes this file."""

    async def attend(self, code: str, numbers: Sequence[int], now: float) -> None:
        """Do nothing: no other process asks."""

    async def elsewhere(self, code: str, now: float) -> frozenset[int]:
        """Return nothing: all phones listen at this process."""
        return frozenset()

    async def close(self) -> None:
        """Let go of the file."""
        await self._do(self._connection.close)
        self._thread.shutdown()

    async def _do(self, work: Callable[[], Result]) -> Result:
        return await asyncio.get_running_loop().run_in_executor(self._thread, work)

    def _all(self, asked: str, *values: Any) -> list[Any]:
        return self._connection.execute(asked, values).fetchall()

    @contextlib.contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield self._connection
            self._connection.execute("COMMIT")
        finally:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")

    def _create(self, kept: Kept) -> None:
        row = (kept.code, kept.title, kept.host, kept.remote, kept.seed, text_of(kept.items), text_of(kept.rules))
        with self._writing() as connection:
            connection.execute(
                "INSERT INTO room (code, title, host, remote, seed, items, rules, state, version, created)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (*row, text_of(kept.room), kept.room.version, kept.created),
            )

    def _change(self, kept: Kept, was: int) -> bool:
        row = (text_of(kept.items), text_of(kept.rules), text_of(kept.room), kept.room.version)
        with self._writing() as connection:
            done = connection.execute(
                "UPDATE room SET items = ?, rules = ?, state = ?, version = ?, is_over = ?"
                " WHERE code = ? AND version = ?",
                (*row, kept.room.phase == "ended", kept.code, was),
            )
        return done.rowcount == 1

    def _write(self, joins: Sequence[Joining], answers: Sequence[Given], now: float) -> Written:
        with self._writing() as connection:
            phones = [self._join(connection, one) for one in joins]
            rooms = {code: self._state(code) for code in {one.code for one in answers}}
            found = taken(answers, rooms, now)
            rows = [row_of(one, now) for one, is_taken in zip(answers, found, strict=True) if is_taken]
            # All rows as one statement: each one would wait for its turn at Python's lock in a busy server.
            connection.execute(_ANSWER, (text_of(rows),))
        return Written(phones, found)

    def _state(self, code: str) -> Room | None:
        rows = self._all("SELECT state FROM room WHERE code = ?", code)
        return msgspec.json.decode(rows[0][0], type=Room) if rows else None

    def _join(self, connection: sqlite3.Connection, joining: Joining) -> Phone | None:
        known = self._all(
            "SELECT number, digest, name FROM phone WHERE room = ? AND digest = ?", joining.code, joining.digest
        )
        if known:
            return Phone(*known[0])
        counted = connection.execute(
            "UPDATE room SET joined = joined + 1 WHERE code = ? RETURNING joined", (joining.code,)
        ).fetchall()
        if not counted:
            return None
        taken = self._all("SELECT name FROM phone WHERE room = ?", joining.code) if joining.name else ()
        phone = Phone(counted[0][0], joining.digest, free_name(joining.name, {name for (name,) in taken}))
        row = (joining.code, phone.number, phone.digest, phone.name)
        connection.execute("INSERT INTO phone (room, number, digest, name) VALUES (?, ?, ?, ?)", row)
        return phone

    def _delete(self, code: str) -> None:
        with self._writing() as connection:
            connection.execute("DELETE FROM room WHERE code = ?", (code,))
        self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _opened(path: Path) -> sqlite3.Connection:
    path.parent.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(path, timeout=5, isolation_level=None, check_same_thread=False)
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON"):
        connection.execute(f"PRAGMA {pragma}")
    (done,) = connection.execute("PRAGMA user_version").fetchone()
    for number, step in enumerate(_STEPS[done:], done + 1):
        connection.executescript(f"BEGIN IMMEDIATE; {step} PRAGMA user_version = {number}; COMMIT;")
    path.chmod(0o600)  # secrets of the lecturer and answers of students are in it
    return connection
