"""What is kept of a class when it is over: every answer with its mark."""

from __future__ import annotations

from typing import Any

from quizapp.classroom.hub import Hub
from quizapp.classroom.live import Live


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
