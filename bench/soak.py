"""Two hundred phones for ten minutes: the server's memory stays flat, and after a kill they are back at once."""

from __future__ import annotations

import asyncio
import statistics
import tempfile
import time

import psutil

from bench.crowd import Phone, all_at_once, room_full
from bench.row import Row
from bench.served import Served, start

_PHONES = 200
_LONG, _SHORT = 600.0, 20.0  # seconds
_WARM = 0.2  # of the time, until caches are full
_PAUSE = 1.2  # seconds between votes
_RETRY = 0.7  # seconds after which a browser comes back
_MIB = 2**20


def rows(quick: bool) -> list[Row]:
    """Return how memory grew, and how soon phones were back."""
    seconds = _SHORT if quick else _LONG
    with tempfile.TemporaryDirectory() as folder:
        made = start(folder)
        grown, lost = asyncio.run(_soak(made, seconds))
        made = start(folder, made.port)
        back = asyncio.run(_kill_and_return(made, folder))
    return [
        Row(f"soak: memory that {seconds:.0f} s with {_PHONES} phones add after warming up", grown, "MiB", 4),
        Row("soak: answers lost or refused", lost, "", 0),
        Row("soak: phones back after a kill of the server, 95th percentile", back, "s", 5),
    ]


async def _soak(made: Served, seconds: float) -> tuple[float, int]:
    """Vote again and again, half of the phones leaving and coming back; return the growth (MiB) and what was lost."""
    server = psutil.Process(made.process.pid)
    phones, _, _ = await room_full([(made.port, made.code)], _PHONES)
    begun, warm, lost, number = time.perf_counter(), 0.0, 0, 0
    votes = 2 * made.ask("host/state")["of"]
    while (spent := time.perf_counter() - begun) < seconds:
        if number < votes:
            lost += await _one_vote(made, phones, *divmod(number, 2))
        for phone in phones[number % 2 :: 2]:
            phone.leave()
            await phone.come_back()
        warm = warm or (server.memory_info().rss / _MIB if spent > _WARM * seconds else 0.0)
        number += 1
        await asyncio.sleep(_PAUSE)
    grown = server.memory_info().rss / _MIB - warm
    for phone in phones:
        phone.leave()
    made.kill()
    return grown, lost


async def _one_vote(made: Served, phones: list[Phone], item: int, again: int) -> int:
    """Let everyone answer an item; return how many answers were refused or lost."""
    for verb in ("vote",) if again else ("next", "vote"):
        await asyncio.to_thread(made.ask, "host", "", {"do": verb})
    _, missed = await all_at_once(lambda phone: phone.answer(item, again + 1), phones)
    await asyncio.to_thread(made.ask, "host", "", {"do": "close"})
    return missed


async def _kill_and_return(made: Served, folder: str) -> float:
    """Return when 95 of 100 phones were back on their streams after the server was killed and started again (s)."""
    phones, _, _ = await room_full([(made.port, made.code)], _PHONES)
    begun = time.perf_counter()
    made.kill()
    starting = asyncio.create_task(asyncio.to_thread(start, folder, made.port))
    times = await asyncio.gather(*(_return(phone, begun) for phone in phones))
    for phone in phones:
        phone.leave()
    (await starting).kill()
    return statistics.quantiles(times, n=20)[-1]


async def _return(phone: Phone, begun: float) -> float:
    while True:
        await asyncio.sleep(_RETRY)
        try:
            await phone.come_back()
        except OSError:
            continue
        return time.perf_counter() - begun
