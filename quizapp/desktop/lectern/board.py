"""Who leads: teams at the left, people at the right, in small letters or in large ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from quizapp.base.words import words
from quizapp.desktop.parts.text import GRID, label, number


class Board(QWidget):
    """Rows of place, name and points, below a heading each for teams and people; ``size`` of the letters in px."""

    def __init__(self, board: Mapping[str, Any], size: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = size
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(3 * size)
        for group in ("teams", "people"):
            if board.get(group):
                row.addLayout(self._build(words(f"classroom.board.{group}"), board[group]), 1)

    def _build(self, heading: str, rows: Sequence[Sequence[Any]]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(self._size)
        grid.setVerticalSpacing(max(GRID, self._size // 2))
        grid.setColumnStretch(1, 1)
        self._add(grid, 0, 0, heading, 0.85, "quiet", span=3)
        for at, (place, name, points) in enumerate(rows, 1):
            self._add(grid, at, 0, f"{place}.", 1.0, "quiet")
            self._add(grid, at, 1, name, 1.0)
            self._add(grid, at, 2, number(points), 1.0)
        grid.setRowStretch(len(rows) + 1, 1)
        return grid

    def _add(
        self, grid: QGridLayout, row: int, column: int, text: str, times: float, look: str = "", span: int = 1
    ) -> None:
        made = label(text, look, wrap=column == 1)
        made.setStyleSheet(f"font-size: {round(self._size * times)}px;")
        if column != 1 and span == 1:
            made.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        grid.addWidget(made, row, column, 1, span)
