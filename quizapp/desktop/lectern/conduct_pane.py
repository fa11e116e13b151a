"""The lecturer's own window during a class: answers as they come, advice, and the next step."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QElapsedTimer, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from quizapp.base.words import words
from quizapp.desktop.lectern import shown
from quizapp.desktop.lectern.bars import Bars
from quizapp.desktop.lectern.board import Board
from quizapp.desktop.lectern.projector import left_of
from quizapp.desktop.lectern.set_list import SetList
from quizapp.desktop.pages.beside import scrolling
from quizapp.desktop.parts.doubt_button import DoubtButton
from quizapp.desktop.parts.text import GRID, button, card, clear, label, named, prose
from quizapp.desktop.theme.roles import Roles

_WIDTH = 560  # px, at most
_SHARE = 0.5  # of the page, where that is less: the picture needs the rest
SETTLES_MS = 700  # after a step, in which Enter does not do the next one
MORE = 30.0  # seconds that are given on wish


class ConductPane(QWidget):
    """A column of words, bars and buttons; the page lays the diagram beside it."""

    wanted = Signal(str)
    switched = Signal(str, bool)
    look_wanted = Signal(int)
    improvise_wanted = Signal()
    projector_requested = Signal()

    def __init__(self, theme: Roles, still: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._still = still
        self._view: Mapping[str, Any] = {}
        self._offset = 0.0
        self._groups: list[Bars] = []
        self._since = QElapsedTimer()
        self._pressed = QElapsedTimer()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self._scroll, self._column = scrolling(_WIDTH)
        self._build_column()
        outer.addWidget(self._scroll, 1)
        foot = named(QWidget(), "column")
        self._foot = QHBoxLayout(foot)
        self._foot.setContentsMargins(2 * GRID, GRID, 3 * GRID, 2 * GRID)
        self._foot.setSpacing(GRID)
        outer.addWidget(foot)
        ticking = QTimer(self, interval=250)
        ticking.timeout.connect(self._tick)
        ticking.start()

    def _build_column(self) -> None:
        self._place = label("", "small", wrap=False)
        self._clock = label("", "strong", wrap=False)
        head = QHBoxLayout()
        head.addWidget(self._place)
        head.addStretch(1)
        head.addWidget(self._clock)
        self._count = label("", "strong")
        self._ask = label("", "title")
        self._set = SetList()
        self._set.look_wanted.connect(self.look_wanted)
        self._bars = QVBoxLayout()
        self._bars.setSpacing(GRID)
        self._advice = QVBoxLayout()
        self._notes = QVBoxLayout()
        self._leaders = QVBoxLayout()
        self._shown = self._build_switch("show", words("classroom.verbs.show"))
        self._board_shown = self._build_switch("board", words("classroom.verbs.board"))
        self._excluded = self._build_switch("exclude", words("classroom.exclude"))
        self._column.addLayout(head)
        self._key = label("", "small")
        self._key.setTextFormat(Qt.TextFormat.RichText)
        self._stem = label("")
        self._stem.setTextFormat(Qt.TextFormat.RichText)
        for one in (self._ask, self._stem, self._count, self._set, self._key):
            self._column.addWidget(one)
        for layout in (self._bars, self._advice):
            self._column.addLayout(layout)
        self._column.addWidget(self._shown)
        self._column.addWidget(self._board_shown)
        self._column.addLayout(self._notes)
        self._column.addLayout(self._leaders)
        self._column.addWidget(self._excluded)
        self._build_asides()
        self._column.addStretch(1)

    def _build_asides(self) -> None:
        """Build what is seldom wanted, below everything else."""
        row = QHBoxLayout()
        row.setSpacing(2 * GRID)
        self._improvise = button(words("classroom.improvise"), "link")
        self._improvise.clicked.connect(self.improvise_wanted)
        projector = button(words("classroom.open_projector"), "link")
        projector.clicked.connect(self.projector_requested)
        self._end = DoubtButton(words("classroom.verbs.end"), words("classroom.end_now"), "link")
        self._end.sure.connect(lambda: self.wanted.emit("end"))
        for one in (self._improvise, projector, self._end):
            row.addWidget(one)
        row.addStretch(1)
        self._column.addLayout(row)

    def _build_switch(self, verb: str, text: str) -> QCheckBox:
        made = QCheckBox(text)
        made.clicked.connect(lambda on: self.switched.emit(verb, on))
        return made

    @property
    def primary(self) -> QPushButton | None:
        """Return the button that Enter presses."""
        return next((one for one in self.findChildren(QPushButton) if one.property("look") == "primary"), None)

    def fit(self, page: int) -> None:
        """Take no more of a page's width than leaves the picture enough."""
        width = min(_WIDTH, round(_SHARE * page))
        self.setFixedWidth(width)
        self._scroll.setFixedWidth(width)

    def set_theme(self, theme: Roles) -> None:
        """Show everything in another theme."""
        self._theme = theme
        for one in self._groups:
            one.set_theme(theme)

    def show_view(self, view: Mapping[str, Any], now: float) -> None:
        """Show where the class stands."""
        before, self._view = self._view, view
        is_new = any(before.get(one) != view.get(one) for one in ("code", "phase", "item", "round"))
        self._offset = view["now"] - now
        self._set.setVisible("set" in view)
        if "set" in view:
            self._set.show_view(view)
        self._place.setText(_place(view))
        self._ask.setText(view["question"]["ask"] if "question" in view else words("classroom.choose_one"))
        stem = view.get("question", {}).get("stem", "") if view["phase"] in ("reading", "vote", "discuss") else ""
        self._stem.setText(stem)
        self._stem.setVisible(bool(stem))
        self._count.setText(_counted(view))
        self._show_bars(view)
        if any(before.get(one) != view.get(one) for one in ("code", "version", "looked")):
            self._show_advice(view)
            self._show_notes(view)
            self._show_leaders(view)
            self._show_switches(view)
            self._build_foot(view)
        if is_new and self.isVisible():
            self.setFocus()  # what had it may be gone, and Enter would press whatever came next
            self._since.start()
        self._tick()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do the next step by Enter; one that comes at once after another was pressed too often."""
        primary = self.primary
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and primary is not None:
            if not event.isAutoRepeat() and not (self._since.isValid() and self._since.elapsed() < SETTLES_MS):
                primary.click()
        else:
            super().keyPressEvent(event)

    def _step(self, verb: str) -> None:
        """Ask for a step; the second half of a double click would hit what came into the place of the first."""
        if not (self._pressed.isValid() and self._pressed.elapsed() < QApplication.doubleClickInterval()):
            self.wanted.emit(verb)
        self._pressed.start()

    def show_switches(self) -> None:
        """Show again what is so, where a switch was thrown in vain."""
        if self._view:
            self._show_switches(self._view)

    def _show_switches(self, view: Mapping[str, Any]) -> None:
        phase, item = view["phase"], asked_now(view)
        self._shown.setVisible(phase in ("closed", "discuss", "reveal") and "set" not in view)
        self._shown.setChecked(view["shown"])
        self._board_shown.setVisible(bool(view["board"]) or view["board_shown"])
        self._board_shown.setChecked(view["board_shown"])
        self._excluded.setVisible(phase == "reveal" and item >= 0)
        self._excluded.setChecked(item in view["excluded"])
        self._improvise.setVisible(phase != "vote" and "set" not in view)
        ends = words("classroom.verbs.end")
        self._end.setVisible(phase != "vote" and _verb_words(_steps(view)[0], view) != ends)

    def _show_leaders(self, view: Mapping[str, Any]) -> None:
        clear(self._leaders)
        if view["board"]:
            self._leaders.addWidget(card(Board(view["board"], 15)))

    def _show_bars(self, view: Mapping[str, Any]) -> None:
        groups = shown.groups(view)
        if len(groups) != len(self._groups):
            clear(self._bars)
            self._groups = []
            for heading, _ in groups:
                if heading:
                    self._bars.addWidget(label(heading, "small"))
                made = Bars(self._theme, 15, self._still)
                self._bars.addWidget(made)
                self._groups.append(made)
        for made, (_, bars) in zip(self._groups, groups, strict=True):
            made.show_bars(bars)
        key = shown.key(self._theme, groups)
        self._key.setVisible(bool(key))
        self._key.setText(key)

    def _show_advice(self, view: Mapping[str, Any]) -> None:
        clear(self._advice)
        advice = view.get("advice")
        if not advice or view["phase"] not in ("closed", "discuss"):
            return
        lines: list[QWidget] = [label(words("classroom.advice"), "small")]
        lines.append(label(words(f"classroom.advise.{_advised(view)}", share=round(100 * advice["share"])), "strong"))
        if len(advice["pair"]) == 2 and advice["word"] != "go_on":
            one, other = (view["names"].get(key, key) for key in advice["pair"])
            lines.append(prose(words("classroom.argue", one=one, other=other)))
        if advice["finding"] and advice["word"] != "go_on":
            lines.append(prose(words("classroom.settles", finding=advice["finding"])))
        self._advice.addWidget(card(*lines))

    def _show_notes(self, view: Mapping[str, Any]) -> None:
        """Show the key and why, for the lecturer alone."""
        clear(self._notes)
        if "told" not in view:
            return
        lines: list[QWidget] = [label(words("classroom.notes"), "small")]
        for one in view["told"]["options"]:
            if one["right"]:
                lines += [label(f"✓ {one['words']}", "strong"), prose(one["why"])]
        lines += [label(f"{at}. {text}") for at, text in enumerate(view["told"].get("order", ()), 1)]
        for one in view["told"]["parts"]:
            lines += [label(shown.part(one), "strong"), prose(one["why"])]
        if view["told"]["take_home"]:
            lines.append(prose(view["told"]["take_home"], "quiet"))
        self._notes.addWidget(card(*lines))

    def _build_foot(self, view: Mapping[str, Any]) -> None:
        while self._foot.count():
            item = self._foot.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()
        first, *others = _steps(view)
        self._foot.addStretch(1)
        for verb in (*reversed(others), first):
            made = button(_verb_words(verb, view), "primary" if verb == first else "")
            made.clicked.connect(lambda _=False, verb=verb: self._step(verb))
            self._foot.addWidget(made)

    def _tick(self) -> None:
        closes = self._view.get("closes")
        is_open = self._view.get("phase") == "vote"
        self._clock.setText(words("phone.left", seconds=left_of(closes, self._offset)) if closes and is_open else "")


def asked_now(view: Mapping[str, Any]) -> int:
    """Return the item that is shown; -1 where none is."""
    item: int = view["item"] if "set" not in view else view.get("looked", -1)
    return item


def _place(view: Mapping[str, Any]) -> str:
    item = asked_now(view)
    if item < 0:
        return words("classroom.own_pace")
    place = words("phone.place", number=item + 1, of=view["of"])
    return place if "set" in view else words("classroom.vote", place=place, number=view["round"])


def _counted(view: Mapping[str, Any]) -> str:
    """Return how many have answered, and how many still are to."""
    if "question" in view and view["phase"] != "reading":
        counted = words("classroom.answered", count=view["answered"], of=view["joined"])
        missing = view["missing"]
    elif "set" in view:
        counted = words("classroom.done", count=view["done"], of=view["joined"])
        missing = view["unfinished"]
    else:
        return words("classroom.in", count=view["joined"])
    if view["phase"] != "vote" or not missing:
        return counted
    return f"{counted} · {words('classroom.missing', count=missing)}"


def _advised(view: Mapping[str, Any]) -> str:
    """Return the word of the advice; after the last vote there is nothing left but to explain."""
    word: str = view["advice"]["word"]
    return "explain" if word == "discuss" and "discuss" not in view["steps"] and view["phase"] == "closed" else word


def _steps(view: Mapping[str, Any]) -> list[str]:
    """Return the verbs that are possible now, the one of the primary button first."""
    verbs: list[str] = list(view["steps"])
    advice = view.get("advice") or {}
    if view["phase"] == "closed" and advice.get("word") == "discuss":
        verbs.sort(key=lambda one: one != "discuss")
    return verbs or ["end"]


def _verb_words(verb: str, view: Mapping[str, Any]) -> str:
    if verb == "next":
        return words("classroom.verbs.end" if view["item"] + 1 >= view["of"] else "classroom.next")
    if verb == "vote" and "set" not in view and view["phase"] != "reading":
        return words("classroom.vote_again")
    if verb == "close" and "set" in view:
        return words("classroom.close_set")
    if verb == "extend":
        return words("classroom.more", seconds=round(MORE))
    return words(f"classroom.verbs.{verb}")
