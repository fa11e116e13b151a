"""Cards, the critical steps to choose; a dangerous one costs everything, and that is said before."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from quizapp.base.words import words
from quizapp.desktop.answer.base import Asked
from quizapp.desktop.answer.multiple import MultipleAnswer
from quizapp.desktop.parts.text import label


class KeyFeatureAnswer(MultipleAnswer):
    """As several answers, with a warning."""

    def __init__(self, asked: Asked, parent: QWidget | None = None) -> None:
        super().__init__(asked, parent)
        self.column.insertWidget(1, label(words("study.harm_hint"), "quiet"))
