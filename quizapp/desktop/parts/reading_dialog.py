"""A longer text to read in a window of its own, line by line with a screen reader."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QPlainTextEdit, QVBoxLayout, QWidget

from quizapp.base.words import words
from quizapp.desktop.parts.text import GRID, button, label, named


class ReadingDialog(QDialog):
    """Shows a text that can be read and copied, and nothing else."""

    def __init__(self, title: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "page")
        self.setWindowTitle(title)
        self.resize(680, 560)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addWidget(label(title, "title"))
        self._text = QPlainTextEdit(text)
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._text.setAccessibleName(title)
        column.addWidget(self._text, 1)
        close = button(words("keys.close"), "primary")
        close.clicked.connect(self.accept)
        column.addWidget(close)
        self._text.setFocus()
