"""One line at the bottom of the window that tells something and goes by itself."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from quizapp.base.words import words
from quizapp.desktop.parts.text import GRID, button, label

_MS_A_WORD, _LEAST_MS = 420, 4000


class Toast(QFrame):
    """Shows the latest message; long ones stay longer."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("told")
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, GRID, GRID, GRID)
        self._text = label("")
        self._text.setMaximumWidth(640)
        row.addWidget(self._text, 1)
        close = button(words("told.close"))
        close.clicked.connect(self.hide)
        row.addWidget(close)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def tell(self, text: str) -> None:
        """Show a text, and have a screen reader say it."""
        self._text.setText(text)
        self._text.setMinimumWidth(min(600, 8 * len(text)))
        self.adjustSize()
        self.place()
        self.show()
        self.raise_()
        self._timer.start(max(_LEAST_MS, _MS_A_WORD * len(text.split())))
        self.setAccessibleName(text)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def place(self) -> None:
        """Stand low at the right, over the picture, where it covers nothing to press."""
        window = self.parentWidget()
        if window is not None:
            self.move(window.width() - self.width() - 3 * GRID, window.height() - self.height() - 9 * GRID)
