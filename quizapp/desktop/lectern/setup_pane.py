"""Before a class: what is asked, and how."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from quizapp.base.words import words
from quizapp.classroom.materials import PHONE_KINDS
from quizapp.desktop.context import Context
from quizapp.desktop.lectern.rules_row import RulesRow
from quizapp.desktop.lectern.running_order import RunningOrder
from quizapp.desktop.parts.text import GRID, button, label

_SECONDS = (20, 30, 45, 60, 90, 120, 180, 300, 600)


class SetupPane(QWidget):
    """A running order, a title, and how the class is held."""

    open_requested = Signal(object)
    continue_requested = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(2 * GRID)
        column.addWidget(label(words("classroom.title"), "title"))
        column.addWidget(label(words("classroom.hint"), "quiet"))
        self._going_on = button("")
        self._going_on.clicked.connect(self.continue_requested)
        self._going_on.hide()
        column.addWidget(self._going_on)
        self.order = RunningOrder()
        self.order.changed.connect(self._on_changed)
        column.addWidget(self.order, 1)
        column.addLayout(self._build_switches())
        self.rules = RulesRow(context.settings)
        column.addWidget(self.rules)
        foot = QHBoxLayout()
        self._count = label("", "small", wrap=False)
        self._open = button(words("classroom.open"), "primary")
        self._open.clicked.connect(self.open_class)
        foot.addWidget(self._count)
        foot.addStretch(1)
        foot.addWidget(self._open)
        column.addLayout(foot)
        self._on_changed()

    def refresh(self) -> None:
        """Offer what the bank has now."""
        self.order.show_bank(self._context.bank.choose(kinds=PHONE_KINDS))

    def offer(self, code: str) -> None:
        """Offer to go on with a class that has not ended; none where there is no code."""
        self._going_on.setText(words("classroom.go_on_with", code=code))
        self._going_on.setVisible(bool(code))

    @property
    def seconds(self) -> float | None:
        """Return how long a vote is open; None until it is closed by hand."""
        found: float | None = self._seconds.currentData()
        return found

    def _build_switches(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(2 * GRID)
        self._title = QLineEdit(placeholderText=words("classroom.untitled"), maxLength=60)
        self._title.setAccessibleName(words("classroom.name"))
        self._own_pace = QCheckBox(words("classroom.own_pace"))
        self._seconds = QComboBox()
        self._seconds.addItem(words("classroom.no_timer"), None)
        for seconds in _SECONDS:
            self._seconds.addItem(words("classroom.seconds", count=seconds), float(seconds))
        self._seconds.setAccessibleName(words("classroom.timer"))
        timer = label(words("classroom.timer"), wrap=False)
        title = label(words("classroom.title_of"), wrap=False)
        for one in (title, self._title, timer, self._seconds, self._own_pace):
            row.addWidget(one)
        row.setStretch(1, 1)
        return row

    def _on_changed(self) -> None:
        count = len(self.order.questions)
        self._open.setEnabled(count > 0)
        self._count.setText(words("classroom.chosen", count=count) if count else words("classroom.none_chosen"))

    def open_class(self) -> None:
        """Ask for the class to be opened; one by a roster needs names."""
        if self.rules.names.currentData() == "roster" and not self.rules.roster:
            self.rules.edit_roster()
            if not self.rules.roster:
                return
        wish: dict[str, Any] = {
            "questions": self.order.questions,
            "pace": "own" if self._own_pace.isChecked() else "led",
            "rules": self.rules.rules(),
            "title": self._title.text().strip() or words("classroom.untitled"),
        }
        self.open_requested.emit(wish)
