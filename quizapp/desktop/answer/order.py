"""A row that is brought into order."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QWidget

from quizapp.base.words import words
from quizapp.desktop.answer.base import AnswerWidget, Asked
from quizapp.desktop.parts.row_list import RowList
from quizapp.desktop.parts.text import label
from quizapp.quiz.attempt import Response


class OrderAnswer(AnswerWidget):
    """The options as rows that can be moved."""

    hints: ClassVar[tuple[str, ...]] = ("study.order_hint",)

    def __init__(self, asked: Asked, parent: QWidget | None = None) -> None:
        super().__init__(asked, parent)
        self._moved = False
        for hint in self.hints:
            self.column.addWidget(label(words(hint), "quiet"))
        self.rows = RowList([(one.key, asked.words(one)) for one in asked.options], words("study.order_name"))
        self.rows.moved.connect(self._on_moved)
        self.column.addWidget(self.rows)

    def response(self) -> Response | None:
        """Return the order, once a row was moved: no row is ever shown in its right order."""
        return Response(chosen=tuple(self.rows.order())) if self._moved else None

    def choose(self, number: int) -> None:
        """Take hold of a row by its number."""
        self.rows.choose(number)

    def takes_focus(self) -> bool:
        """Let the arrows work at once."""
        self.rows.take_focus()
        return True

    def _on_moved(self) -> None:
        self._moved = True
        self.changed.emit()
