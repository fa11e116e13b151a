"""The questions of a class: found in the bank, put into an order, taken out again."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from quizapp.bank.question import Question
from quizapp.base.words import words
from quizapp.desktop.lectern.question_row import QuestionRow
from quizapp.desktop.parts.text import GRID, button, label

_ID = Qt.ItemDataRole.UserRole


class _Order(QListWidget):
    """Rows that are dragged, and taken out by Delete."""

    changed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a row out, or move it by Ctrl and the arrows."""
        row = self.currentRow()
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and row >= 0:
            self.takeItem(row)
            self.changed.emit()
        elif step and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if 0 <= row + step < self.count():
                self.insertItem(row + step, self.takeItem(row))
                self.setCurrentRow(row + step)
        else:
            super().keyPressEvent(event)


class RunningOrder(QWidget):
    """The bank at the left, the class at the right."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * GRID)
        self._search = QLineEdit(placeholderText=words("classroom.search"))
        self._search.setAccessibleName(words("classroom.search"))
        self._search.textChanged.connect(self._filter)
        self._bank, self._order = QListWidget(), _Order()
        self._bank.setAccessibleName(words("classroom.bank"))
        for one in (self._bank, self._order):
            one.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            one.setItemDelegate(QuestionRow(one is self._order, one))
        self._bank.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._bank.itemActivated.connect(self._on_add)
        add = button(words("classroom.add"))
        add.clicked.connect(self._on_add)
        row.addLayout(_column(label(words("classroom.bank"), "small"), self._search, self._bank, add), 1)
        self._order.setAccessibleName(words("classroom.order"))
        self._order.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self._order.setDefaultDropAction(Qt.DropAction.MoveAction)
        self._order.changed.connect(self.changed)
        self._hint = label(words("classroom.order_hint"), "quiet")
        row.addLayout(_column(label(words("classroom.order"), "small"), self._order, self._hint), 1)

    def show_bank(self, questions: Sequence[Question]) -> None:
        """Offer the questions of a bank."""
        self._bank.clear()
        for one in questions:
            item = QListWidgetItem(f"{one.objective}\n{one.topic} · {words(f'kinds.{one.kind}')}")
            item.setData(_ID, one.id)
            item.setToolTip(f"{one.objective}\n{one.ask}")
            self._bank.addItem(item)
        self._filter(self._search.text())

    @property
    def questions(self) -> list[str]:
        """Return the ids of the chosen questions in their order."""
        return [str(self._order.item(row).data(_ID)) for row in range(self._order.count())]

    def add(self, questions: Sequence[str]) -> None:
        """Put questions of the bank at the end of the order, each once."""
        there = set(self.questions)
        for row in range(self._bank.count()):
            item = self._bank.item(row)
            if item.data(_ID) in questions and item.data(_ID) not in there:
                self._order.addItem(item.clone())
        self.changed.emit()

    def _on_add(self) -> None:
        self.add([str(item.data(_ID)) for item in self._bank.selectedItems()])

    def _filter(self, text: str) -> None:
        wanted = text.casefold().split()
        for row in range(self._bank.count()):
            item = self._bank.item(row)
            item.setHidden(not all(word in item.text().casefold() for word in wanted))


def _column(*widgets: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(GRID)
    for one in widgets:
        column.addWidget(one, 1 if isinstance(one, QListWidget) else 0)
    return column
