"""A room full of phones in a process of its own; each line it reads lets all of them vote."""

from __future__ import annotations

import asyncio
import random
import sys
from functools import partial

from bench.crowd import Phone, all_at_once, room_full
from quizapp.classroom.server import raise_file_limit


async def _run(port: int, code: str, count: int) -> None:
    phones, _, _ = await room_full([(port, code)], count)
    print("in", flush=True)
    rng = random.Random(3)
    while line := (await asyncio.to_thread(sys.stdin.readline)).split():
        item, number, options = map(int, line)
        _, missed = await all_at_once(partial(_vote, rng, item, number, options), phones)
        print(missed, flush=True)


async def _vote(rng: random.Random, item: int, number: int, options: int, phone: Phone) -> None:
    await phone.answer(item, number, given={"chosen": [str(rng.randint(1, options))]})


if __name__ == "__main__":
    raise_file_limit()
    asyncio.run(_run(int(sys.argv[1]), sys.argv[2], int(sys.argv[3])))
