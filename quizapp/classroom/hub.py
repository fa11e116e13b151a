"""All rooms that this process serves: who is in, what they may know, what they answer, and who is told of it.

What counts is in the journal; all that is held here can be read from it again, by this process or another.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import secrets
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from dataclasses import replace
from typing import Any

import msgspec
from msgspec import structs

from quizapp.bank.question import Question
from quizapp.base.errors import UserError
from quizapp.base.words import words
from quizapp.classroom import asked, codes, standing
from quizapp.classroom.journal import Change, Given, Item, Joining, Journal, Kept, Phone, Progress
from quizapp.classroom.live import Live
from quizapp.classroom.materials import Materials
from quizapp.classroom.refusal import RefusedError
from quizapp.classroom.report import Report, read_report
from quizapp.classroom.room import Command, Pace, Room, empty, obey, with_one_more
from quizapp.classroom.wire import NO_RULES, Answer, Improvised, Join, Order, Reached, Rules
from quizapp.classroom.writer import Writer
from quizapp.quiz.session import shuffled

MOST_PHONES = 2500
MOST_TABS = 4  # streams of one phone
_LOG = logging.getLogger(__name__)
TICK = 10.0  # seconds between signs of life on a quiet stream
_STALE = 1.0  # seconds after which the time in a snapshot is told anew
_LOOK = 0.25  # seconds between looks at the clocks of the rooms
_ATTEND = 1.0  # seconds between telling other servers who is here


class Hub:
    """Rooms by their codes."""

    def __init__(self, journal: Journal, known: Materials, clock: Callable[[], float] = time.time) -> None:
        self.materials = known
        self.clock = clock
        self._journal = journal
        self._writer = Writer(journal, clock)
        self._live: dict[str, Live] = {}
        self._tasks: list[asyncio.Task[None]] = []
        self.is_closing = False

    async def start(self) -> None:
        """Begin to serve; rooms that have not ended are open again."""
        self._writer.start()
        for kept in await self._journal.unfinished():
            self._live[kept.code] = Live(kept, await self._journal.phones(kept.code))
        await self._journal.watch(self._on_changed_elsewhere)
        chores = ((_LOOK, self._look_at_clock), (TICK, self._tick), (_ATTEND, self._attend))
        self._tasks = [asyncio.create_task(self._every(seconds, chore)) for seconds, chore in chores]

    async def stop(self) -> None:
        """Let every stream end, write what waits, and let go of the journal."""
        self.is_closing = True
        for live in self._live.values():
            live.bell.ring()
            live.host_bell.ring()
        for task in self._tasks:
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError, Exception):
                await task
        await self._writer.stop()
        await self._journal.close()

    # -- Rooms

    def newest(self) -> Kept | None:
        """Return the room that was opened last and has not ended."""
        running = [live.kept for live in self._live.values() if live.room.phase != "ended"]
        return max(running, key=lambda kept: kept.created, default=None)

    async def open(
        self, questions: Sequence[str], title: str = "", pace: Pace = "led", rules: Rules = NO_RULES
    ) -> Kept:
        """Open a room; raise UserError where a question cannot be asked on phones."""
        items = tuple(Item(one) for one in questions)
        self._check(items)
        kept = Kept(
            code=codes.room_code(),
            host=codes.secret(),
            remote=codes.secret(),
            seed=secrets.randbits(31),
            items=items,
            room=empty(len(items), pace),
            created=self.clock(),
            title=title,
            rules=rules,
        )
        await self._journal.create(kept)
        self._live[kept.code] = Live(kept, ())
        return kept

    def is_open(self, code: str) -> bool:
        """Tell whether this process knows a room of a code already."""
        return codes.as_code(code) in self._live

    async def live(self, code: str) -> Live:
        """Return a room; raise RefusedError where there is none."""
        code = codes.as_code(code)
        found = self._live.get(code)
        if found is None:
            kept = await self._journal.load(code)
            if kept is None:
                raise RefusedError("no_room")
            found = self._live.setdefault(code, Live(kept, await self._journal.phones(code)))
            await self._refresh(found)  # what was changed while it was read was told to nobody
        return found

    async def delete(self, live: Live) -> None:
        """Delete a room with all answers; whoever listens is told that it is over."""
        await self._journal.delete(live.kept.code)
        self._forget(live)

    # -- What the lecturer does

    def is_host(self, live: Live, secret: str, alone: bool = False) -> bool:
        """Tell whether a secret is the lecturer's, or, if not ``alone``, that of the remote control."""
        is_own = secrets.compare_digest(secret.encode(), live.kept.host.encode())
        return is_own or (not alone and secrets.compare_digest(secret.encode(), live.kept.remote.encode()))

    async def command(self, live: Live, command: Command, seen: int | None = None) -> Room:
        """Do what a lecturer asks for; raise RefusedError where it cannot be done now.

        What is meant for the room as it was ``seen`` is not done to what has become of it: a step asked for twice is
        done once.
        """
        if seen is not None and seen > live.room.version:
            await self._refresh(live)
        while True:
            was = live.room
            if seen is not None and seen != was.version:
                raise RefusedError("not_now", words("classroom.gone_on"))
            try:
                room = obey(was, command, self.clock())
            except UserError as fault:
                raise RefusedError("not_now", str(fault)) from None
            if command.do == "vote":
                room = replace(room, expected=live.last)
            if await self._keep(live, replace(live.kept, room=room), was):
                return room

    async def set_order(self, live: Live, wanted: Order) -> None:
        """Set the running order before the class has begun; raise UserError where it cannot be."""
        if live.room.phase != "lobby":
            raise RefusedError("not_now")
        items = tuple(Item(one) for one in wanted.questions)
        self._check(items)
        room = replace(empty(len(items), wanted.pace), version=live.room.version + 1)
        if not await self._keep(live, replace(live.kept, items=items, room=room, rules=wanted.rules), live.room):
            raise RefusedError("not_now")
        live.forget_order()

    async def improvise(self, live: Live, wanted: Improvised) -> int:
        """Put a question made on the spot next in the order; return its place from 0."""
        made = self.materials.improvised(len(live.kept.items) + 1, wanted)
        self._check((made,))
        if live.room.pace == "own" and live.room.phase != "lobby":
            raise RefusedError("not_now")  # phones are at all items at once
        room, at = with_one_more(live.room)
        items = (*live.kept.items[:at], made, *live.kept.items[at:])
        kept = replace(live.kept, items=items, room=replace(room, version=room.version + 1))
        if not await self._keep(live, kept, live.room):
            raise RefusedError("not_now")
        live.forget_order()
        return at

    # -- What phones do

    async def join(self, live: Live, wanted: Join) -> Phone:
        """Let a phone in, or back in; raise RefusedError where the room is full or over."""
        digest = codes.digest(wanted.token)
        known = live.phones.get(digest)
        if known is not None:
            return known
        if live.room.phase == "ended":
            if await self._knows(live, digest):
                return live.phones[digest]
            raise RefusedError("closed")
        if len(live.phones) >= MOST_PHONES:
            raise RefusedError("full")
        name = await self._name_of(live, digest, wanted.name)
        phone = await self._writer.join(Joining(live.kept.code, digest, name))
        if phone is None:
            raise RefusedError("no_room")
        live.learn([phone])
        live.host_bell.ring_soon()
        return phone

    def is_in(self, live: Live, token: str) -> bool:
        """Tell whether the phone of a token is in the room, as far as this process knows."""
        return codes.digest(token) in live.phones

    async def phone(self, live: Live, token: str) -> Phone:
        """Return the phone of a token; raise RefusedError where it is not in the room."""
        digest = codes.digest(token)
        if not await self._knows(live, digest):
            raise RefusedError("not_in")
        return live.phones[digest]

    async def _knows(self, live: Live, digest: str) -> bool:
        """Tell whether a phone is in the room, wherever it came in."""
        if digest not in live.phones:
            await self._read_phones(live)
        return digest in live.phones

    async def _takes(self, live: Live, item: int, number: int) -> bool:
        return await self._holds(live, lambda: live.room.takes(item, number, self.clock()))

    async def _holds(self, live: Live, holds: Callable[[], bool]) -> bool:
        """Tell whether something is so; another server may have changed the room a moment ago."""
        if not holds():
            if live.reading is None or (live.reading.done() and self.clock() - live.looked > _LOOK):
                live.looked = self.clock()
                live.reading = asyncio.create_task(self._refresh(live))
            await asyncio.shield(live.reading)  # one reading for all who ask; who hangs up does not end it
        return holds()

    async def stages(self, live: Live, reached: Reached) -> list[asked.Face]:
        """Return the stages of a case that a phone has reached; raise RefusedError while it is not asked."""
        if not await self._takes(live, reached.item, live.room.round):
            raise RefusedError("closed")
        return asked.stages(self.question(live, reached.item), reached.steps, self.materials)

    async def answer(self, live: Live, phone: Phone, answer: Answer) -> None:
        """Keep an answer, on disk once this returns; raise RefusedError where it is not taken."""
        if not await self._takes(live, answer.item, answer.round):
            raise RefusedError("closed")
        question, options = self.question(live, answer.item), self.options(live, answer.item)
        given = asked.understood(question, options, answer.given, self.materials)
        answer = structs.replace(answer, given=given)
        if not await self._writer.answer(Given(live.kept.code, phone.number, answer)):
            raise RefusedError("closed")
        live.host_bell.ring_soon()

    async def _name_of(self, live: Live, digest: str, wanted: str) -> str:
        """Return the name by which a newcomer is kept; raise RefusedError where one of the roster has to be chosen."""
        if live.kept.rules.names != "roster":
            return ""
        if await self._knows(live, digest):
            return live.phones[digest].name
        if wanted not in live.kept.rules.roster:
            raise RefusedError("no_name")
        return wanted

    def roster(self, live: Live) -> list[dict[str, Any]]:
        """Return the names that may be chosen, with whether somebody has come in by each."""
        taken = {one.name for one in live.phones.values()}
        return [{"name": one, "taken": one in taken} for one in live.kept.rules.roster]

    def name(self, live: Live, phone: Phone) -> str:
        """Return the name a phone goes by; empty where the class is anonymous."""
        if live.kept.rules.names == "nicknames":
            return codes.nickname(live.kept.seed, phone.number - 1)
        return phone.name

    def who(self, live: Live, phone: Phone) -> dict[str, Any]:
        """Return what a phone goes by: its name, its number, and its team."""
        team = standing.team(phone.number, live.kept.rules.teams)
        return {
            "name": self.name(live, phone),
            "is_named": bool(phone.name),
            "number": phone.number,
            "team": standing.team_name(team),
        }

    async def answers_of(self, live: Live, phone: Phone) -> list[Given]:
        """Return what a phone has answered, in the order of items and votes."""
        return await self._journal.answers(live.kept.code, phone=phone.number)

    # -- What is told

    async def report(self, live: Live, item: int) -> Report:
        """Return the answers to an item with their marks; what was marked is not marked again."""
        given = await self._journal.answers(live.kept.code, item=item)
        known = live.report[1] if live.report is not None and live.report[0] == item else None
        report = await read_report(self.question(live, item), given, self.materials.surroundings, known)
        live.report = item, report  # that of one item alone: a long class would fill the memory with all of them
        return report

    async def board(self, live: Live) -> dict[str, Any]:
        """Return who leads, by what was told and counts; empty where nothing is ranked."""
        rules, counted = live.kept.rules, live.room.told - live.room.excluded
        if not (rules.teams or rules.leaderboard) or not counted:
            return {}
        known, points = live.standing or (frozenset(), {})
        known, points = (known, dict(points)) if known <= counted else (frozenset(), {})
        for item in sorted(counted - known):
            report = await self.report(live, item)
            for phone, marked in report.marked().items():
                points[phone] = points.get(phone, 0.0) + marked.value
        live.standing = counted, points
        phones = {one.number: one for one in live.phones.values()}
        return standing.board(rules, points, lambda number: self.name(live, phones[number]) if number in phones else "")

    def question(self, live: Live, item: int) -> Question:
        """Return the question of an item."""
        return self.materials.question(live.kept.items[item])

    def options(self, live: Live, item: int) -> asked.Shuffled:
        """Return the options of an item in the order in which all phones and the projector show them."""
        if item not in live.options:
            question = self.question(live, item)
            # What was typed on the spot stays as it was typed.
            is_made = live.kept.items[item].made is not None
            live.options[item] = question.options if is_made else shuffled(question, live.kept.seed)
        return live.options[item]

    def face(self, live: Live, item: int) -> asked.Face:
        """Return what is asked in an item."""
        if item not in live.faces:
            live.faces[item] = asked.face(self.question(live, item), self.options(live, item), self.materials)
        return live.faces[item]

    def snapshot(self, live: Live) -> bytes:
        """Return where the class stands, as an event for phones: the same bytes for all of them."""
        now = self.clock()
        version = live.room.version
        if live.snapshot is None or live.snapshot[0] != version or now - live.snapshot[1] > _STALE:
            data = msgspec.json.encode(self._state(live, now))
            live.snapshot = (version, now, b"id: %d\nevent: state\ndata: %b\n\n" % (version, data))
        return live.snapshot[2]

    async def listen(self, live: Live, phone: Phone, seen: int | None) -> AsyncIterator[bytes]:
        """Yield events for a phone; where it has ``seen`` this version already, only what comes after."""
        if live.here[phone.number] >= MOST_TABS:
            return
        live.leave_or_come(phone, 1)
        try:
            yield b"retry: 700\n\n"
            while not self.is_closing:
                told = live.room.version
                yield self.snapshot(live) if told != seen else b"event: tick\ndata: %d\n\n" % (self.clock() * 1000)
                seen = told
                if live.room.version == seen:
                    await live.bell.wait()
        finally:
            live.leave_or_come(phone, -1)

    def _state(self, live: Live, now: float) -> dict[str, Any]:
        room = live.room
        state: dict[str, Any] = {
            "version": room.version,
            "title": live.kept.title,
            "pace": room.pace,
            "phase": room.phase,
            "item": room.item,
            "of": room.size,
            "round": room.round,
            "now": round(now * 1000),
            "closes": None if room.closes is None else round(room.closes * 1000),
            "excluded": sorted(room.excluded),
        }
        if 0 <= room.item < room.size and room.phase not in ("lobby", "ended"):
            question = self.question(live, room.item)
            state["question"] = asked.stem(question) if room.phase == "reading" else self.face(live, room.item)
            if room.item in room.told:
                state["told"] = asked.told(question, self.options(live, room.item), self.materials)
        return state

    async def everyone(self, live: Live) -> list[Phone]:
        """Return all phones of a room, wherever they came in."""
        await self._read_phones(live)
        return sorted(live.phones.values(), key=lambda one: one.number)

    async def progress(self, live: Live) -> Progress:
        """Return how far a set that each does at an own pace has come."""
        return await self._journal.progress(live.kept.code)

    async def paced(self, live: Live, item: int) -> dict[str, Any]:
        """Return one question of a set that each does at an own pace; raise RefusedError while it is not open."""
        if live.room.pace != "own" or not await self._holds(live, lambda: live.room.phase != "lobby"):
            raise RefusedError("not_told")
        room = live.room
        if not 0 <= item < room.size:
            raise RefusedError("not_told")
        found: dict[str, Any] = {"item": item, "question": self.face(live, item)}
        if item in room.told:
            found["told"] = asked.told(self.question(live, item), self.options(live, item), self.materials)
        return found

    # -- Inside

    def _check(self, items: Sequence[Item]) -> None:
        for item in items:
            self.materials.question(item)

    async def _keep(self, live: Live, kept: Kept, was: Room) -> bool:
        """Keep a changed room; where another process was quicker, take over what it did instead."""
        done = await self._journal.change(kept, was.version)
        if done:
            live.kept = kept
        else:
            found = await self._journal.load(live.kept.code)
            if found is None:
                raise RefusedError("no_room")
            if found.room.version > live.room.version:
                self._take_over(live, found)
        live.bell.ring_soon()
        live.host_bell.ring_soon()
        return done

    def _on_changed_elsewhere(self, code: str, change: Change) -> None:
        known = list(self._live.values()) if change == "all" else [self._live[code]] if code in self._live else []
        for live in known:
            live.is_behind = True
            live.host_bell.ring_soon()
            if change != "answers":
                self._tasks = [one for one in self._tasks if not one.done()]
                self._tasks.append(asyncio.create_task(self._refresh(live)))

    async def catch_up(self, live: Live) -> None:
        """Learn which phones have come in at other servers, and which are there."""
        if live.is_behind:
            live.is_behind = False
            await self._read_phones(live)
            live.elsewhere = await self._journal.elsewhere(live.kept.code, self.clock())

    async def _read_phones(self, live: Live) -> None:
        found = await self._journal.phones(live.kept.code, live.read_to)
        live.learn(found)
        live.read_to = max((one.number for one in found), default=live.read_to)

    def _take_over(self, live: Live, found: Kept) -> None:
        """Know a room as another server has changed it."""
        before, live.kept = live.kept, found
        if (before.items, before.rules) != (found.items, found.rules):
            live.forget_order()

    async def _refresh(self, live: Live) -> None:
        found = await self._journal.load(live.kept.code)
        if found is None:
            self._forget(live)
        elif found.room.version > live.room.version:
            self._take_over(live, found)
            live.bell.ring_soon()
            live.host_bell.ring_soon()

    async def _every(self, seconds: float, chore: Callable[[Live], Awaitable[None]]) -> None:
        """Do something for each room again and again; one room's fault holds up no other."""
        while True:
            await asyncio.sleep(seconds)
            for live in list(self._live.values()):
                try:
                    await chore(live)
                except Exception:
                    _LOG.exception("a chore of %s could not be done", live.kept.code)

    async def _look_at_clock(self, live: Live) -> None:
        if live.room.is_over(self.clock()):
            with contextlib.suppress(RefusedError):  # somebody else was quicker
                await self.command(live, Command("close"))

    async def _tick(self, live: Live) -> None:
        live.bell.ring_soon()
        live.host_bell.ring_soon()
        await self._refresh(live)  # in case a message was lost
        live.is_behind = True  # a server that died does not say who has left
        live.is_moved = live.is_moved or bool(live.here)
        if live.room.phase == "ended" and not (live.here or live.watchers):
            self._live.pop(live.kept.code, None)  # whoever asks for it has it read again

    async def _attend(self, live: Live) -> None:
        """Tell other servers which phones are here."""
        if live.is_moved:
            live.is_moved = False
            await self._journal.attend(live.kept.code, list(live.here), self.clock())

    def _forget(self, live: Live) -> None:
        """Let go of a room that was deleted, and tell who listens that it is over."""
        live.kept = replace(live.kept, room=replace(live.room, phase="ended", version=live.room.version + 1))
        self._live.pop(live.kept.code, None)
        live.bell.ring()
        live.host_bell.ring()
