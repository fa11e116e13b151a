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
from quizapp.classroom.journal import Joining, Progress, UnfitError
from quizapp.classroom.journal_postgres import PostgresJournal
from quizapp.classroom.room import ALL, Command, obey
from quizapp.classroom.writer import Writer
from tests.classroom.database import binaries, running
from tests.classroom.driver import Caller, RefusedError, Server
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
        told: list[tuple[str, str]] = []
        await other.watch(lambda code, change: told.append((code, change)))
        await one.create(voting())
        for _ in range(50):
            await one.write([Joining("ABC234", "d1")], [], 0.0)
            await asyncio.sleep(0.1)
            if len(told) > 1:
                break
        kept = voting()
        await one.change(replace(kept, room=obey(kept.room, Command("close"), 0.0)), kept.room.version)
        await asyncio.sleep(0.3)
        assert told[:2] == [("", "all"), ("ABC234", "answers")], "what changed before it listened is read too"
        assert told[-1] == ("ABC234", "room")

    run(database, work)


def test_a_line_that_broke_has_everything_read_anew(database: str) -> None:
    async def work(one: PostgresJournal, other: PostgresJournal) -> None:
        told: list[tuple[str, str]] = []
        await other.watch(lambda code, change: told.append((code, change)))
        await asyncio.sleep(0.3)
        assert told == [("", "all")]
        await one._pool.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%' AND pid <> pg_backend_pid()"
        )
        for _ in range(60):
            await asyncio.sleep(0.1)
            if len(told) > 1:
                break
        assert told == [("", "all")] * 2

    run(database, work)


def test_who_is_there_is_known_to_every_server_until_theirs_is_silent(database: str) -> None:
    async def work(one: PostgresJournal, other: PostgresJournal) -> None:
        await one.create(voting())
        await one.attend("ABC234", [1, 2, 5], 100.0)
        await other.attend("ABC234", [3], 100.0)
        await one.attend("NONE99", [1], 100.0)
        assert await other.elsewhere("ABC234", 101.0) == {1, 2, 5}
        assert await one.elsewhere("ABC234", 101.0) == {3}
        await one.attend("ABC234", [2], 102.0)
        assert await other.elsewhere("ABC234", 103.0) == {2}
        assert await other.elsewhere("ABC234", 140.0) == set()

    run(database, work)


def test_one_row_that_the_database_refuses_fails_alone(database: str) -> None:
    async def work(one: PostgresJournal, other: PostgresJournal) -> None:
        await one.create(voting())
        writer = Writer(one, lambda: 0.0)
        writer.start()
        digests = [f"d{at}" for at in range(9)] + ["no\0good"]
        kept = await asyncio.gather(*(writer.join(Joining("ABC234", one)) for one in digests), return_exceptions=True)
        assert isinstance(kept.pop(), UnfitError)
        assert sorted(phone.number for phone in kept) == list(range(1, 10))  # type: ignore[union-attr]
        assert await writer.answer(answer(1, 1, "a"))
        await writer.stop()

    run(database, work)


def test_how_far_a_set_has_come_is_counted_by_item_and_phone(database: str) -> None:
    async def work(one: PostgresJournal, other: PostgresJournal) -> None:
        kept = voting()
        await one.create(replace(kept, room=replace(kept.room, item=ALL)))
        await one.write([], [answer(1, 1, "a"), answer(2, 1, "a"), answer(2, 1, "b", item=1)], 0.0)
        assert await other.progress("ABC234") == Progress({0: 2, 1: 1}, {1: 1, 2: 2})

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


def test_a_set_opened_at_one_server_is_open_at_the_other_at_once(nodes: tuple[Server, Server]) -> None:
    one, other = nodes
    one.set_order([one.host.get("host/results")["items"][0]["id"]], pace="own")
    phone = other.phone()
    one.do("vote")
    assert phone.get("item/0")["question"]["ask"]


def test_a_class_deleted_at_one_server_is_over_at_the_other(nodes: tuple[Server, Server]) -> None:
    one, other = nodes
    phone = other.phone()
    with phone.events() as told:
        assert next(told)[1]["phase"] == "lobby"
        one.host.ask("DELETE", "host")
        assert next(data for name, data in told if name == "state")["phase"] == "ended"
    with pytest.raises(RefusedError, match="no_room"):
        phone.get("mine")


def test_who_is_still_to_answer_counts_phones_of_every_server(nodes: tuple[Server, Server]) -> None:
    one, other = nodes
    here, there = one.phone(), other.phone()
    deadline = time.monotonic() + 15
    with here.events() as told, there.events() as also:
        next(told), next(also)
        while one.host.get("host/state")["here"] != 2:
            assert time.monotonic() < deadline
        one.do("next")
        one.do("vote")
        here.answer(0, {"unknown": True})
        assert one.host.get("host/state")["missing"] == 1
    while one.host.get("host/state")["here"] != 0:
        assert time.monotonic() < deadline


async def _nothing(one: PostgresJournal, other: PostgresJournal) -> None:
    """Leave an empty database behind."""
