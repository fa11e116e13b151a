"""Phones by the hundred, on loopback: each with a stream down and a line up, and nothing of a browser."""

from __future__ import annotations

import asyncio
import json
import secrets
import time
from collections.abc import Awaitable, Callable, Sequence

_TOO_LONG = 60.0


class _Line(asyncio.Protocol):
    """One connection of a phone; what comes in goes to whoever waits for it."""

    def __init__(self) -> None:
        self.heard = b""
        self.wanted = b""
        self.done: asyncio.Future[float] | None = None
        self.transport: asyncio.Transport | None = None
        self.is_over = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport

    def data_received(self, data: bytes) -> None:
        self.heard += data
        if self.done is not None and not self.done.done() and self.wanted in self.heard:
            self.done.set_result(time.perf_counter())

    def connection_lost(self, exc: Exception | None) -> None:
        self.is_over = True
        if self.done is not None and not self.done.done():
            self.done.set_exception(ConnectionError("hung up"))

    def expect(self, text: bytes) -> asyncio.Future[float]:
        """Return when a text will have come in, from now on; raise ConnectionError where nobody is there."""
        if self.is_over:
            raise ConnectionError("hung up")
        self.heard, self.wanted = b"", text
        self.done = asyncio.get_running_loop().create_future()
        return self.done

    def send(self, data: bytes) -> None:
        assert self.transport is not None
        self.transport.write(data)


class Phone:
    """A phone that knows where its class is."""

    def __init__(self, port: int, code: str, token: str = "") -> None:
        self.port, self.code = port, code
        self.token = token or secrets.token_hex(16)
        self.up = _Line()
        self.down = _Line()

    async def connect(self) -> None:
        """Open the line up."""
        await self._connect(self.up)

    async def join(self) -> None:
        """Come in."""
        await self.connect()
        await self.post("join", {"token": self.token})

    async def listen(self) -> None:
        """Open the stream, and wait for the first word on it."""
        await self._connect(self.down)
        told = self.down.expect(b"event: ")
        await self._ask(f"events?token={self.token}", told)

    async def come_back(self) -> None:
        """Open both lines anew."""
        self.up, self.down = _Line(), _Line()
        await self.connect()
        await self.listen()

    async def watch(self) -> None:
        """Open the lecturer's stream, and wait for the first word on it."""
        await self._connect(self.down)
        await self._ask("host/events", self.down.expect(b"event: "))

    async def _ask(self, path: str, told: asyncio.Future[float]) -> None:
        head = f"GET /api/{self.code}/{path} HTTP/1.1\r\nhost: class\r\nauthorization: Bearer {self.token}\r\n\r\n"
        self.down.send(head.encode())
        await told

    async def post(self, path: str, body: object) -> None:
        """Send something, and wait until it is received; raise ConnectionError where it is refused."""
        data = json.dumps(body, separators=(",", ":")).encode()
        head = (
            f"POST /api/{self.code}/{path} HTTP/1.1\r\nhost: class\r\nauthorization: Bearer {self.token}\r\n"
            f"content-length: {len(data)}\r\n\r\n"
        )
        answered = self.up.expect(b"}")
        self.up.send(head.encode() + data)
        await answered
        if not self.up.heard.startswith(b"HTTP/1.1 200"):
            raise ConnectionError(self.up.heard.decode(errors="replace"))

    async def answer(self, item: int, vote: int = 1, number: int = 1, given: object = None) -> None:
        """Answer an item; that it is not known where nothing else is said."""
        said = given or {"unknown": True}
        body = {"item": item, "round": vote, "number": number, "given": said, "certainty": "fairly"}
        await self.post("answer", body)

    def leave(self) -> None:
        """Hang up."""
        for line in (self.up, self.down):
            if line.transport is not None:
                line.transport.close()

    async def _connect(self, line: _Line) -> None:
        await asyncio.get_running_loop().create_connection(lambda: line, "127.0.0.1", self.port)


async def all_at_once(do: Callable[[Phone], Awaitable[None]], phones: Sequence[Phone]) -> tuple[list[float], int]:
    """Let all phones do something at the same moment; return how long each took (s), and how many failed."""

    async def timed(phone: Phone) -> float | None:
        begun = time.perf_counter()
        try:
            await asyncio.wait_for(do(phone), _TOO_LONG)
        except (OSError, TimeoutError):
            return None
        return time.perf_counter() - begun

    found = await asyncio.gather(*(timed(phone) for phone in phones))
    return [one for one in found if one is not None], sum(1 for one in found if one is None)


async def held(phones: Sequence[Phone], text: bytes, tell: Callable[[], Awaitable[None]]) -> list[float]:
    """Return how long after it was told each phone held a text (s)."""
    waiting = [phone.down.expect(text) for phone in phones]
    begun = time.perf_counter()
    await tell()
    return [at - begun for at in await asyncio.wait_for(asyncio.gather(*waiting), _TOO_LONG)]


async def room_full(places: Sequence[tuple[int, str]], count: int) -> tuple[list[Phone], list[float], int]:
    """Let phones into each of some servers and listen; return them, how long each join took (s), and the failures."""
    phones = [Phone(port, code) for port, code in places for _ in range(count)]
    times, lost = await all_at_once(Phone.join, phones)
    for phone in phones:
        await phone.listen()
    return phones, times, lost
