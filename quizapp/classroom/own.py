"""What is a phone's own: its name, its answers, the marks that may be known, and what it takes home."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import structs

from quizapp.bank.question import Question
from quizapp.classroom import asked
from quizapp.classroom.hub import Hub
from quizapp.classroom.journal import Given, Phone
from quizapp.classroom.live import Live
from quizapp.classroom.refusal import RefusedError
from quizapp.classroom.tally import mark
from quizapp.classroom.wire import Answer
from quizapp.quiz.attempt import Mark
from quizapp.quiz.study_set import FORMAT, StudySet

Told = Mapping[int, tuple[Answer, Mark | None]]


async def mine(hub: Hub, live: Live, phone: Phone) -> dict[str, Any]:
    """Return what a phone gets back after a reload; ``missed`` is how many questions it can take home."""
    given = await hub.answers_of(live, phone)
    told = _told(hub, live, given)
    marks = {item: marked.value for item, (_, marked) in told.items() if marked is not None}
    return {
        **hub.who(live, phone),
        "version": live.room.version,
        "answers": [_shown(hub, live, one.answer) for one in given],
        "marks": marks,
        "points": round(sum(marks.values()), 2),
        "missed": len(_missed(hub, live, told)),
    }


async def take_home(hub: Hub, live: Live, phone: Phone) -> StudySet:
    """Return a phone's misses, unsure answers and look-alikes as a study set; no marks, and no keys.

    Raise RefusedError before any answer was told.
    """
    if not live.room.told:
        raise RefusedError("not_told")
    missed = _missed(hub, live, _told(hub, live, await hub.answers_of(live, phone)))
    return StudySet(
        format=FORMAT,
        title=live.kept.title,
        questions=[question.id for question, _ in missed],
        look_alikes=[pair for question, marked in missed for pair in _confused(question, marked)],
    )


def _told(hub: Hub, live: Live, given: Sequence[Given]) -> Told:
    """Return the last of some answers to each item that was told and counts, with its mark."""
    latest = {one.answer.item: one.answer for one in given}  # they come in the order of their votes
    found = {}
    for item in sorted((live.room.told - live.room.excluded) & latest.keys()):
        response = latest[item].given.response(latest[item].certainty)
        found[item] = latest[item], mark(hub.question(live, item), response, hub.materials.surroundings)
    return found


def _missed(hub: Hub, live: Live, told: Told) -> list[tuple[Question, Mark | None]]:
    """Return what was asked and not answered rightly and surely, with the marks."""
    found = []
    for item in sorted(live.room.told - live.room.excluded):
        if live.kept.items[item].made is not None or not live.room.votes[item]:
            continue  # of no bank, or never asked
        answer, marked = told.get(item, (None, None))
        is_guess = answer is not None and answer.certainty == "guess"
        if marked is None or marked.value < 1 or is_guess:
            found.append((hub.question(live, item), marked))
    return found


def _confused(question: Question, mark: Mark | None) -> list[tuple[str, str]]:
    """Return what was taken for what, where one thing was asked for and another chosen."""
    if mark is None or mark.value >= 1 or len(question.keys) != 1 or len(mark.chosen) != 1:
        return []
    return [(question.keys[0], mark.chosen[0])] if mark.chosen[0] else []


def _shown(hub: Hub, live: Live, answer: Answer) -> Answer:
    question, options = hub.question(live, answer.item), hub.options(live, answer.item)
    return structs.replace(answer, given=asked.shown(question, options, answer.given))
