"""The open door: the address in letters and as a QR code, and how many are in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from quizapp.base.words import words
from quizapp.desktop.lectern.projector import qr
from quizapp.desktop.parts.text import GRID, button, label, named, set_look
from quizapp.desktop.theme.roles import Roles

_SIDE = 440  # px
_QUIET_MS = 45_000  # without a phone, before it is said what may keep them away


class LobbyPane(QWidget):
    """Shows where phones find the class, and begins it."""

    begin_requested = Signal()
    address_chosen = Signal(str)
    projector_requested = Signal()

    def __init__(self, theme: Roles, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._greeting: Mapping[str, Any] = {}
        self._chosen = ""
        page = QVBoxLayout(self)
        page.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        row = QHBoxLayout()
        row.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 0)
        row.setSpacing(6 * GRID)
        page.addLayout(row, 1)
        self._picture = QLabel()
        self._picture.setAccessibleName(words("classroom.qr"))
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(GRID)
        self._address = named(label("", "title"), "address")
        self._code = label("", "title")
        self._in = label("", "strong")
        self._addresses = QComboBox()
        self._addresses.setAccessibleName(words("classroom.addresses"))
        self._addresses.activated.connect(lambda at: self._choose(self._addresses.itemText(at)))
        self._trouble = label(words("classroom.nobody"), "quiet")
        self._trouble.hide()
        self._heading = label(words("classroom.join_at"), "quiet")
        for one in (self._heading, self._address, self._code, self._in, self._trouble):
            column.addWidget(one)
        self._others = label(words("classroom.addresses"), "small")
        column.addWidget(self._others)
        column.addWidget(self._addresses, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        self._remote = button(words("classroom.remote"), checkable=True)
        self._remote.toggled.connect(self._draw)
        foot.addWidget(self._remote)
        projector = button(words("classroom.open_projector"))
        projector.clicked.connect(self.projector_requested)
        self.begin = button(words("classroom.begin"), "primary")
        self.begin.clicked.connect(self.begin_requested)
        foot.addWidget(projector)
        foot.addWidget(self.begin)
        row.addLayout(column, 1)
        page.addLayout(foot)
        self._waiting = QTimer(self, interval=_QUIET_MS, singleShot=True)
        self._waiting.timeout.connect(self._trouble.show)

    def welcome(self, greeting: Mapping[str, Any]) -> None:
        """Show where the class is."""
        self._greeting = greeting
        self._remote.setChecked(False)
        self._addresses.clear()
        self._addresses.addItems(greeting["addresses"])
        for one in (self._others, self._addresses):
            one.setVisible(len(greeting["addresses"]) > 1)
        self._choose(greeting["address"])
        self._waiting.start()

    def set_theme(self, theme: Roles) -> None:
        """Use another theme."""
        self._theme = theme

    def show_view(self, view: Mapping[str, Any]) -> None:
        """Show how many are in."""
        self.begin.setEnabled(True)
        self._in.setText(words("classroom.in", count=view["joined"]))
        if view["joined"]:
            self._waiting.stop()
            self._trouble.hide()

    def _choose(self, address: str) -> None:
        code = self._greeting["code"]
        self._chosen = address
        self._address.setText(address.removeprefix("http://"))
        self._code.setText(words("classroom.code", code=f"{code[:3]} {code[3:]}"))
        self._draw()
        self.address_chosen.emit(address)

    def _draw(self) -> None:
        """Draw the code for the class, or the one for the lecturer alone."""
        is_remote = self._remote.isChecked()
        self._heading.setText(words("classroom.remote_qr" if is_remote else "classroom.join_at"))
        set_look(self._heading, "near" if is_remote else "quiet")
        for one in (self._address, self._code):
            one.setVisible(not is_remote)
        secret = f"#{self._greeting['remote']}" if is_remote else ""
        self._picture.setPixmap(qr(f"{self._chosen}/{self._greeting['code']}{secret}", _SIDE, self._theme))
        self._picture.setAccessibleName(words("classroom.remote_qr" if is_remote else "classroom.qr"))
