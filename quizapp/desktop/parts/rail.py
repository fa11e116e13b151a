"""The rail: the pages, and below them the tools that are there on every page."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QToolButton, QVBoxLayout, QWidget

from quizapp.base.words import words
from quizapp.desktop.actions import row, tip
from quizapp.desktop.parts.text import GRID
from quizapp.desktop.theme.icons import icon
from quizapp.desktop.theme.roles import Roles

TABS = ("home", "atlas", "study", "explorer", "results", "classroom", "settings")
_TOOLS = ("search", "keys")


class Rail(QFrame):
    """One button for each page, the page on show checked, and one for each tool."""

    chosen = Signal(str)

    def __init__(self, theme: Roles, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setFixedWidth(92)
        group = QButtonGroup(self)
        self._buttons = {name: self._button(name) for name in (*TABS, *_TOOLS)}
        for name in TABS:
            self._buttons[name].setCheckable(True)
            group.addButton(self._buttons[name])
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, 2 * GRID, GRID, 2 * GRID)
        column.setSpacing(GRID)
        *pages, settings = TABS
        for name in pages:
            column.addWidget(self._buttons[name])
        column.addStretch(1)
        for name in (*_TOOLS, settings):
            column.addWidget(self._buttons[name])
        self.tint(theme)

    def check(self, name: str) -> None:
        """Show which page is on top."""
        self._buttons[name].setChecked(True)

    def tint(self, theme: Roles) -> None:
        """Draw the icons in the colours of a theme."""
        for name, one in self._buttons.items():
            one.setIcon(icon(row(name).icon, theme.text))

    def _button(self, name: str) -> QToolButton:
        made = QToolButton()
        made.setText(words(f"pages.{name}"))
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        made.setProperty("look", "rail")
        made.setProperty("action", name)
        made.setIconSize(QSize(22, 22))
        made.setFixedSize(76, 62)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.setToolTip(tip(name))
        made.clicked.connect(lambda: self.chosen.emit(name))
        return made
