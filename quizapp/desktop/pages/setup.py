"""Before a round: what to practise, or a surprise."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from quizapp.base.words import words
from quizapp.desktop.context import Context
from quizapp.desktop.parts.flow import FlowLayout
from quizapp.desktop.parts.text import GRID, button, clear, label, named, reading_page

_LENGTHS = (5, 10, 20, 0)  # 0: all that match
_USUAL = 10


class SetupPage(QWidget):
    """Topics, kinds, levels and a length; nothing ticked means everything."""

    start_requested = Signal(object, int)
    surprise_requested = Signal()
    patients_requested = Signal()
    set_requested = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._context = context
        self._chips: dict[str, dict[str, QPushButton]] = {"topics": {}, "kinds": {}, "levels": {}}
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        scroll, self._column = reading_page(820)
        outer.addWidget(scroll, 1)
        outer.addWidget(self._build_foot())
        self.refresh()

    def refresh(self) -> None:
        """Show what the bank has now."""
        clear(self._column)
        self._column.addWidget(label(words("setup.title"), "title"))
        self._column.addWidget(label(words("setup.hint"), "quiet"))
        bank = self._context.bank
        kinds = dict.fromkeys(question.kind for question in bank)
        levels = [one for one in ("recall", "interpretation", "reasoning") if any(q.level == one for q in bank)]
        self._add("topics", {topic: f"{topic}  {count}" for topic, count in bank.topics().items()})
        self._add("kinds", {kind: words(f"kinds.{kind}") for kind in kinds})
        self._add("levels", {level: words(f"levels.{level}") for level in levels})
        self._add_other_rounds()
        self._column.addStretch(1)
        self._on_changed()

    def _add(self, group: str, chips: dict[str, str]) -> None:
        self._column.addSpacing(GRID)
        self._column.addWidget(label(words(f"setup.{group}"), "small"))
        box = QWidget()
        flow = FlowLayout(box)
        self._chips[group] = {}
        for name, text in chips.items():
            chip = button(text, "chip", checkable=True)
            chip.toggled.connect(self._on_changed)
            self._chips[group][name] = chip
            flow.addWidget(chip)
        self._column.addWidget(box)

    def _add_other_rounds(self) -> None:
        """Offer rounds that are made of something else than the bank's topics."""
        self._column.addSpacing(GRID)
        self._column.addWidget(label(words("setup.others"), "small"))
        patients = button(words("setup.patients"), "link")
        patients.setToolTip(words("setup.patients_note"))
        patients.setEnabled(bool(self._context.patients()))
        patients.clicked.connect(self.patients_requested)
        brought = button(words("setup.study_set"), "link")
        brought.setToolTip(words("setup.study_set_note"))
        brought.clicked.connect(self.set_requested)
        for one in (patients, brought):
            self._column.addWidget(one, 0, Qt.AlignmentFlag.AlignLeft)

    def _build_foot(self) -> QWidget:
        foot = named(QWidget(), "column")
        row = QHBoxLayout(foot)
        row.setContentsMargins(3 * GRID, GRID, 3 * GRID, 2 * GRID)
        row.setSpacing(GRID)
        row.addWidget(label(words("setup.length"), "small", wrap=False))
        self._lengths = QButtonGroup(self)
        for length in _LENGTHS:
            text = words("setup.round", count=length) if length else words("setup.everything")
            chip = button(text, "chip", checkable=True)
            chip.setChecked(length == _USUAL)
            self._lengths.addButton(chip, length)
            row.addWidget(chip)
        row.addStretch(1)
        self._matching = label("", "small", wrap=False)
        row.addWidget(self._matching)
        surprise = button(words("setup.surprise"))
        surprise.clicked.connect(self.surprise_requested)
        row.addWidget(surprise)
        self._start = button(words("setup.start"), "primary")
        self._start.clicked.connect(self._on_start)
        row.addWidget(self._start)
        return foot

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Start by Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._start.click()
        else:
            super().keyPressEvent(event)

    def _ticked(self, group: str) -> list[str]:
        return [name for name, chip in self._chips[group].items() if chip.isChecked()]

    def _candidates(self) -> list[str]:
        chosen = self._context.bank.choose(*(self._ticked(group) for group in ("topics", "kinds", "levels")))
        return [question.id for question in chosen]

    def _on_changed(self) -> None:
        count = len(self._candidates())
        self._start.setEnabled(count > 0)
        self._matching.setText(words("setup.matching", count=count) if count else words("setup.none_matching"))

    def _on_start(self) -> None:
        self.start_requested.emit(self._candidates(), self._lengths.checkedId())
