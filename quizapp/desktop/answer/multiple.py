"""Cards, several to choose."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from quizapp.base.words import words
from quizapp.desktop.answer.base import Asked, CardsAnswer
from quizapp.desktop.parts.text import label


class MultipleAnswer(CardsAnswer):
    """Several right answers; how many is said."""

    several = True

    def __init__(self, asked: Asked, parent: QWidget | None = None) -> None:
        super().__init__(asked, parent)
        self.column.insertWidget(0, label(words("study.choose_several", count=len(asked.question.keys)), "small"))
