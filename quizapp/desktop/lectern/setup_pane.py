"""Before a class: what is asked, and how."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
    continue_requested = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(2 * GRID)
        column.addWidget(label(words("classroom.title"), "title"))
        column.addWidget(label(words("classroom.hint"), "quiet"))
        column.addLayout(self._build_earlier())
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

    def offer(self, classes: Sequence[Mapping[str, Any]]) -> None:
        """Offer to go on with the newest class if it has not ended, and to open any other one."""
        newest = classes[0] if classes and not classes[0].get("is_over") else None
        self._newest = newest["code"] if newest else ""
        self._going_on.setText(words("classroom.go_on_with", code=self._newest))
        self._going_on.setVisible(newest is not None)
        self._earlier.clear()
        self._earlier.addItem(words("classroom.earlier"), "")
        for one in classes:
            if one is not newest:
                said = words(
                    "classroom.earlier_one", title=one.get("title", ""), code=one["code"], day=one.get("day", "")
                )
                self._earlier.addItem(said, one["code"])
        self._earlier.setVisible(self._earlier.count() > 1)

    def _build_earlier(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(2 * GRID)
        self._newest = ""
        self._going_on = button("")
        self._going_on.clicked.connect(lambda: self.continue_requested.emit(self._newest))
        self._earlier = QComboBox()
        self._earlier.setAccessibleName(words("classroom.earlier"))
        self._earlier.activated.connect(self._on_earlier)
        for one in (self._going_on, self._earlier):
            one.hide()
            row.addWidget(one)
        row.addStretch(1)
        return row

    def _on_earlier(self, at: int) -> None:
        if self._earlier.itemData(at):
            self.continue_requested.emit(self._earlier.itemData(at))

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
