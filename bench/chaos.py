"""Servers, nodes and windows killed at random in a vote: what was told as received has to be there afterwards."""

from __future__ import annotations

import asyncio
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path

from bench.crowd import Phone
from bench.row import Row
from bench.served import Served, start, start_window
from tests.classroom.database import binaries, running

_SERVERS, _NODES, _WINDOWS = 120, 60, 20  # kills of each; 200 in all
_PHONES = 12
_LONGEST = 0.5  # seconds into a vote


def rows(quick: bool) -> list[Row]:
    """Return the figures of many kills; a tenth of them where it has to be quick."""
    times = 10 if quick else 1
    rng = random.Random(5)
    return [
        *_servers(_SERVERS // times, rng),
        *(_nodes(_NODES // times, rng) if binaries() is not None else []),
        *_windows(_WINDOWS // times, rng),
    ]


class _Crowd:
    """Phones that answer one question again and again, and what each was told as received."""

    def __init__(self, made: Served) -> None:
        self.phones = [Phone(made.port, made.code) for _ in range(_PHONES)]
        self.received = [0] * _PHONES
        self.taken = self.lost = 0
        for phone in self.phones:
            made.ask("join", phone.token, {"token": phone.token})

    def vote_until(self, kill: Callable[[], None], after: float, places: Sequence[Served]) -> None:
        """Let everyone answer as fast as a hand could, each at its place, until something is killed."""
        asyncio.run(self._vote(kill, after, places))

    def look(self, made: Served) -> None:
        """Count what is not there though it was told as received."""
        for at, phone in enumerate(self.phones):
            answers = made.ask("mine", phone.token)["answers"]
            kept = max((int(one["number"]) for one in answers), default=0)
            self.lost += kept < self.received[at]
            self.received[at] = max(kept, self.received[at])

    async def _vote(self, kill: Callable[[], None], after: float, places: Sequence[Served]) -> None:
        work = [asyncio.create_task(self._answer(at, places[at % len(places)])) for at in range(_PHONES)]
        await asyncio.sleep(after)
        await asyncio.to_thread(kill)
        await asyncio.sleep(0.1)  # who is at another place goes on
        for one in work:
            one.cancel()
        await asyncio.gather(*work, return_exceptions=True)

    async def _answer(self, at: int, made: Served) -> None:
        phone = Phone(made.port, made.code, self.phones[at].token)
        try:
            await phone.connect()
            while True:
                number = self.received[at] + 1
                await phone.answer(0, number=number)
                self.received[at] = number
                self.taken += 1
                await asyncio.sleep(0.3)
        except OSError:
            pass
        finally:
            phone.leave()


def _servers(runs: int, rng: random.Random) -> list[Row]:
    away = []
    with tempfile.TemporaryDirectory() as folder:
        made = start(folder)
        crowd = _crowd_in_a_vote(made)
        for _ in range(runs):
            crowd.vote_until(made.kill, rng.uniform(0, _LONGEST), [made])
            begun = time.perf_counter()
            made = start(folder, made.port)
            away.append(time.perf_counter() - begun)
            crowd.look(made)
        made.kill()
    back = Row("chaos: server there again, 95th percentile", statistics.quantiles(away, n=20)[-1], "s", 5)
    return [_lost("the server", runs, crowd), back]


def _nodes(runs: int, rng: random.Random) -> list[Row]:
    with ExitStack() as open_ones:
        address = open_ones.enter_context(running(Path(open_ones.enter_context(tempfile.TemporaryDirectory()))))
        folder = open_ones.enter_context(tempfile.TemporaryDirectory())
        nodes = [start(folder, database=address) for _ in range(2)]
        crowd = _crowd_in_a_vote(nodes[0])
        while nodes[1].ask("host/state")["phase"] != "vote":
            time.sleep(0.05)
        for _ in range(runs):
            victim = rng.randrange(2)
            crowd.vote_until(nodes[victim].kill, rng.uniform(0, _LONGEST), nodes)
            crowd.look(nodes[1 - victim])
            nodes[victim] = start(folder, nodes[victim].port, address)
        for node in nodes:
            node.kill()
    return [_lost("a PostgreSQL node", runs, crowd)]


def _windows(runs: int, rng: random.Random) -> list[Row]:
    with tempfile.TemporaryDirectory() as folder:
        window = start_window(folder)
        crowd = _Crowd(window)
        for at in range(runs):
            # Every other time the server beside the window dies with it.
            crowd.vote_until(window.kill_all if at % 2 else window.kill, rng.uniform(0, _LONGEST), [window])
            window = start_window(folder)
            crowd.look(window)
        window.kill_all()
    return [_lost("the window, half of them with its server", runs, crowd)]


def _crowd_in_a_vote(made: Served) -> _Crowd:
    crowd = _Crowd(made)
    made.ask("host", body={"do": "next"})
    made.ask("host", body={"do": "vote"})
    return crowd


def _lost(victim: str, runs: int, crowd: _Crowd) -> Row:
    return Row(f"chaos: received answers lost in {runs} kills of {victim} ({crowd.taken} received)", crowd.lost, "", 0)
