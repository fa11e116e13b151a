"""After a class: what it brought, the files to keep, and the end of everything that was kept of it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.base.words import words
from quizapp.desktop.parts.text import GRID, button, label


class EndedPane(QWidget):
    """Three things to do with a class that is over."""

    save_requested = Signal()
    delete_requested = Signal()
    new_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(6 * GRID, 6 * GRID, 6 * GRID, 3 * GRID)
        column.setSpacing(2 * GRID)
        column.addWidget(label(words("phone.ended"), "title"))
        self._count = label("", "quiet")
        column.addWidget(self._count)
        column.addWidget(label(words("classroom.kept_here"), "quiet"))
        column.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addStretch(1)
        for name, signal, look in (
            ("delete", self.delete_requested, ""),
            ("save", self.save_requested, ""),
            ("new", self.new_requested, "primary"),
        ):
            made = button(words(f"classroom.{name}"), look)
            made.clicked.connect(signal)
            row.addWidget(made)
        column.addLayout(row)

    def show_count(self, joined: int, questions: int) -> None:
        """Say how many took part in how many questions."""
        self._count.setText(words("classroom.took_part", joined=joined, questions=questions))
