"""A button for what cannot be undone: the first press asks, a second one does it."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, Qt, QTimer, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from quizapp.desktop.parts.text import set_look

_DOUBT_MS = 6000
_DOUBLE_MS = 700  # the second half of a double click decides nothing


class DoubtButton(QPushButton):
    """Says what it does, then what it would do now; ``sure`` tells the second press."""

    sure = Signal()

    def __init__(self, text: str, question: str, look: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._text, self._question = text, question
        self.setAutoDefault(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        set_look(self, look)
        self._since = QElapsedTimer()
        self._doubt = QTimer(self, interval=_DOUBT_MS, singleShot=True)
        self._doubt.timeout.connect(self._calm_down)
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        if not self._doubt.isActive():
            self.setText(self._question)
            self._since.start()
            self._doubt.start()
        elif self._since.elapsed() > _DOUBLE_MS:
            self._doubt.stop()
            self._calm_down()
            self.sure.emit()

    def _calm_down(self) -> None:
        self.setText(self._text)
