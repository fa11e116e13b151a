"""Rows that are brought into order: by dragging, by buttons, or by Ctrl and the arrows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from quizapp.base.words import words
from quizapp.desktop.parts.text import GRID, button, named

_ROW = 46  # px


class RowList(QWidget):
    """Numbered rows, each with a key and its words; ``moved`` is sent when the order changes."""

    moved = Signal()

    def __init__(self, rows: Sequence[tuple[str, str]], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        self._list = named(QListWidget(), "order")
        self._list.setAccessibleName(name)
        self._list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self._list.setDefaultDropAction(Qt.DropAction.MoveAction)
        self._list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setSpacing(2)
        for row in rows:
            item = QListWidgetItem()
            item.setData(Qt.ItemDataRole.UserRole, row)
            self._list.addItem(item)
        self._list.setFixedHeight(len(rows) * (_ROW + 2) + 6)
        self._list.setCurrentRow(0)
        self._list.model().rowsMoved.connect(self._on_moved)
        self._list.installEventFilter(self)
        column.addWidget(self._list)
        column.addLayout(self._build_buttons())
        self._number()

    def order(self) -> list[str]:
        """Return the keys in the order of the rows."""
        return [self._list.item(row).data(Qt.ItemDataRole.UserRole)[0] for row in range(self._list.count())]

    def choose(self, number: int) -> None:
        """Take hold of a row by its number."""
        if 1 <= number <= self._list.count():
            self._list.setCurrentRow(number - 1)
            self._list.setFocus()

    def take_focus(self) -> None:
        """Let the arrows work at once."""
        self._list.setFocus()

    def move_row(self, by: int) -> None:
        """Move the row that is held up or down."""
        row = self._list.currentRow()
        if 0 <= row + by < self._list.count():
            item = self._list.takeItem(row)
            self._list.insertItem(row + by, item)
            self._list.setCurrentRow(row + by)
            self._on_moved()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move the row by Ctrl and an arrow, take hold of another by its number."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.key() in steps:
                self.move_row(steps[Qt.Key(event.key())])
                return True
            if Qt.Key.Key_1 <= event.key() <= Qt.Key.Key_9:  # a list would search for a row that begins with it
                self.choose(event.key() - Qt.Key.Key_0)
                return True
        return super().eventFilter(watched, event)

    def _build_buttons(self) -> QHBoxLayout:
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID)
        up, down = button(words("study.move_up")), button(words("study.move_down"))
        up.clicked.connect(lambda: self.move_row(-1))
        down.clicked.connect(lambda: self.move_row(1))
        buttons.addWidget(up)
        buttons.addWidget(down)
        buttons.addStretch(1)
        return buttons

    def _on_moved(self) -> None:
        self._number()
        self.moved.emit()

    def _number(self) -> None:
        for row in range(self._list.count()):
            item = self._list.item(row)
            item.setText(f"{row + 1}.  {item.data(Qt.ItemDataRole.UserRole)[1]}")
