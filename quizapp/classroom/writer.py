"""Puts what comes in at the same time on disk in one go, answers before newcomers."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from quizapp.classroom.journal import Given, Joining, Journal, Phone, UnfitError

Result = TypeVar("Result")

_Join = tuple[Joining, asyncio.Future[Phone | None]]
_Answer = tuple[Given, asyncio.Future[bool]]

BATCH = 64  # newcomers let in at a time, so that a wave of them does not hold up those who are in


class Writer:
    """One commit after the other; each takes all answers that wait, and some of the newcomers."""

    def __init__(self, journal: Journal, clock: Callable[[], float]) -> None:
        self._journal = journal
        self._clock = clock
        self._joins: list[_Join] = []
        self._answers: list[_Answer] = []
        self._wanted = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin to write."""
        self._task = asyncio.create_task(self._run())

    async def stop(self) -> None:
        """Write no more."""
        if self._task is not None:
            self._task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._task

    async def join(self, joining: Joining) -> Phone | None:
        """Keep a phone; return it as it is in the room once it is on disk, or None where there is no room."""
        done: asyncio.Future[Phone | None] = asyncio.get_running_loop().create_future()
        self._joins.append((joining, done))
        self._wanted.set()
        return await done

    async def answer(self, given: Given) -> bool:
        """Keep an answer; return whether it was taken, once it is on disk."""
        done: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._answers.append((given, done))
        self._wanted.set()
        return await done

    async def _run(self) -> None:
        while True:
            await self._wanted.wait()
            self._wanted.clear()
            answers, self._answers = self._answers, []
            joins, self._joins = self._joins[:BATCH], self._joins[BATCH:]
            if self._joins:
                self._wanted.set()
            await self._write(joins, answers)

    async def _write(self, joins: Sequence[_Join], answers: Sequence[_Answer]) -> None:
        """Keep a batch; where something in it is unfit, only that fails."""
        try:
            written = await self._journal.write([one for one, _ in joins], [one for one, _ in answers], self._clock())
        except UnfitError as fault:
            count = len(joins) + len(answers)
            if count == 1:
                _fail(joins, answers, fault)
            elif joins and answers:
                await self._write(joins, ())
                await self._write((), answers)
            else:
                half = count // 2
                await self._write(joins[:half], answers[:half])
                await self._write(joins[half:], answers[half:])
        except Exception as fault:
            _fail(joins, answers, fault)
        else:
            _settle([done for _, done in joins], written.phones)
            _settle([done for _, done in answers], written.taken)


def _settle(waiting: Sequence[asyncio.Future[Result]], results: Sequence[Result]) -> None:
    for done, result in zip(waiting, results, strict=True):
        if not done.done():  # a phone that hung up waits no more
            done.set_result(result)


def _fail(joins: Sequence[_Join], answers: Sequence[_Answer], fault: Exception) -> None:
    waiting: list[asyncio.Future[Any]] = [*(done for _, done in joins), *(done for _, done in answers)]
    for done in waiting:
        if not done.done():
            done.set_exception(fault)
