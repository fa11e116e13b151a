"""A board of lists between which findings are dragged, or moved by the first letter of a list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from quizapp.bank.kinds.sort import BINS
from quizapp.base.words import words
from quizapp.desktop.parts.text import GRID, label, named

_LEAST = 40  # px: room to drop into an empty list
_UNSORTED = "unsorted"


class _Bin(QListWidget):
    """One list; it is as high as its rows."""

    changed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        named(self, "bin")
        self.setAccessibleName(name)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setWordWrap(True)
        self.setSpacing(2)
        for policy in (self.setVerticalScrollBarPolicy, self.setHorizontalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # What is dropped is there first and taken from its old list only then.
        self.model().rowsInserted.connect(self._on_rows, Qt.ConnectionType.QueuedConnection)
        self.model().rowsRemoved.connect(self._on_rows, Qt.ConnectionType.QueuedConnection)

    def held(self) -> list[str]:
        """Return the findings in this list."""
        return [self.item(row).data(Qt.ItemDataRole.UserRole) for row in range(self.count())]

    def fit(self) -> None:
        """Be as high as the rows."""
        rows = sum(self.visualItemRect(self.item(row)).height() + 2 * self.spacing() for row in range(self.count()))
        self.setFixedHeight(max(_LEAST, rows + 2 * self.frameWidth() + 4))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Have a current row."""
        super().focusInEvent(event)
        if self.count() and not self.selectedItems():
            self.setCurrentRow(max(0, self.currentRow()))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show no row as current while another list has the keys."""
        super().focusOutEvent(event)
        self.clearSelection()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the words when the width changes."""
        super().resizeEvent(event)
        self.fit()

    def _on_rows(self) -> None:
        self.fit()
        self.changed.emit()


class Bins(QWidget):
    """The findings that are not sorted yet, and a list for each bin."""

    changed = Signal()

    def __init__(self, findings: Sequence[tuple[str, str]], rival: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        self.lists: dict[str, _Bin] = {}
        self._heads: dict[str, QLabel] = {}
        for name in (*BINS, _UNSORTED):  # where to drop stays in sight above what is dragged
            head = self._heads[name] = label(words(f"sort.{name}"), "small")
            made = self.lists[name] = _Bin(f"{rival}: {words(f'sort.{name}')}")
            made.changed.connect(self.changed)
            made.installEventFilter(self)
            column.addWidget(head)
            column.addWidget(made)
        column.addStretch(1)
        for key, text in findings:
            item = QListWidgetItem(text)
            item.setData(Qt.ItemDataRole.UserRole, key)
            self.lists[_UNSORTED].addItem(item)
        self.lists[_UNSORTED].setCurrentRow(0)

    def placed(self) -> tuple[str, ...]:
        """Return each placed finding as ``bin:finding``."""
        return tuple(f"{name}:{key}" for name in BINS for key in self.lists[name].held())

    def take_focus(self) -> None:
        """Give the keys to the first list with something in it."""
        first = self.lists[_UNSORTED]
        (first if first.count() else next(one for one in self.lists.values() if one.count())).setFocus()

    def place(self, source: str, row: int, target: str) -> None:
        """Move a row of one list to the end of another."""
        if source == target:
            return
        item = self.lists[source].takeItem(row)
        if item is not None:
            self.lists[target].addItem(item)
            self.lists[target].setCurrentItem(item)
            rest = self.lists[source]
            rest.setCurrentRow(min(row, rest.count() - 1))
            self.lists[target].clearSelection()
            (rest if rest.count() else self.lists[target]).setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Sort the current row by F, A or M, and take it back by U or Backspace."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in _KEYS:
            event.accept()  # in a list the letters sort; elsewhere on the page F says how sure one is
            return True
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            target = _KEYS.get(Qt.Key(event.key()))
            source = next((name for name, one in self.lists.items() if one is watched), "")
            if target and source and not event.modifiers():
                self.place(source, self.lists[source].currentRow(), target)
                return True
        return super().eventFilter(watched, event)


_KEYS = {
    Qt.Key.Key_F: "for",
    Qt.Key.Key_A: "against",
    Qt.Key.Key_M: "missing",
    Qt.Key.Key_U: _UNSORTED,
    Qt.Key.Key_Backspace: _UNSORTED,
}
