"""A server that is killed at random moments of a vote: what was said to be received has to be there afterwards."""

from __future__ import annotations

import asyncio
import random
import statistics
import tempfile
import time

from bench.crowd import Phone
from bench.row import Row
from bench.served import Served, start

_RUNS, _FEW = 200, 10
_PHONES = 12
_LONGEST = 0.5  # seconds into a vote


def rows(quick: bool) -> list[Row]:
    """Return the figures of many kills."""
    runs = _FEW if quick else _RUNS
    rng = random.Random(5)
    lost, taken, away = 0, 0, []
    with tempfile.TemporaryDirectory() as folder:
        made = start(folder)
        phones = [Phone(made.port, made.code) for _ in range(_PHONES)]
        for phone in phones:
            made.ask("join", phone.token, {"token": phone.token})
        made.ask("host", body={"do": "next"})
        made.ask("host", body={"do": "vote"})
        numbers = [0] * _PHONES
        for _ in range(runs):
            received = asyncio.run(_vote_until_killed(made, phones, numbers, rng.uniform(0, _LONGEST)))
            begun = time.perf_counter()
            made = start(folder, made.port)
            away.append(time.perf_counter() - begun)
            kept = [_kept(made, phone) for phone in phones]
            lost += sum(1 for one, at_least in zip(kept, received, strict=True) if one < at_least)
            taken += sum(after - before for after, before in zip(received, numbers, strict=True) if after)
            numbers = [max(one, at_least) for one, at_least in zip(kept, received, strict=True)]
        made.kill()
    return [
        Row(f"chaos: received answers lost in {runs} kills of the server ({taken} received)", lost, "", 0),
        Row("chaos: server there again, 95th percentile", statistics.quantiles(away, n=20)[-1], "s", 5),
    ]


async def _vote_until_killed(made: Served, phones: list[Phone], numbers: list[int], after: float) -> list[int]:
    """Let phones answer as fast as they can until the server is killed; return the last number each had received."""
    received = [0] * len(phones)

    async def answer(at: int) -> None:
        phone = Phone(made.port, made.code, phones[at].token)
        number = numbers[at]
        try:
            await phone.connect()
            while True:
                number += 1
                await phone.answer(0, number=number)
                received[at] = number
                await asyncio.sleep(0.3)  # no more than a hand could
        except OSError:
            phone.leave()

    work = [asyncio.create_task(answer(at)) for at in range(len(phones))]
    await asyncio.sleep(after)
    made.kill()
    await asyncio.gather(*work)
    return received


def _kept(made: Served, phone: Phone) -> int:
    answers = made.ask("mine", phone.token)["answers"]
    return max((int(one["number"]) for one in answers), default=0)
