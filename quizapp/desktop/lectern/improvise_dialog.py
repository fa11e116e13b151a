"""A question made on the spot: Enter asks where it hurts on the view on show; options make it a choice."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from quizapp.base.words import words
from quizapp.desktop.parts.text import GRID, button, label, named

_MOST = 8


class ImproviseDialog(QDialog):
    """The question, and an option a line; without options phones click on the view."""

    def __init__(self, view: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "page")
        self._view = view
        self.setWindowTitle(words("classroom.improvise"))
        self.setMinimumWidth(460)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        self.ask = QLineEdit(words("classroom.where"))
        self.ask.setAccessibleName(words("classroom.ask"))
        self.ask.selectAll()
        self.options = QPlainTextEdit()
        self.options.setAccessibleName(words("classroom.options"))
        self.options.setTabChangesFocus(True)
        self.options.setFixedHeight(120)
        asks = button(words("classroom.ask_it"), "primary")
        asks.setDefault(True)
        asks.clicked.connect(self.accept)
        cancel = button(words("drills.cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(cancel)
        foot.addWidget(asks)
        column.addWidget(label(words("classroom.improvise"), "title"))
        for one in (label(words("classroom.ask"), "small"), self.ask, label(words("classroom.options"), "small")):
            column.addWidget(one)
        column.addWidget(self.options)
        column.addLayout(foot)

    def wish(self) -> dict[str, Any]:
        """Return what the server is asked for."""
        options = [line.strip() for line in self.options.toPlainText().splitlines() if line.strip()][:_MOST]
        return {"ask": self.ask.text().strip(), "options": options, "view": "" if options else self._view}
