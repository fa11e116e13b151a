"""URL to room: JSON in, JSON and events out. Nothing here decides anything."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from pathlib import Path
from typing import TypeVar

import msgspec
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from quizapp.base import paths
from quizapp.base.errors import UserError
from quizapp.base.words import section
from quizapp.classroom import keys, own, private, results
from quizapp.classroom.hub import Hub
from quizapp.classroom.journal import Phone
from quizapp.classroom.limits import Limits
from quizapp.classroom.live import Live
from quizapp.classroom.pictures import Pictures, style
from quizapp.classroom.refusal import RefusedError
from quizapp.classroom.room import ALL, Command
from quizapp.classroom.safety import SafetyHeaders
from quizapp.classroom.wire import MOST_BYTES, MOST_OF_A_LECTURER, Answer, Do, Improvised, Join, Opening, Order, Reached

Message = TypeVar("Message")

_encode = msgspec.json.Encoder().encode
_LOG = logging.getLogger(__name__)
_OK = b'{"ok":true}'


class Routes:
    """The endpoints of one hub."""

    def __init__(self, hub: Hub, pictures: Pictures, limits: Limits, key_file: Path | None) -> None:
        self._hub = hub
        self._pictures = pictures
        self._limits = limits
        self._keys = key_file

    # -- Pages

    async def page(self, request: Request) -> Response:
        """Give the page of the phone; it finds its room by the address."""
        return _file("index.html", "text/html; charset=utf-8")

    async def words(self, request: Request) -> Response:
        """Give the words of the phone's page."""
        return _json(_encode(section("phone")), lasting=True)

    async def colours(self, request: Request) -> Response:
        """Give the colours of the app's themes."""
        return _lasting(Response(style(), media_type="text/css"))

    async def picture(self, request: Request) -> Response:
        """Give a picture of a diagram."""
        parts = request.path_params
        made = await self._pictures.picture(parts["view"], parts["peel"], parts["theme"], parts["width"])
        return _lasting(Response(made, media_type="image/webp"))

    async def outlines(self, request: Request) -> Response:
        """Give the outlines of a diagram's structures."""
        parts = request.path_params
        made = _json(self._pictures.outlines(parts["view"], parts["peel"]), lasting=True)
        made.headers["content-encoding"] = "gzip"
        return made

    # -- Phones

    async def join(self, request: Request) -> Response:
        """Let a phone in, or back in."""
        live = await self._live(request)
        wanted = await _read(request, Join)
        if not self._hub.is_in(live, wanted.token):  # who is in already may always come back
            await self._limits.join(request)
        phone = await self._hub.join(live, wanted)
        return _json(_encode(self._hub.who(live, phone)))

    async def door(self, request: Request) -> Response:
        """Give the names of which a newcomer chooses its own."""
        live = await self._live(request)
        await self._limits.join(request)
        return _json(_encode({"title": live.kept.title, "roster": self._hub.roster(live)}))

    async def events(self, request: Request) -> Response:
        """Tell a phone where the class stands, now and whenever it changes."""
        live = await self._live(request)
        phone = await self._hub.phone(live, request.query_params.get("token", ""))
        seen = request.headers.get("last-event-id", "")
        return _stream(self._hub.listen(live, phone, int(seen) if seen.isdecimal() else None))

    async def answer(self, request: Request) -> Response:
        """Take an answer; what is told as received is on disk."""
        live, phone = await self._phone(request)
        await self._limits.answer(live.kept.code, phone)
        answer = await _read(request, Answer)
        await self._hub.answer(live, phone, answer)
        return _json(b'{"received":%d}' % answer.number)

    async def stages(self, request: Request) -> Response:
        """Give a phone the stages of a case that it has reached."""
        live, phone = await self._phone(request)
        await self._limits.asks(live.kept.code, phone)
        return _json(_encode({"stages": await self._hub.stages(live, await _read(request, Reached))}))

    async def mine(self, request: Request) -> Response:
        """Give a phone back what is its own."""
        live, phone = await self._phone(request)
        await self._limits.asks(live.kept.code, phone)
        return _json(_encode(await own.mine(self._hub, live, phone)))

    async def item(self, request: Request) -> Response:
        """Give one question of a set that each does at an own pace."""
        live, _ = await self._phone(request)
        return _json(_encode(await self._hub.paced(live, request.path_params["item"])))

    async def take_home(self, request: Request) -> Response:
        """Give a phone its misses and look-alikes as a study set."""
        live, phone = await self._phone(request)
        await self._limits.asks(live.kept.code, phone)
        made = Response(_encode(await own.take_home(self._hub, live, phone)), media_type="application/json")
        made.headers["content-disposition"] = 'attachment; filename="my-misses.quizset"'
        return made

    # -- The lecturer

    async def open(self, request: Request) -> Response:
        """Open a class for a lecturer who has a key to this server."""
        await self._limits.may_guess(request)
        if not self._has_key(_token(request)):
            await self._limits.bad_code(request)
            raise RefusedError("no_key")
        wanted = await _read(request, Opening, MOST_OF_A_LECTURER)
        made = await self._hub.open(wanted.questions, wanted.title, wanted.pace, wanted.rules)
        return _json(_encode({"code": made.code, "host": made.host, "remote": made.remote}))

    async def do(self, request: Request) -> Response:
        """Do one command."""
        live = await self._host(request)
        wanted = await _read(request, Do)
        await self._hub.command(live, Command(wanted.do, wanted.item, wanted.seconds, wanted.on), wanted.seen)
        return _json(_encode(await private.view(self._hub, live, _looked(request))))

    async def order(self, request: Request) -> Response:
        """Set the running order."""
        live = await self._host(request, alone=True)
        wanted = await _read(request, Order, MOST_OF_A_LECTURER)
        await self._hub.set_order(live, wanted)
        return _json(_OK)

    async def improvise(self, request: Request) -> Response:
        """Add a question made on the spot."""
        live = await self._host(request)
        at = await self._hub.improvise(live, await _read(request, Improvised))
        return _json(_encode({"item": at}))

    async def state(self, request: Request) -> Response:
        """Give the private view once."""
        return _json(_encode(await private.view(self._hub, await self._host(request), _looked(request))))

    async def watch(self, request: Request) -> Response:
        """Give the private view, now and whenever something changes."""
        return _stream(self._watched(await self._host(request), _looked(request)))

    async def results(self, request: Request) -> Response:
        """Give all answers with their marks."""
        live = await self._host(request, alone=True)
        return _json(_encode(await results.everything(self._hub, live)))

    async def delete(self, request: Request) -> Response:
        """Delete the room with all answers."""
        await self._hub.delete(await self._host(request, alone=True))
        return _json(_OK)

    async def _watched(self, live: Live, looked: int) -> AsyncIterator[bytes]:
        yield b"retry: 700\n\n"
        live.watchers += 1
        try:
            while not self._hub.is_closing:
                yield b"event: private\ndata: %b\n\n" % _encode(await private.view(self._hub, live, looked))
                await live.host_bell.wait()
        finally:
            live.watchers -= 1

    # -- Who asks

    def _has_key(self, token: str) -> bool:
        try:
            return self._keys is not None and keys.fits(token, keys.read(self._keys))
        except UserError as fault:  # for whoever runs the server, not for whoever asks
            _LOG.error("%s", fault)
            return False

    async def _live(self, request: Request) -> Live:
        code = request.path_params["code"]
        if not self._hub.is_open(code):  # so that guessing asks the database no more than it may
            await self._limits.may_guess(request)
        try:
            return await self._hub.live(code)
        except RefusedError:
            await self._limits.bad_code(request)
            raise

    async def _phone(self, request: Request) -> tuple[Live, Phone]:
        live = await self._live(request)
        return live, await self._hub.phone(live, _token(request))

    async def _host(self, request: Request, alone: bool = False) -> Live:
        live = await self._live(request)
        if not self._hub.is_host(live, _token(request), alone):
            await self._limits.bad_code(request)
            raise RefusedError("not_host")
        return live


def application(hub: Hub, pictures: Pictures, limits: Limits, key_file: Path | None = None) -> Starlette:
    """Return the web application of a hub; with a file of keys, classes may be opened with them."""
    it = Routes(hub, pictures, limits, key_file)
    phone = [
        Route("/words.json", it.words),
        Route("/theme.css", it.colours),
        Route("/picture/{view}-{peel:int}-{theme}-{width:int}.webp", it.picture),
        Route("/outlines/{view}-{peel:int}.json", it.outlines),
        Mount("/", StaticFiles(directory=paths.resources("phone"))),
    ]
    api = [
        Route("/answer", it.answer, methods=["POST"]),  # first, for it is asked for by everyone at once
        Route("/events", it.events),
        Route("/join", it.join, methods=["POST"]),
        Route("/door", it.door),
        Route("/stages", it.stages, methods=["POST"]),
        Route("/mine", it.mine),
        Route("/item/{item:int}", it.item),
        Route("/take-home", it.take_home),
        Route("/host", it.do, methods=["POST"]),
        Route("/host", it.delete, methods=["DELETE"]),
        Route("/host/order", it.order, methods=["POST"]),
        Route("/host/improvise", it.improvise, methods=["POST"]),
        Route("/host/state", it.state),
        Route("/host/events", it.watch),
        Route("/host/results", it.results),
    ]
    return Starlette(
        routes=[
            *(Route(f"/api/{{code}}{one.path}", one.endpoint, methods=one.methods) for one in api),
            Route("/api/classes", it.open, methods=["POST"]),
            Mount("/phone", routes=phone, middleware=[Middleware(GZipMiddleware)]),
            Route("/", it.page),
            Route("/{code}", it.page),
        ],
        middleware=[Middleware(SafetyHeaders)],
        exception_handlers={RefusedError: _refused, UserError: _refused},
    )


async def _refused(request: Request, fault: Exception) -> Response:
    """Say why in a word and in a sentence."""
    why, status = (fault.why, fault.status) if isinstance(fault, RefusedError) else ("bad", 400)
    return Response(_encode({"why": why, "text": str(fault)}), status, media_type="application/json")


async def _read(request: Request, shape: type[Message], most: int = MOST_BYTES) -> Message:
    """Return what was sent as a message of a shape; raise RefusedError where it is too large or none."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > most:
            raise RefusedError("too_large")
    try:
        return msgspec.json.decode(body, type=shape)
    except (msgspec.DecodeError, UnicodeDecodeError) as fault:
        raise RefusedError("bad", str(fault)) from None


def _looked(request: Request) -> int:
    """Return the item of a set that a lecturer looks at; ALL where none."""
    asked = request.query_params.get("item", "")
    return int(asked) if asked.isdecimal() and len(asked) < 4 else ALL


def _token(request: Request) -> str:
    return request.headers.get("authorization", "").removeprefix("Bearer ")


def _json(body: bytes, lasting: bool = False) -> Response:
    made = Response(body, media_type="application/json")
    return _lasting(made) if lasting else made


def _stream(events: AsyncIterator[bytes]) -> Response:
    headers = {"cache-control": "no-store", "x-accel-buffering": "no"}
    return StreamingResponse(events, media_type="text/event-stream", headers=headers)


def _lasting(response: Response) -> Response:
    response.headers["cache-control"] = "public, max-age=600"
    return response


def _file(name: str, media_type: str) -> Response:
    return Response(paths.resources("phone", name).read_bytes(), media_type=media_type)
