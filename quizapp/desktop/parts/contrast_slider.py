"""The slider that gives a picture more or less contrast."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QSlider, QWidget

from quizapp.base.words import words
from quizapp.desktop.parts.text import GRID, label

_STEP, _LEAST, _PLAIN, _MOST = 0.25, 2, 4, 12  # quarters: from half to three times the contrast
_WAIT_MS = 120


class ContrastSlider(QWidget):
    """Says the contrast, 1 for the picture as it is, once the slider rests."""

    changed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(_LEAST, _MOST)
        self.slider.setValue(_PLAIN)
        self.slider.setAccessibleName(words("study.contrast"))
        self._wait = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._wait.timeout.connect(lambda: self.changed.emit(self.slider.value() * _STEP))
        self.slider.valueChanged.connect(lambda value: self._wait.start())
        layout.addWidget(label(words("study.contrast"), "small", wrap=False))
        layout.addWidget(self.slider, 1)

    def reset(self) -> None:
        """Go back to the picture as it is."""
        self.slider.blockSignals(True)
        self.slider.setValue(_PLAIN)
        self.slider.blockSignals(False)
