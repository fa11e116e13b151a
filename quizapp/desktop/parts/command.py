"""Ctrl+K: structures, conditions, pages and actions found by a few letters."""

from __future__ import annotations

import re
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from quizapp.base.words import words
from quizapp.desktop.actions import ROWS
from quizapp.desktop.context import Context
from quizapp.desktop.parts.text import GRID, label

_CUTOFF = 62
_VERSUS = re.compile(r"\s+(?:vs?\.?|versus|or)\s+|\s*/\s*", re.IGNORECASE)


@dataclass(frozen=True)
class Found:
    """One thing that was found: what sort, its id, and its name."""

    sort: str
    id: str
    name: str


class CommandSearch(QDialog):
    """A line to type in and the things that fit, best first."""

    chosen = Signal(str, str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.setWindowTitle(words("command.name"))
        self.setWindowFlags(Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("page")
        self.resize(560, 420)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        self._line = QLineEdit(placeholderText=words("command.placeholder"))
        self._line.setAccessibleName(words("command.placeholder"))
        self._line.textChanged.connect(self._on_text)
        self._line.installEventFilter(self)
        self._list = QListWidget()
        self._list.setAccessibleName(words("command.name"))
        self._list.itemActivated.connect(self._on_chosen)
        self._list.itemClicked.connect(self._on_chosen)
        self._nothing = label(words("command.nothing"), "quiet")
        self._nothing.hide()
        for one in (self._line, self._nothing, self._list):
            column.addWidget(one)
        self._things = self._gather()
        self._on_text("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows and Enter work from the line."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                step = 1 if event.key() == Qt.Key.Key_Down else -1
                self._list.setCurrentRow(max(0, min(self._list.count() - 1, self._list.currentRow() + step)))
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                item = self._list.currentItem()
                if item is not None:
                    self._on_chosen(item)
                return True
        return super().eventFilter(watched, event)

    def _gather(self) -> list[Found]:
        pages = [Found("page", row.name, words(row.label)) for row in ROWS if row.label.startswith("pages.")]
        actions = [Found("action", row.name, words(row.label)) for row in ROWS if row.page == "atlas"]
        conditions = [Found("condition", one.id, one.name) for one in self._context.clinic.conditions.values()]
        return pages + conditions + actions

    def _on_text(self, text: str) -> None:
        atlas, catalogue = self._context.atlas, self._context.catalogue
        structures = [Found("structure", one.id, one.name) for one in catalogue.search(text) if atlas.showing(one.id)]
        if text.strip():
            # Imported when somebody searches.
            from rapidfuzz import fuzz, process, utils

            names = [one.name for one in self._things]
            best = process.extract(
                text, names, scorer=fuzz.WRatio, processor=utils.default_process, score_cutoff=_CUTOFF, limit=8
            )
            others = [self._things[at] for _, _, at in best]
        else:
            others = [one for one in self._things if one.sort == "page"]
        self._list.clear()
        for found in self._compared(text) + structures[:8] + others:
            item = QListWidgetItem(f"{found.name}    {words(f'command.{found.sort}')}")
            item.setData(Qt.ItemDataRole.UserRole, (found.sort, found.id))
            self._list.addItem(item)
        self._list.setCurrentRow(0)
        self._nothing.setVisible(self._list.count() == 0)

    def _compared(self, text: str) -> list[Found]:
        """Return the comparison of two conditions where a line names both, with "vs" or a stroke between them."""
        parts = [part for part in _VERSUS.split(text) if part.strip()]
        if not 2 <= len(parts) <= 3:
            return []
        from rapidfuzz import fuzz, process, utils

        names = {one.id: one.name for one in self._things if one.sort == "condition"}
        best = [process.extractOne(part, names, scorer=fuzz.WRatio, processor=utils.default_process) for part in parts]
        ids = list(dict.fromkeys(one[2] for one in best if one is not None and one[1] >= _CUTOFF))
        if len(ids) != len(parts):
            return []
        return [Found("compare", "+".join(ids), " – ".join(names[one] for one in ids))]

    def _on_chosen(self, item: QListWidgetItem) -> None:
        sort, name = item.data(Qt.ItemDataRole.UserRole)
        self.accept()
        self.chosen.emit(sort, name)
