"""What the lecturer alone sees: answers as they come, who is still to answer, the key, and advice."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from quizapp.classroom import asked
from quizapp.classroom.advice import advise
from quizapp.classroom.hub import Hub, Live
from quizapp.classroom.report import Report

_VOTES = (1, 2)


async def view(hub: Hub, live: Live) -> dict[str, Any]:
    """Return the private view of a room, as JSON is made of it."""
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
        "revealed": sorted(room.revealed),
        "votes": list(room.votes),
        "joined": len(live.phones),
        "here": len(live.here),
        "items": [_line(hub, live, at) for at in range(room.size)],
    }
    if 0 <= room.item < room.size:
        found |= await _item(hub, live, room.item)
    return found


def _line(hub: Hub, live: Live, at: int) -> dict[str, str]:
    question = hub.question(live, at)
    return {"id": question.id, "kind": question.kind, "topic": question.topic, "words": question.objective}


async def _item(hub: Hub, live: Live, at: int) -> dict[str, Any]:
    question, options = hub.question(live, at), hub.options(live, at)
    report = await hub.report(live, at)
    counted = report.tally(live.room.round)
    advice = advise(question, counted, hub.materials.stock.table) if live.room.phase != "vote" else None
    return {
        "question": hub.face(live, at),
        "told": asked.told(question, options, hub.materials),
        "answered": counted.answered,
        "missing": _missing(live, report),
        "tallies": [_tally(report, number) for number in _VOTES if number in report.votes],
        "moved": [[one, other, count] for (one, other), count in report.moved().items()],
        "numbers": asked.numbers(options),
        "names": _names(hub, live, at, report),
        "advice": None
        if advice is None
        else {"word": advice.word, "share": advice.share, "pair": advice.pair, "finding": advice.finding},
    }


def _tally(report: Report, number: int) -> dict[str, Any]:
    counted = report.tally(number)
    return {
        "round": number,
        "answered": counted.answered,
        "right": counted.right,
        "parts": counted.parts,
        "sure_and_wrong": counted.sure_and_wrong,
    }


def _missing(live: Live, report: Report) -> int:
    """Return how many who were in when the vote was opened, and still are, have not answered."""
    given = report.marks.get(live.room.round, {})
    return sum(1 for number in live.here if number <= live.room.expected and number not in given)


def _names(hub: Hub, live: Live, at: int, report: Report) -> Mapping[str, str]:
    """Return the words for every choice that was made, by key."""
    question = hub.question(live, at)
    found = {option.key: hub.materials.words(option) for option in question.options}
    tallies = (report.tally(number) for number in report.votes)
    made = {one for counted in tallies for part in counted.parts for one in part}
    return {one: hub.materials.name(one) for one in made if one} | found
