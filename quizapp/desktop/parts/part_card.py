"""One part of an answer that has several: right or wrong in sign and word, and what is said of it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from quizapp.desktop.parts.sign import sign
from quizapp.desktop.parts.text import GRID, prose
from quizapp.desktop.theme.roles import Roles


class PartCard(QFrame):
    """A heading with its sign, and lines below; ``right`` is None where nothing was asked."""

    def __init__(self, theme: Roles, head: str, right: bool | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(2 * GRID, 12, 2 * GRID, 12)
        self._column.setSpacing(GRID // 2)
        self.add(head, right, "strong")

    def add(self, text: str, right: bool | None = None, look: str = "") -> None:
        """Add a line, with a tick or a cross where it was right or wrong."""
        line = prose(text, look)
        if right is None:
            self._column.addWidget(line)
            return
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(sign(self._theme, "right" if right else "wrong"), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(line, 1)
        self._column.addLayout(row)


def stacked(cards: Iterable[QWidget]) -> QWidget:
    """Return cards one below the other."""
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(GRID)
    for one in cards:
        column.addWidget(one)
    return box
