"""Wakes everyone who waits for something new, at most so many times a second."""

from __future__ import annotations

import asyncio

MERGED = 0.25  # seconds: what happens in between is told together


class Bell:
    """Rung when something is new; rings that come close together become one."""

    def __init__(self) -> None:
        self._event = asyncio.Event()
        self._last = 0.0
        self._due: asyncio.TimerHandle | None = None

    async def wait(self) -> None:
        """Wait until it rings next."""
        await self._event.wait()

    def ring_soon(self) -> None:
        """Ring now, or once the last ring is long enough ago."""
        if self._due is None:
            loop = asyncio.get_running_loop()
            wait = self._last + MERGED - loop.time()
            if wait <= 0:
                self.ring()
            else:
                self._due = loop.call_later(wait, self.ring)

    def ring(self) -> None:
        """Wake all who wait."""
        if self._due is not None:
            self._due.cancel()
            self._due = None
        self._last = asyncio.get_running_loop().time()
        rung, self._event = self._event, asyncio.Event()
        rung.set()
