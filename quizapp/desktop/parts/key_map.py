"""The map of keys: what the keys of this screen do."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QGridLayout, QWidget

from quizapp.base.words import words
from quizapp.desktop.actions import ALSO, ROWS, shown_keys
from quizapp.desktop.parts.text import GRID, button, label


class KeyMap(QDialog):
    """Keys of a page and of the whole app, two columns."""

    def __init__(self, page: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(words("keys.title"))
        self.setObjectName("page")
        grid = QGridLayout(self)
        grid.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 3 * GRID)
        grid.setHorizontalSpacing(4 * GRID)
        grid.setVerticalSpacing(GRID)
        grid.addWidget(label(words("keys.title"), "title"), 0, 0, 1, 2)
        rows = [(words(name), keys) for where, name, keys in ALSO if where == page]
        rows += [(words(row.label), shown_keys(row.keys)) for row in ROWS if row.page == page]
        rows += [(words(row.label), shown_keys(row.keys)) for row in ROWS if not row.page]
        for at, (name, keys) in enumerate(rows, 1):
            grid.addWidget(label(name, wrap=False), at, 0)
            grid.addWidget(label(keys, "strong", wrap=False), at, 1)
        close = button(words("keys.close"), "primary")
        close.clicked.connect(self.accept)
        grid.addWidget(close, len(rows) + 1, 1)
