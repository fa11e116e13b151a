"""Classes that several servers share: over a real PostgreSQL, with servers that are killed."""

from __future__ import annotations

import asyncio
import concurrent.futures
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from quizapp.base.errors import UserError
from quizapp.classroom.journal import Joining
from quizapp.classroom.journal_postgres import PostgresJournal
from quizapp.classroom.room import Command, obey
from tests.classroom.database import binaries, running
from tests.classroom.driver import Caller, Server
from tests.classroom.test_journal_sqlite import answer, voting

pytestmark = pytest.mark.skipif(binaries() is None, reason="PostgreSQL is not installed")


@pytest.fixture(scope="module")
def database() -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder, running(Path(folder)) as address:
        yield address


def run(database: str, work: Callable[[PostgresJournal, PostgresJournal], Awaitable[None]]) -> None:
    """Do something with the journals of two servers."""

    async def both() -> None:
        one, other = await PostgresJournal.open(database), await PostgresJournal.open(database)
        for kept in await one.unfinished():
            await one.delete(kept.code)
        try:
            await work(one, other)
        finally:
            await one.close()
            await other.close()

    asyncio.run(both())


@pytest.fixture
def nodes(database: str, data_folder: Path, second_class: Path) -> Iterator[tuple[Server, Server]]:
    """Two servers of one class that has just been opened."""
    run(database, _nothing)
    servers = Server("--database", database), Server("--database", database)
    yield servers
    for one in servers:
        one.stop()


def test_a_room_is_the_same_at_both_servers(database: str) -> None:
    async def work(one: PostgresJournal, other: PostgresJournal) -> None:
        await one.create(voting())
        assert await other.unfinished() == [voting()]
        written = await other.write(
            [Joining("ABC234", "d1"), Joining("ABC234", "d1"), Joining("NONE99", "d2")], [], 0.0
        )
        assert [found and found.number for found in written.phones] == [1, 1, None]
        assert [found.digest for found in await one.phones("ABC234")] == ["d1"]

    run(database, work)


def test_phones_that_come_to_both_servers_at_once_have_numbers_of_their_own(database: str) -> None:
    async def work(one: PostgresJournal, other: PostgresJournal) -> None:
        await one.create(voting())
        batches = [
            (one if at % 2 else other).write([Joining("ABC234", f"d{at}-{n}") for n in range(10)], [], 0.0)
            for at in range(20)
        ]
        await asyncio.gather(*batches)
        assert [phone.number for phone in await one.phones("ABC234")] == list(range(1, 201))

    run(database, work)


def test_what_one_server_closed_is_closed_at_the_other(database: str) -> None:
    async def work(one: PostgresJournal, other: PostgresJournal) -> None:
        kept = voting()
        await one.create(kept)
        await one.write([Joining("ABC234", "d1")], [], 0.0)
        assert (await other.write([], [answer(1, 2, "a"), answer(1, 1, "b")], 0.0)).taken == [True, True]
        closed = replace(kept, room=obey(kept.room, Command("close"), 0.0))
        assert await one.change(closed, kept.room.version)
        assert not await other.change(closed, kept.room.version)
        assert (await other.write([], [answer(1, 3, "c")], 0.0)).taken == [False]
        assert [given.answer.given.chosen for given in await one.answers("ABC234", item=0)] == [["a"]]

    run(database, work)


def test_the_other_server_is_told_of_a_change(database: str) -> None:
    async def work(one: PostgresJournal, other: PostgresJournal) -> None:
        told: list[tuple[str, bool]] = []
        await other.watch(lambda code, is_room: told.append((code, is_room)))
        await one.create(voting())
        for _ in range(50):
            await one.write([Joining("ABC234", "d1")], [], 0.0)
            await asyncio.sleep(0.1)
            if told:
                break
        kept = voting()
        await one.change(replace(kept, room=obey(kept.room, Command("close"), 0.0)), kept.room.version)
        await asyncio.sleep(0.3)
        assert told[0] == ("ABC234", False)
        assert told[-1] == ("ABC234", True)

    run(database, work)


def test_a_database_that_is_not_there_is_told() -> None:
    with pytest.raises(UserError, match="--database"):
        asyncio.run(PostgresJournal.open("postgresql://class@127.0.0.1:1/none"))


def test_a_server_killed_in_a_vote_loses_nothing_and_its_phones_move_on(nodes: tuple[Server, Server]) -> None:
    one, other = nodes
    assert one.code == other.code
    assert one.greeting["host"] == other.greeting["host"]
    phones = [Caller((one, other)[at % 2], f"{at:032x}") for at in range(60)]
    for phone in phones:
        phone.post("join", {"token": phone.token})
    with phones[1].events() as told:  # listens at the other server
        assert next(told)[1]["phase"] == "lobby"
        one.do("next")
        one.do("vote")
        assert next(given["phase"] for name, given in told if name == "state" and given["phase"] != "reading") == "vote"
    with concurrent.futures.ThreadPoolExecutor(20) as pool:
        list(pool.map(lambda phone: phone.answer(0, {"unknown": True}), phones[:40]))
        other.kill()
        for phone in phones:
            phone.server = one
        list(pool.map(lambda phone: phone.answer(0, {"unknown": True}, number=2), phones[30:]))
    state = one.do("close")
    assert (state["joined"], state["answered"]) == (60, 60)
    assert len(phones[1].get("mine")["answers"]) == 1


def test_the_lecturer_sees_what_comes_in_at_another_server(nodes: tuple[Server, Server]) -> None:
    one, other = nodes
    one.do("next")
    one.do("vote")
    phone = other.phone()
    deadline = time.monotonic() + 10
    while True:  # the other server hears of the vote a moment later
        try:
            phone.answer(0, {"unknown": True})
            break
        except Exception:
            assert time.monotonic() < deadline
    while one.host.get("host/state")["answered"] != 1 or one.host.get("host/state")["joined"] != 1:
        assert time.monotonic() < deadline


async def _nothing(one: PostgresJournal, other: PostgresJournal) -> None:
    """Leave an empty database behind."""
