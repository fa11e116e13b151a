"""A class of a thousand phones against the smallest server that could hold it: medians and ratios of the same run."""

from __future__ import annotations

import asyncio
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial

import psutil

from bench.crowd import Phone, all_at_once, held, room_full
from bench.row import Row
from bench.served import served
from quizapp.classroom.server import raise_file_limit

_ROUNDS = 3
_FULL, _QUICK = 1000, 100
_LADDER = ("10", "100", "500", "1000", "2000")


@dataclass
class Figures:
    """What was measured of one server, in seconds unless the name says otherwise."""

    join: float = 0.0
    held: list[float] = field(default_factory=list)
    vote95: list[float] = field(default_factory=list)
    vote99: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    lost: int = 0
    memory: float = 0.0  # MiB


def rows(quick: bool) -> list[Row]:
    """Return the figures of a class."""
    raise_file_limit()
    count = _QUICK if quick else _FULL
    floor, ours = asyncio.run(_measure_floor(count)), asyncio.run(_measure_ours(count))
    allowed = 60 + count * 60 / 1024
    return [
        Row(
            f"class: {count} votes at once on the floor, 95th percentile", 1000 * _mid(floor.vote95), "ms", float("inf")
        ),
        Row("class: join wave, 95th percentile, times the floor", ours.join / floor.join, "x", 2),
        Row("class: question held, 99th percentile, times the floor", _mid(ours.held) / _mid(floor.held), "x", 2),
        Row("class: vote on disk, 95th percentile, times the floor", _mid(ours.vote95) / _mid(floor.vote95), "x", 2),
        Row("class: vote on disk, 99th percentile, times the floor", _mid(ours.vote99) / _mid(floor.vote99), "x", 2),
        Row("class: processor time of a round, times the floor", _mid(ours.cpu) / _mid(floor.cpu), "x", 3),
        Row("class: answers lost or refused", ours.lost, "", 0),
        Row("class: memory of the server", ours.memory, "MiB", allowed),
    ]


async def _measure_floor(count: int) -> Figures:
    process = subprocess.Popen([sys.executable, "-m", "bench.floor"], stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        port = int(process.stdout.readline())
        return await _measured(port, "FLOOR", "", process.pid, count)
    finally:
        process.kill()
        process.communicate()


async def _measure_ours(count: int) -> Figures:
    with tempfile.TemporaryDirectory() as folder, served(folder) as made:
        return await _measured(made.port, made.code, made.host, made.process.pid, count)


async def _measured(port: int, code: str, secret: str, pid: int, count: int) -> Figures:
    """Let a crowd join, and vote some rounds; the floor is told what our server would tell."""
    found, server = Figures(), psutil.Process(pid)
    lecturer = Phone(port, code, secret)
    await lecturer.connect()
    phones, joined, found.lost = await room_full([(port, code)], count)
    found.join = _at(joined, 95)
    if secret:
        await lecturer.watch()  # whose window asks for the tally all the time, which the floor does not have
    for number in range(_ROUNDS):
        if secret:
            await lecturer.post("host", {"do": "next"})
            await asyncio.sleep(0.6)
        before = sum(server.cpu_times()[:2])
        asked = {"do": "vote"} if secret else {"phase": "vote", "question": "x" * 1500}
        holding = await held(phones, b'"phase":"vote"', partial(lecturer.post, "host", asked))
        found.held.append(_at(holding, 99))
        taken, lost = await all_at_once(partial(Phone.answer, item=number), phones)
        found.vote95.append(_at(taken, 95))
        found.vote99.append(_at(taken, 99))
        found.lost += lost
        await asyncio.sleep(0.6)
        found.cpu.append(sum(server.cpu_times()[:2]) - before)
        if secret:
            await lecturer.post("host", {"do": "close"})
    found.memory = server.memory_info().rss / 2**20
    for phone in (*phones, lecturer):
        phone.leave()
    return found


def _at(times: Sequence[float], percentile: int) -> float:
    return statistics.quantiles(times, n=100)[percentile - 1]


def _mid(values: Sequence[float]) -> float:
    return statistics.median(values)


def main() -> None:
    """Print the figures of crowds of some sizes, all where none is given: ``python -m bench.classroom 10 2000``."""
    raise_file_limit()
    for count in map(int, sys.argv[1:] or _LADDER):
        for name, found in (("floor", asyncio.run(_measure_floor(count))), ("ours", asyncio.run(_measure_ours(count)))):
            print(
                f"{count:>5} phones  {name:<5}"
                f"  join p95 {1000 * found.join:6.0f} ms  held p99 {1000 * _mid(found.held):6.0f} ms"
                f"  vote p95 {1000 * _mid(found.vote95):6.0f} ms  p99 {1000 * _mid(found.vote99):6.0f} ms"
                f"  processor {_mid(found.cpu):5.2f} s  {found.memory:6.1f} MiB  lost {found.lost}",
                flush=True,
            )


if __name__ == "__main__":
    main()
