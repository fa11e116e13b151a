"""The smallest server that could hold a class: it tells everyone, says "received", and keeps nothing."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from quizapp.classroom.server import raise_file_limit

_listening: set[asyncio.Queue[bytes]] = set()


async def _join(request: Request) -> Response:
    await request.body()
    return Response(b'{"name":""}', media_type="application/json")


async def _answer(request: Request) -> Response:
    await request.body()
    return Response(b'{"received":1}', media_type="application/json")


async def _events(request: Request) -> Response:
    queue: asyncio.Queue[bytes] = asyncio.Queue()
    _listening.add(queue)
    return StreamingResponse(_told(queue), media_type="text/event-stream")


async def _told(queue: asyncio.Queue[bytes]) -> AsyncIterator[bytes]:
    try:
        yield b"event: state\ndata: {}\n\n"
        while True:
            yield await queue.get()
    finally:
        _listening.discard(queue)


async def _tell(request: Request) -> Response:
    told = b"event: state\ndata: %b\n\n" % await request.body()
    for queue in _listening:
        queue.put_nowait(told)
    return Response(b"{}")


def main() -> None:
    """Serve on any free port, and print it."""
    raise_file_limit()
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    listening.listen(4096)
    print(listening.getsockname()[1], flush=True)
    routes = [
        Route("/api/FLOOR/join", _join, methods=["POST"]),
        Route("/api/FLOOR/events", _events),
        Route("/api/FLOOR/answer", _answer, methods=["POST"]),
        Route("/api/FLOOR/host", _tell, methods=["POST"]),
    ]
    config = uvicorn.Config(
        Starlette(routes=routes), http="httptools", lifespan="off", log_level="warning", access_log=False
    )
    uvicorn.Server(config).run([listening])


if __name__ == "__main__":
    main()
