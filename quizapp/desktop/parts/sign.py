"""The sign of an outcome: never colour alone, and a word for who cannot see it."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

from quizapp.base.words import words
from quizapp.desktop.theme.icons import pixmap
from quizapp.desktop.theme.roles import Roles
from quizapp.quiz.attempt import Outcome

LOOKS: dict[Outcome, str] = {"right": "right", "partly": "near", "near": "near", "wrong": "wrong", "unknown": "quiet"}
_SIGNS: dict[Outcome, str] = {
    "right": "tick",
    "partly": "half",
    "near": "ring",
    "wrong": "cross",
    "unknown": "unknown",
}


def sign(theme: Roles, outcome: Outcome, size: int = 18) -> QLabel:
    """Return the sign of an outcome in its colour, ``size`` pixels wide."""
    made = QLabel()
    made.setPixmap(pixmap(_SIGNS[outcome], getattr(theme, LOOKS[outcome]), size))
    made.setAccessibleName(words(f"outcome.{outcome}"))
    return made
