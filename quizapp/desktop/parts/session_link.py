"""One line for a round that has ended: its title and what it scored."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton

from quizapp.base.words import words
from quizapp.desktop.parts.text import button, number
from quizapp.quiz.scoring import RULES
from quizapp.quiz.session import Session


def session_link(session: Session, open_it: Callable[[str], None], tells_day: bool = False) -> QPushButton:
    """Return a link that opens the results of a round by its id."""
    points = words("results.score", points=number(RULES["plain"](session.attempts)), of=len(session.attempts))
    parts = [session.title or words("study.untitled"), f"{session.started:%d %b %Y}" if tells_day else "", points]
    made = button(" · ".join(part for part in parts if part), "link")
    made.clicked.connect(lambda: open_it(session.id))
    return made
