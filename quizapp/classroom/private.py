"""What the lecturer alone sees: answers as they come, who is still to answer, the key, and advice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from quizapp.bank.question import Question
from quizapp.classroom import asked
from quizapp.classroom.advice import advise
from quizapp.classroom.hub import Hub
from quizapp.classroom.live import Live
from quizapp.classroom.report import Report
from quizapp.classroom.room import ALL, steps
from quizapp.classroom.tally import Tally


async def view(hub: Hub, live: Live, looked: int = ALL) -> dict[str, Any]:
    """Return the private view of a room, as JSON is made of it; of a set at an own pace, the item that is looked at."""
    await hub.catch_up(live)
    room = live.room
    found: dict[str, Any] = {
        "code": live.kept.code,
        "title": live.kept.title,
        "version": room.version,
        "pace": room.pace,
        "phase": room.phase,
        "item": room.item,
        "of": room.size,
        "round": room.round,
        "now": hub.clock(),
        "closes": room.closes,
        "shown": room.shown,
        "excluded": sorted(room.excluded),
        "joined": len(live.phones),
        "here": len(live.present),
        "steps": steps(room),
        "board": await hub.board(live) if room.phase in ("reveal", "ended") else {},
        "board_shown": room.board,
    }
    if 0 <= room.item < room.size:
        found |= await _item(hub, live, room.item)
    elif room.pace == "own" and room.phase != "lobby":
        found |= await _set(hub, live)
        if 0 <= looked < room.size:
            found |= {"looked": looked} | await _item(hub, live, looked)
    return found


async def _set(hub: Hub, live: Live) -> dict[str, Any]:
    """Return how far everybody has come with a set that each does at an own pace."""
    progress, size = await hub.progress(live), live.room.size
    done = {phone for phone, count in progress.phones.items() if count >= size}
    return {
        "set": [{"ask": hub.question(live, at).ask, "answered": progress.items.get(at, 0)} for at in range(size)],
        "done": len(done),
        "unfinished": sum(1 for one in live.present if one <= live.room.expected and one not in done),
    }


async def _item(hub: Hub, live: Live, at: int) -> dict[str, Any]:
    question, options = hub.question(live, at), hub.options(live, at)
    report = await hub.report(live, at)
    tallies = {number: report.tally(number) for number in sorted(report.votes)}
    counted = tallies.get(live.room.round, Tally())
    advice = advise(question, counted, hub.materials.stock.table) if live.room.phase != "vote" else None
    return {
        "question": hub.face(live, at),
        "told": asked.told(question, options, hub.materials),
        "answered": counted.answered,
        "missing": _missing(live, report),
        "tallies": [{"round": number, **asdict(one)} for number, one in tallies.items()],
        "moved": [[one, other, count] for (one, other), count in report.moved().items()],
        "numbers": asked.numbers(options),
        "names": _names(hub, question, tallies.values()),
        "advice": advice,
    }


def _missing(live: Live, report: Report) -> int:
    """Return how many who were in when the vote was opened, and still are, have not answered."""
    given = report.marks.get(live.room.round, {})
    return sum(1 for number in live.present if number <= live.room.expected and number not in given)


def _names(hub: Hub, question: Question, tallies: Iterable[Tally]) -> Mapping[str, str]:
    """Return the words for every option, and for every other choice that was made, by key."""
    return hub.materials.names(question, {one for counted in tallies for part in counted.parts for one in part})
