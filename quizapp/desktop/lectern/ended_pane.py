"""After a class: what it brought, the files to keep, and the end of everything that was kept of it."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.base.words import words
from quizapp.desktop.parts.text import GRID, button, label

_DOUBT_MS = 6000


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
        self._delete = button(words("classroom.delete"))
        self._delete.clicked.connect(self._on_delete)
        save = button(words("classroom.save"))
        save.clicked.connect(self.save_requested)
        self._new = button(words("classroom.new"), "primary")
        self._new.clicked.connect(self.new_requested)
        for one in (self._delete, save, self._new):
            row.addWidget(one)
        column.addLayout(row)
        self._doubt = QTimer(self, interval=_DOUBT_MS, singleShot=True)
        self._doubt.timeout.connect(lambda: self._delete.setText(words("classroom.delete")))

    def show_count(self, joined: int, questions: int) -> None:
        """Say how many took part in how many questions."""
        self._count.setText(
            words("classroom.took_part", joined=joined, questions=words("classroom.chosen", count=questions))
        )
        self._new.setFocus()

    def _on_delete(self) -> None:
        """Delete at the second press: there is no way back."""
        if self._doubt.isActive():
            self.delete_requested.emit()
        else:
            self._delete.setText(words("classroom.delete_for_good"))
            self._doubt.start()
