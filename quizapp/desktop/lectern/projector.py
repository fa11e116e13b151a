"""The window on the second screen: what the class sees, in letters for the last row."""

from __future__ import annotations

import math
import time
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import (
    QCloseEvent,
    QColor,
    QImage,
    QKeyEvent,
    QPainter,
    QPixmap,
    QResizeEvent,
    QScreen,
    QShowEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from quizapp.anatomy.diagram import Diagram
from quizapp.base.words import words
from quizapp.desktop.context import Context
from quizapp.desktop.diagram.view import DiagramView
from quizapp.desktop.lectern import shown
from quizapp.desktop.lectern.bars import Bars
from quizapp.desktop.lectern.board import Board
from quizapp.desktop.lectern.heat import HeatMap
from quizapp.desktop.parts.text import clear, label, named
from quizapp.desktop.theme.roles import Roles

_LINES = 30  # of text, that fill the height
_SMALLEST = 0.45  # letters, so that everything is seen
_TRIES = 3
_FRAME_MS = 16
_FEW = 2  # right options whose reasons are written


class Projector(QWidget):
    """Shows what ``quizapp.classroom.projected`` lets through; it has no buttons and no key of its own but Esc."""

    def __init__(self, context: Context, theme: Roles, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("page")
        self.setWindowTitle(words("classroom.projector"))
        self._context = context
        self._theme = theme
        self._view: Mapping[str, Any] = {}
        self._address = ""
        self._diagram: DiagramView | None = None
        row = QHBoxLayout(self)
        row.setSpacing(0)
        row.setContentsMargins(0, 0, 0, 0)
        left = named(QWidget(), "column")
        self._outer = QVBoxLayout(left)
        self._head = QHBoxLayout()
        self._place = label("", "quiet", wrap=False)
        self._clock = label("", "strong", wrap=False)
        self._count = label("", "quiet", wrap=False)
        for one in (self._place, self._clock, self._count):
            self._head.addWidget(one)
        self._head.insertStretch(1, 1)
        self._head.insertStretch(3, 1)
        # What is too long for the screen is written smaller; it never pushes the window out.
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        content = named(QWidget(), "column")
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._scroll.setWidget(content)
        self._outer.addLayout(self._head)
        self._outer.addWidget(self._scroll, 1)
        self._smaller = 1.0
        self._tries = 0
        # In turns of their own, so that the lecturer's window answers in between.
        self._fitting = QTimer(self, interval=_FRAME_MS, singleShot=True)
        self._fitting.timeout.connect(self._fit)
        self._painting = QTimer(self, interval=2 * _FRAME_MS, singleShot=True)
        self._painting.timeout.connect(self._paint_diagram)
        row.addWidget(left, 11)
        self._side = QWidget()  # hidden, it leaves all the width to the words
        QVBoxLayout(self._side).setContentsMargins(0, 0, 0, 0)
        self._side.hide()
        row.addWidget(self._side, 9)
        self._ticking = QTimer(self, interval=250)
        self._ticking.timeout.connect(self._tick)
        self._ticking.start()
        self._offset = 0.0

    def place_beside(self, own: QScreen) -> None:
        """Fill the second screen; where there is none, be a window beside the private one."""
        others = [one for one in own.virtualSiblings() if one is not own]
        if others:
            self.setGeometry(others[0].geometry())
            self.showFullScreen()
        else:
            self.resize(1280, 720)
            self.show()

    def set_address(self, address: str) -> None:
        """Say where phones find the class."""
        self._address = address
        self._draw()

    def set_theme(self, theme: Roles) -> None:
        """Show everything in another theme."""
        self._theme = theme
        if self._diagram is not None:
            self._diagram.set_theme(theme)
        self._draw()

    def show_view(self, view: Mapping[str, Any], now: float) -> None:
        """Show where the class stands; ``now`` is this machine's time in seconds."""
        self._offset = view["now"] - now
        counted = {"now", "answered", "closes"} | ({"joined"} if "question" in view else set())
        same = {key: one for key, one in view.items() if key not in counted} == {
            key: one for key, one in self._view.items() if key not in counted
        }
        self._view = view
        if not same or view["phase"] == "lobby":
            self._draw()
        self._tick()

    def texts(self) -> str:
        """Return everything that is written on the window, for who reads it aloud."""
        labels = [one.text() for one in self.findChildren(QLabel)]
        return "\n".join([*labels, *(one.accessibleName() for one in self.findChildren(Bars))])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the full screen by Esc."""
        if event.key() == Qt.Key.Key_Escape and self.isFullScreen():
            self.showNormal()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Write as large as the height allows."""
        super().resizeEvent(event)
        self._draw()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop drawing; what is opened again has a diagram of its own."""
        if self._diagram is not None:
            self._diagram.close_art()
            self._diagram.deleteLater()
            self._diagram = None
        super().closeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Show where the class stands by now."""
        super().showEvent(event)
        self._draw()

    # -- Drawing

    @property
    def _size(self) -> int:
        return max(14, round(self.height() / _LINES * self._smaller))

    def _draw(self) -> None:
        if not self.isVisible():
            return
        self._draw_diagram()
        if self._diagram is not None:
            self._diagram.setUpdatesEnabled(False)
            self._painting.start()
        self._smaller = 1.0
        self._tries = 0
        self._fit()

    def _paint_diagram(self) -> None:
        if self._diagram is not None:
            self._diagram.setUpdatesEnabled(True)

    def _fit(self) -> None:
        """Write, and where the room is too small write smaller a turn later; nothing is painted until it fits."""
        self._write_all()
        self._column.activate()
        self._tries += 1
        room = self._scroll.viewport()
        needed = self._column.heightForWidth(room.width())
        fits = needed <= room.height() or self._tries >= _TRIES
        self._scroll.setUpdatesEnabled(fits)
        if fits:
            self._fitting.stop()
            return
        # Letters half as high need a quarter of the room, for they fill the lines too.
        self._smaller = max(_SMALLEST, self._smaller * 0.97 * math.sqrt(room.height() / needed))
        self._fitting.start()

    def _write_all(self) -> None:
        size = self._size
        self._outer.setContentsMargins(2 * size, size, 2 * size, size)
        self._column.setSpacing(size // 2)
        clear(self._column)
        view = self._view
        phase = view.get("phase", "lobby")
        at = view.get("looked", view.get("item", -1))
        for one in (self._place, self._clock, self._count):
            _letters(one, size * 0.7)
        is_on = "question" in view and at is not None and at >= 0
        place = words("phone.place", number=at + 1, of=view["of"]) if is_on else view.get("title", "")
        door = f"{self._address.removeprefix('http://')}/{view.get('code', '')}"  # for those who come late
        self._place.setText(f"{place}   {door}" if is_on and self._address else place)
        if "board" in view:
            self._draw_board()
        elif phase == "lobby":
            self._draw_lobby()
        elif phase == "ended":
            self._write(words("phone.ended"), 1.6, bold=True)
        elif "question" in view:
            self._draw_question(phase)
        else:
            self._draw_set()
        self._column.addStretch(1)

    def _draw_lobby(self) -> None:
        self._draw_door(14)
        self._write(words("classroom.in", count=self._view.get("joined", 0)), 1.2, bold=True)

    def _draw_door(self, lines: int) -> None:
        """Say where phones come in, with a code as high as some lines."""
        code = self._view.get("code", "")
        self._write(words("classroom.join_at"), 1.0, "quiet")
        self._write(self._address.removeprefix("http://"), 1.8, bold=True)
        self._write(words("classroom.code", code=f"{code[:3]} {code[3:]}"), 1.4)
        if self._address:
            picture = QLabel()
            picture.setPixmap(qr(f"{self._address}/{code}", self._size * lines, self._theme))
            picture.setAccessibleName(words("classroom.qr"))
            self._add(picture)

    def _draw_board(self) -> None:
        self._write(words("classroom.leading"), 1.4, bold=True)
        self._add(Board(self._view["board"], round(self._size * 1.1)))

    def _draw_set(self) -> None:
        """Say that each answers at an own pace, and how many are through."""
        view = self._view
        if view["phase"] == "vote":
            self._write(words("classroom.own_pace"), 1.6, bold=True)
            self._write(words("classroom.done", count=view.get("done", 0), of=view["joined"]), 1.0)
            self._draw_door(10)
        else:
            self._write(words("phone.closed"), 1.6, bold=True)

    def _draw_question(self, phase: str) -> None:
        question = self._view["question"]
        told, tallies = self._view.get("told"), self._view.get("tallies")
        if phase == "discuss":
            self._write(words("phone.discuss"), 1.4, bold=True)
        if phase == "closed" and not tallies:
            self._write(words("phone.closed"), 1.4, bold=True)
        if question["ask"]:
            self._write(question["ask"], 1.25, bold=True)
        if question["stem"] and not tallies:
            text = label("")
            text.setTextFormat(Qt.TextFormat.RichText)
            text.setText(question["stem"])
            _letters(text, self._size * (1.15 if phase == "reading" else 0.95))
            self._add(text)
        if question.get("turned"):
            self._write(question["turned"], 1.1, bold=True)
        groups = shown.groups(self._view) if tallies else []
        key = shown.key(self._theme, groups)
        if key:
            said = label("", "quiet")
            said.setTextFormat(Qt.TextFormat.RichText)
            said.setText(key)
            _letters(said, self._size * 0.7)
            self._add(said)
        if groups and not (told and len(groups) > 1):  # the answers to many parts need the room
            for heading, bars in groups[:4]:
                if heading:
                    self._write(heading, 0.8, "quiet")
                made = Bars(self._theme, round(self._size * 0.95), bool(self._context.settings["less_motion"]))
                self._add(made)
                made.show_bars(bars)
        elif not told:
            for one in question.get("options", ()):
                self._write(f"{one['key']}   {one['words']}", 1.05)
        if told:
            right = [one for one in told["options"] if one["right"]]
            for one in right:
                self._write(f"✓ {one['words']}", 1.1, "right", bold=True)
                if len(right) <= _FEW:  # the reasons of many would be too small to read
                    self._write(one["why"], 0.9)
            for number, text in enumerate(told.get("order", ()), 1):
                self._write(f"{number}. {text}", 1.0)
            for part in told["parts"]:
                if part["right"]:
                    self._write(shown.part(part), 0.95, "right")
            self._write(told["take_home"], 0.9, "quiet")

    def _draw_diagram(self) -> None:
        question = self._view.get("question", {})
        name = question.get("view") if "board" not in self._view else None
        self._side.setVisible(bool(name))
        if not name:
            return
        diagram = self._context.atlas[name]
        if self._diagram is None:
            self._diagram = DiagramView(diagram, self._theme)
            self._diagram.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
            self._diagram.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            side = self._side.layout()
            assert side is not None
            side.addWidget(self._diagram)
        view = self._diagram
        show_place(view, diagram, self._view, round(self._size * 0.8))
        lit = [diagram.regions[question["lit"]].id] if "lit" in question else []
        told = [diagram.regions[at].id for at in self._view.get("told", {}).get("lit", ())]
        view.set_states(dict.fromkeys(lit, "chosen") | dict.fromkeys(told, "right"))
        view.set_lettering(round(self._size * 0.6))

    def _write(self, text: str, times: float, look: str = "", bold: bool = False) -> None:
        made = label(text, look)
        _letters(made, self._size * times, bold)
        self._add(made)

    def _add(self, widget: QWidget) -> None:
        self._column.addWidget(widget)
        widget.show()  # what is not shown yet is not measured

    def _tick(self) -> None:
        view = self._view
        if not view:
            return
        closes = view.get("closes")
        is_open = view["phase"] == "vote"
        left = words("phone.left", seconds=left_of(closes, self._offset)) if closes and is_open else ""
        self._clock.setText(left)
        count = words("classroom.answered", count=view.get("answered", 0), of=view.get("joined", 0))
        is_told = "question" in view and (is_open or view["phase"] == "closed")
        self._count.setText(count if is_told else "")


def left_of(closes: float, offset: float) -> int:
    """Return how many seconds a vote is still open, by the clock of the server."""
    return max(0, math.ceil(closes - time.time() - offset))


def show_place(view: DiagramView, diagram: Diagram, told: Mapping[str, Any], size: int) -> None:
    """Show the diagram of a question of places as it is asked, with the heat of its answers in letters of a size."""
    question = told["question"]
    view.set_diagram(diagram)
    view.set_peel(float(question["peel"]))
    view.set_mirrored(question["mirrored"])
    found, shows = shown.heat(told), view.tool
    if found is None:
        view.set_tool(None)
    elif not (isinstance(shows, HeatMap) and shows.shows(diagram, found, size)):
        view.set_tool(HeatMap(diagram, found, size))


def qr(address: str, pixels: int, theme: Roles) -> QPixmap:
    """Return an address as a QR code, dark on light whatever the theme, for that is what cameras expect."""
    import segno

    rows = [bytes(row) for row in segno.make(address, error="m").matrix]
    quiet = 4
    across = len(rows) + 2 * quiet
    small = QImage(across, across, QImage.Format.Format_RGB32)
    small.fill(QColor("#ffffff"))
    painter = QPainter(small)
    for y, row in enumerate(rows):
        for x, dark in enumerate(row):
            if dark:
                painter.fillRect(QRectF(x + quiet, y + quiet, 1, 1), QColor("#10181b"))
    painter.end()
    side = max(1, pixels // across) * across
    return QPixmap.fromImage(small.scaled(side, side))


def _letters(widget: QLabel, size: float, bold: bool = False) -> None:
    weight = "font-weight: 600;" if bold else ""
    widget.setStyleSheet(f"font-size: {round(size)}px; {weight}")
    widget.ensurePolished()  # or it would be measured in the usual letters
