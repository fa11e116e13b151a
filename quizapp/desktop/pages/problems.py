"""Questions that could not be read: every problem with its file, line and remedy."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QVBoxLayout, QWidget

from quizapp.base.words import words
from quizapp.desktop.context import Context
from quizapp.desktop.parts.text import GRID, label


class ProblemsPage(QWidget):
    """The same lines that the command line prints."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._context = context
        column = QVBoxLayout(self)
        column.setContentsMargins(4 * GRID, 4 * GRID, 4 * GRID, 4 * GRID)
        column.addWidget(label(words("home.problems_title"), "title"))
        self._list = QListWidget()
        self._list.setWordWrap(True)
        column.addWidget(self._list, 1)

    def refresh(self) -> None:
        """List the problems of the bank as it was read last."""
        self._list.clear()
        for problem in self._context.problems:
            self._list.addItem(str(problem))
