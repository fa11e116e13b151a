"""The bar below the atlas: how deep, what is on, how near."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from quizapp.base.words import words
from quizapp.desktop.actions import row, tip
from quizapp.desktop.parts.depth_slider import DepthSlider
from quizapp.desktop.parts.text import GRID, button
from quizapp.desktop.theme.icons import icon
from quizapp.desktop.theme.roles import Roles

# Each tool by its action, with its icon; the first ones are switched on and off and say their name.
_SWITCHES = {"labels": "labels", "isolate": "isolate", "mirror": "mirror"}
_BUTTONS = {"zoom_out": "minus", "zoom_in": "plus", "fit": "fit"}


class AtlasTools(QWidget):
    """The depth slider, switches and buttons; ``pressed`` tells the action of a button."""

    switched = Signal(str, bool)
    pressed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GRID // 2)
        self.slider = DepthSlider()
        line.addWidget(self.slider, 1)
        line.addSpacing(2 * GRID)
        self._tools: dict[str, QPushButton] = {}
        for name in (*_SWITCHES, *_BUTTONS):
            tool = self._tools[name] = button("", "plain", checkable=name in _SWITCHES)
            tool.setToolTip(tip(name))
            tool.setAccessibleName(words(row(name).label))
            if name in _SWITCHES:
                tool.toggled.connect(lambda on, name=name: self.switched.emit(name, on))
            else:
                tool.clicked.connect(lambda _=False, name=name: self.pressed.emit(name))
            line.addWidget(tool)

    def is_on(self, name: str) -> bool:
        """Tell whether a switch is on."""
        return self._tools[name].isChecked()

    def switch(self, name: str, on: bool | None = None) -> None:
        """Switch something on or off, or over."""
        self._tools[name].setChecked(not self.is_on(name) if on is None else on)

    def set_theme(self, theme: Roles) -> None:
        """Tint the icons."""
        for name, one in (_SWITCHES | _BUTTONS).items():
            self._tools[name].setIcon(icon(one, theme.quiet))

    def show_words(self, shown: bool) -> None:
        """Show the names of the switches beside their icons, where there is room."""
        for name in _SWITCHES:
            self._tools[name].setText(self._tools[name].accessibleName() if shown else "")
