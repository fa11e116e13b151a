"""The server of a class, in a process of its own: one line that says where it is, then it serves until it is told."""

from __future__ import annotations

import asyncio
import gc
import json
import socket
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil
import uvicorn
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from quizapp.base import paths
from quizapp.base.errors import UserError
from quizapp.base.words import words
from quizapp.classroom import codes, keys, materials
from quizapp.classroom.hub import Hub
from quizapp.classroom.journal import Journal, Kept
from quizapp.classroom.journal_sqlite import SqliteJournal
from quizapp.classroom.limits import Limits
from quizapp.classroom.pictures import Pictures
from quizapp.classroom.routes import application

PORT = 8642
_SLOWEST = 20.0  # seconds a request may take to arrive
_BACKLOG = 4096
_UNHEARD_MS = 30_000  # in which nothing of what was sent is acknowledged
_LONGEST_HEAD = 64 * 1024  # bytes


@dataclass(frozen=True, slots=True)
class Wish:
    """How to serve: the bank, the port (0 for any that is free), the database, and what is said once it is there.

    With a file of ``keys`` the server is one for many: no class is open until somebody opens one with a key.
    """

    bank: Path
    port: int = PORT
    database: str = ""
    as_json: bool = False
    keys: Path | None = None


class PatientProtocol(HttpToolsProtocol):
    """HTTP for classrooms: who takes too long to say what it wants is hung up on."""

    _hang_up: asyncio.TimerHandle | None = None
    _head = 0  # bytes of the head that is coming in
    _is_body = False

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Wait for the first request."""
        super().connection_made(transport)
        self._hang_up = self.loop.call_later(_SLOWEST, transport.close)

    def data_received(self, data: bytes) -> None:
        """Hang up on a request whose head has no end; of the rest each route takes as much as it may."""
        super().data_received(data)
        if self._hang_up is not None and not self._is_body:
            self._head += len(data)
            if self._head > _LONGEST_HEAD:
                self.transport.close()

    def on_message_begin(self) -> None:
        """Wait for the rest of a request."""
        super().on_message_begin()
        if self._hang_up is None:
            self._hang_up = self.loop.call_later(_SLOWEST, self.transport.close)

    def on_headers_complete(self) -> None:
        """Take what comes now for the body."""
        self._is_body = True
        super().on_headers_complete()

    def on_message_complete(self) -> None:
        """Stop the clock: all of it is here."""
        super().on_message_complete()
        self._stop_clock()

    def connection_lost(self, exc: Exception | None) -> None:
        """Stop the clock of a connection that is gone."""
        super().connection_lost(exc)
        self._stop_clock()

    def _stop_clock(self) -> None:
        if self._hang_up is not None:
            self._hang_up.cancel()
            self._hang_up = None
        self._head, self._is_body = 0, False


class _Server(uvicorn.Server):
    """Lets streams end before it waits for them."""

    def __init__(self, config: uvicorn.Config, before: Callable[[], Any]) -> None:
        super().__init__(config)
        self._before = before

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """End what would last for ever, then the rest."""
        await self._before()
        await super().shutdown(sockets)


def serve(wish: Wish) -> int:
    """Serve until a signal comes; raise UserError where it cannot begin."""
    raise_file_limit()
    if wish.keys is not None:
        keys.read(wish.keys)  # what is wrong with it is said now
    listening = _bound(wish.port)  # before all that takes long: phones that come back meanwhile wait
    known = materials.load(wish.bank)
    gc.freeze()  # questions and outlines stay until the end; to look through them again would hold up a vote
    with suppress(KeyboardInterrupt):
        asyncio.run(_run(wish, known, listening))
    return 0


def end_left(pid: int, module: str) -> None:
    """End a server that was left running, if the process of that number still is one started from a module."""
    with suppress(psutil.Error):  # it has ended by itself
        left = psutil.Process(pid)
        if module in left.cmdline():
            left.terminate()


def raise_file_limit() -> None:
    """Let this process have as many connections as the system allows it; 1024 would stall at 500 phones."""
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft < hard:
        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))


async def _run(wish: Wish, known: materials.Materials, listening: socket.socket) -> None:
    hub = Hub(await _journal(wish), known)
    await hub.start()
    kept = None
    if wish.keys is None:
        kept = hub.newest() or await hub.open(known.answerable(), words("classroom.untitled"))
    config = uvicorn.Config(
        application(hub, Pictures(known.diagrams), Limits(), wish.keys),
        http=PatientProtocol,
        ws="none",
        lifespan="off",
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_keep_alive=75,
        timeout_graceful_shutdown=2,
    )
    server = _Server(config, hub.stop)
    print(_greeting(wish, kept, listening.getsockname()[1]), flush=True)
    await server.serve([listening])


async def _journal(wish: Wish) -> Journal:
    if wish.database.startswith(("postgresql://", "postgres://")):
        from quizapp.classroom.journal_postgres import PostgresJournal  # where one is wanted

        return await PostgresJournal.open(wish.database)
    return SqliteJournal(Path(wish.database) if wish.database else paths.data() / "classroom.sqlite")


def _bound(port: int) -> socket.socket:
    made = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    if hasattr(socket, "TCP_USER_TIMEOUT"):  # who walked out of range is gone soon, not after many minutes
        made.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, _UNHEARD_MS)
    try:
        made.bind(("0.0.0.0", port))  # phones come from other machines
    except OSError as fault:
        made.close()
        raise UserError(words("classroom.no_port", port=port, why=fault.strerror)) from None
    made.listen(_BACKLOG)
    return made


def _greeting(wish: Wish, kept: Kept | None, port: int) -> str:
    addresses = [f"http://{one}:{port}" for one in codes.addresses() or ["127.0.0.1"]]
    address = addresses[0]
    if wish.as_json:
        secrets = {} if kept is None else {"code": kept.code, "host": kept.host, "remote": kept.remote}
        return json.dumps({"address": address, "addresses": addresses, "port": port, **secrets})
    if kept is None:
        return words("classroom.serving_many", address=address)
    return words("classroom.serving", address=address, code=kept.code, remote=f"{address}/{kept.code}#{kept.remote}")
