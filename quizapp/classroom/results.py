"""What is kept of a class when it is over: every answer with its mark, and for each phone what to look at again."""

from __future__ import annotations

from typing import Any

from quizapp.bank.question import Question
from quizapp.classroom.hub import Hub
from quizapp.classroom.journal import Phone
from quizapp.classroom.live import Live
from quizapp.classroom.refusal import RefusedError
from quizapp.quiz.attempt import Mark
from quizapp.quiz.study_set import FORMAT, StudySet


async def take_home(hub: Hub, live: Live, phone: Phone) -> StudySet:
    """Return a phone's misses, unsure answers and look-alikes as a study set; no marks, and no keys.

    Raise RefusedError before any answer was told.
    """
    if not live.room.told:
        raise RefusedError("not_told")
    questions: list[str] = []
    look_alikes: list[tuple[str, str]] = []
    own = await hub.own_marks(live, phone)
    for item in sorted(live.room.told - live.room.excluded):
        if live.kept.items[item].made is not None or not live.room.votes[item]:
            continue  # of no bank, or never asked
        answer, marked = own.get(item, (None, None))
        question = hub.question(live, item)
        is_guess = answer is not None and answer.certainty == "guess"
        if marked is None or marked.value < 1 or is_guess:
            questions.append(question.id)
            look_alikes += _confused(question, marked)
    return StudySet(format=FORMAT, title=live.kept.title, questions=questions, look_alikes=look_alikes)


async def everything(hub: Hub, live: Live) -> dict[str, Any]:
    """Return the questions of a class, and every answer with its mark, for tables and statistics."""
    items = []
    for at in range(live.room.size):
        report = await hub.report(live, at)
        question = report.question
        items.append(
            {
                "id": question.id,
                "kind": question.kind,
                "ask": question.ask,
                "keys": list(question.keys),
                "options": hub.materials.names(question, report.chosen()),
                "excluded": at in live.room.excluded,
                "answers": [
                    {
                        "phone": given.phone,
                        "round": number,
                        "certainty": given.answer.certainty,
                        "given": given.answer.given,
                        "chosen": list(marked.chosen) if marked is not None else given.answer.given.chosen,
                        "outcome": marked.outcome if marked is not None else None,
                        "mark": marked.value if marked is not None else None,
                    }
                    for number, some in report.votes.items()
                    for given in some
                    for marked in [report.marks[number][given.phone][1]]
                ],
            }
        )
    phones = await hub.everyone(live)
    return {
        "code": live.kept.code,
        "title": live.kept.title,
        "created": live.kept.created,
        "names": {one.number: hub.name(live, one) for one in phones},
        "teams": {one.number: hub.who(live, one)["team"] for one in phones} if live.kept.rules.teams else {},
        "items": items,
    }


def _confused(question: Question, mark: Mark | None) -> list[tuple[str, str]]:
    """Return what was taken for what, where one thing was asked for and another chosen."""
    if mark is None or mark.value >= 1 or len(question.keys) != 1 or len(mark.chosen) != 1:
        return []
    return [(question.keys[0], mark.chosen[0])] if mark.chosen[0] else []
