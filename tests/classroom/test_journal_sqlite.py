"""The journal of classes: what was said to be received is there after a kill."""

from __future__ import annotations

import asyncio
import contextlib
import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.base.errors import UserError
from quizapp.classroom.journal import Given, Item, Joining, Kept
from quizapp.classroom.journal_sqlite import SqliteJournal
from quizapp.classroom.room import Command, empty, obey
from quizapp.classroom.wire import Answer, Rules
from quizapp.classroom.wire import Given as Said


def voting(code: str = "ABC234") -> Kept:
    room = obey(obey(empty(2), Command("next"), 0.0), Command("vote"), 0.0)
    return Kept(
        code=code, host="h", remote="r", seed=1, items=(Item("a"), Item("b", {"ask": "?"})), room=room, created=1.0
    )


def answer(phone: int, number: int, chosen: str, item: int = 0) -> Given:
    return Given("ABC234", phone, Answer(item, 1, number, Said(chosen=[chosen])))


async def opened(path: Path, *phones: str) -> SqliteJournal:
    journal = SqliteJournal(path)
    await journal.create(voting())
    await journal.write([Joining("ABC234", one) for one in phones], [], 0.0)
    return journal


def test_a_room_comes_back_as_it_was(tmp_path: Path) -> None:
    async def run() -> None:
        journal = await opened(tmp_path / "c.sqlite", "d1", "d2")
        await journal.close()
        again = SqliteJournal(tmp_path / "c.sqlite")
        assert await again.unfinished() == [voting()]
        assert [one.number for one in await again.phones("ABC234")] == [1, 2]
        assert await again.load("NONE99") is None
        await again.close()

    asyncio.run(run())


def test_a_phone_that_comes_twice_is_one_phone(tmp_path: Path) -> None:
    async def run() -> None:
        journal = await opened(tmp_path / "c.sqlite", "d1")
        written = await journal.write(
            [Joining("ABC234", "d1"), Joining("ABC234", "d2"), Joining("NONE99", "d3")], [], 0
        )
        assert [one and one.number for one in written.phones] == [1, 2, None]
        await journal.close()

    asyncio.run(run())


@settings(max_examples=30)
@given(st.permutations(list(range(1, 7))), st.integers(0, 6))
def test_in_whatever_order_answers_arrive_the_last_one_given_counts(order: list[int], twice: int) -> None:
    async def run(path: Path) -> None:
        journal = await opened(path, "d1")
        for number in [*order, *order[:twice]]:
            written = await journal.write([], [answer(1, number, f"choice {number}")], 0.0)
            assert written.taken == [True]
        kept = await journal.answers("ABC234")
        assert [one.answer.given.chosen for one in kept] == [["choice 6"]]
        await journal.close()

    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(run(Path(folder) / "c.sqlite"))


def test_an_answer_to_a_closed_vote_is_not_taken_whoever_closed_it(tmp_path: Path) -> None:
    async def run() -> None:
        journal = await opened(tmp_path / "c.sqlite", "d1")
        kept = voting()
        closed = replace(kept, room=obey(kept.room, Command("close"), 0.0))
        assert await journal.change(closed, kept.room.version)
        assert not await journal.change(closed, kept.room.version), "a second lecturer is told to look again"
        written = await journal.write([], [answer(1, 1, "a"), answer(1, 1, "a", item=1)], 0.0)
        assert written.taken == [False, False]
        await journal.close()

    asyncio.run(run())


def test_a_deleted_room_leaves_nothing_in_the_file(tmp_path: Path) -> None:
    async def run() -> None:
        journal = await opened(tmp_path / "c.sqlite", "d1")
        await journal.write([], [answer(1, 1, "a-telling-choice")], 0.0)
        await journal.delete("ABC234")
        assert await journal.answers("ABC234") == []
        await journal.close()

    asyncio.run(run())
    assert b"a-telling-choice" not in b"".join(file.read_bytes() for file in tmp_path.iterdir())


def test_what_was_received_is_there_after_a_kill(tmp_path: Path) -> None:
    path = tmp_path / "c.sqlite"
    script = f"""
import asyncio, os, signal
from pathlib import Path
from tests.classroom.test_journal_sqlite import answer, opened
async def run():
    journal = await opened(Path({str(path)!r}), *(f"d{{n}}" for n in range(40)))
    for number in range(1, 1000):
        for phone in range(1, 41):
            await journal.write([], [answer(phone, number, str(number))], 0.0)
            print(phone, number, flush=True)
asyncio.run(run())
"""
    root = Path(__file__).resolve().parents[2]
    process = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True, cwd=root)
    assert process.stdout is not None
    acked = {}
    for _ in range(150):
        phone, number = map(int, process.stdout.readline().split())
        acked[phone] = number
    process.kill()
    for line in process.stdout.read().splitlines():
        if len(line.split()) == 2:
            phone, number = map(int, line.split())
            acked[phone] = number
    process.stdout.close()
    process.wait()

    async def run() -> None:
        journal = SqliteJournal(path)
        kept = {one.phone: one.answer.number for one in await journal.answers("ABC234")}
        assert all(kept[phone] >= number for phone, number in acked.items())
        await journal.close()

    asyncio.run(run())


def test_a_file_of_an_earlier_version_is_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "c.sqlite"
    with contextlib.closing(sqlite3.connect(path)) as old:
        old.executescript(
            "CREATE TABLE room (code TEXT PRIMARY KEY, title TEXT NOT NULL, host TEXT NOT NULL, remote TEXT NOT NULL,"
            " seed INTEGER NOT NULL, items TEXT NOT NULL, nicknames INTEGER NOT NULL, state TEXT NOT NULL, version INTEGER"
            " NOT NULL, created REAL NOT NULL, is_over INTEGER NOT NULL DEFAULT 0, joined INTEGER NOT NULL DEFAULT 0);"
            "INSERT INTO room (code, title, host, remote, seed, items, nicknames, state, version, created) VALUES"
            """ ('ABC234', 'T', 'h', 'r', 1, '[{"question":"a"}]', 1, '{"size":1,"votes":[0]}', 0, 1.0)"""
        )

    async def run() -> None:
        for _ in range(2):
            journal = SqliteJournal(path)
            (kept,) = await journal.unfinished()
            assert (kept.code, kept.rules) == ("ABC234", Rules(names="nicknames"))
            await journal.close()

    asyncio.run(run())


def test_a_file_that_is_no_database_is_told(tmp_path: Path) -> None:
    path = tmp_path / "c.sqlite"
    path.write_text("not a database, but long enough to be looked at as one " * 40)
    with pytest.raises(UserError, match=r"c\.sqlite.*--database"):
        SqliteJournal(path)
    assert path.read_text().startswith("not a database")
