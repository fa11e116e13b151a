"""A lasting notice above the pages, with one thing to do about it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from quizapp.base.words import words
from quizapp.desktop.parts.text import GRID, button, label, named


class Notice(QWidget):
    """Hidden until there is something to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 0)
        frame = named(QFrame(), "notice")
        row = QHBoxLayout(frame)
        row.setContentsMargins(2 * GRID, GRID, GRID, GRID)
        self._text = label("")
        self._do = button("")
        self._do.clicked.connect(self._on_do)
        close = button(words("told.close"))
        close.clicked.connect(self.hide)
        row.addWidget(self._text, 1)
        row.addWidget(self._do)
        row.addWidget(close)
        outer.addWidget(frame)
        self._run: Callable[[], None] | None = None
        self.hide()

    def show_text(self, text: str, action: str, run: Callable[[], None] | None) -> None:
        """Show a notice; ``action`` names what its button does."""
        self._text.setText(text)
        self._do.setText(action)
        self._do.setVisible(run is not None)
        self._run = run
        self.show()

    def _on_do(self) -> None:
        if self._run is not None:
            self._run()
        self.hide()
