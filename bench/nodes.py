"""Two servers on one PostgreSQL: twice the phones, and how much later a question is held than with one of each."""

from __future__ import annotations

import asyncio
import statistics
import tempfile
from contextlib import ExitStack
from functools import partial
from pathlib import Path

from bench.crowd import Phone, all_at_once, held, room_full
from bench.row import Row
from bench.served import Served, served
from quizapp.classroom.server import raise_file_limit
from tests.classroom.database import binaries, running

_FULL, _QUICK = 1000, 100
_ROUNDS = 8


def rows(quick: bool) -> list[Row]:
    """Return the figures of two servers; none where PostgreSQL is not installed."""
    if binaries() is None:
        return []
    raise_file_limit()
    count = _QUICK if quick else _FULL
    alone, _ = _measured(count, 1)
    together, lost = _measured(count, 2)
    return [
        Row(
            f"two nodes: question held by {2 * count}, 99th percentile, times one with {count}",
            together / alone,
            "x",
            1.5,
        ),
        Row("two nodes: answers lost or refused", lost, "", 0),
    ]


def _measured(count: int, nodes: int) -> tuple[float, int]:
    with ExitStack() as open_ones:
        address = open_ones.enter_context(running(Path(open_ones.enter_context(tempfile.TemporaryDirectory()))))
        folder = open_ones.enter_context(tempfile.TemporaryDirectory())
        servers = [open_ones.enter_context(served(folder, address)) for _ in range(nodes)]
        return asyncio.run(_held(servers, count))


async def _held(servers: list[Served], count: int) -> tuple[float, int]:
    phones, _, lost = await room_full([(one.port, one.code) for one in servers], count)
    lecturer = Phone(servers[0].port, servers[0].code, servers[0].host)
    await lecturer.connect()
    found = []
    for number in range(_ROUNDS):
        await lecturer.post("host", {"do": "next"})
        await asyncio.sleep(0.6)
        times = await held(phones, b'"phase":"vote"', partial(lecturer.post, "host", {"do": "vote"}))
        found.append(statistics.quantiles(times, n=100)[98])
        _, missed = await all_at_once(partial(Phone.answer, item=number), phones)
        lost += missed
        await asyncio.sleep(0.6)
        await lecturer.post("host", {"do": "close"})
    for phone in (*phones, lecturer):
        phone.leave()
    return statistics.median(found), lost
