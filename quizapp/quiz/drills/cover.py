"""``cover``: all of a round is covered on the drawing; one thing after another is named, and uncovered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from quizapp.bank.kinds.name import Name
from quizapp.bank.question import Question
from quizapp.base.words import words
from quizapp.quiz.drills import name
from quizapp.quiz.drills.knowledge import Knowledge

items = name.items


def question(item: str, parts: Sequence[str], knowledge: Knowledge) -> Question | None:
    """Return the question ``view:structure`` stands for."""
    found = name.question(item, parts, knowledge)
    if not isinstance(found, Name):
        return None
    view = knowledge.views[parts[0]].name
    return replace(found, covers=True, topic=words("drills.topic_cover", view=view), ask=words("drills.cover_ask"))
