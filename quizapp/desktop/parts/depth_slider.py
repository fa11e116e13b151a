"""The slider that peels the diagram from skin to bone."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QPropertyAnimation, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSlider, QWidget

from quizapp.base.words import words
from quizapp.desktop.parts.text import GRID, label

FIRST = 2.0  # skin off: what most people came for
GLIDE_MS = 160
_STEPS = 10
_NAME = 150  # px for the name of a layer
_NARROW = 330  # px, below which the slider is worth more than the name beside it


class DepthSlider(QWidget):
    """Says which layer is the uppermost, from 1 (skin) to 9 (bone), in tenths for a smooth fade."""

    moved = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        self._slider = QSlider(Qt.Orientation.Horizontal)
        self._slider.setRange(_STEPS, 9 * _STEPS)
        self._slider.setPageStep(_STEPS)
        self._slider.setTickInterval(_STEPS)
        self._slider.setSingleStep(_STEPS // 2)
        self._slider.setAccessibleName(words("atlas.peel"))
        self._slider.valueChanged.connect(self._on_value)
        self.moves_at_once = False
        self._told = True
        self._glide = QPropertyAnimation(self._slider, b"value", self)
        self._glide.setDuration(GLIDE_MS)
        self._glide.setEasingCurve(QEasingCurve.Type.OutCubic)
        layout.addWidget(label(words("atlas.skin"), "small", wrap=False))
        layout.addWidget(self._slider, 1)
        layout.addWidget(label(words("atlas.bone"), "small", wrap=False))
        self._layer = label("", "small", wrap=False)
        self._layer.setMinimumWidth(_NAME)
        layout.addWidget(self._layer)
        self.set_layer(FIRST)

    @property
    def layer(self) -> float:
        """Return the uppermost layer."""
        return self._slider.value() / _STEPS

    def set_layer(self, layer: float) -> None:
        """Move the slider at once."""
        self._glide.stop()
        self._slider.setValue(round(layer * _STEPS))

    def glide_to(self, layer: float) -> None:
        """Move the slider in a short fade, or at once where less motion is wished."""
        self._glide.stop()
        if self.moves_at_once:
            self.set_layer(layer)
            return
        self._glide.setStartValue(self._slider.value())
        self._glide.setEndValue(round(layer * _STEPS))
        self._glide.start()

    def tell(self, told: bool) -> None:
        """Name the layer, or not: while a question is open the name may hold the answer."""
        self._told = told
        self._on_value(self._slider.value())

    def step(self, by: int) -> None:
        """Move by whole layers, from where the slider is going if it is on its way."""
        gliding = self._glide.state() == QPropertyAnimation.State.Running
        here = self._glide.endValue() / _STEPS if gliding else self.layer
        self.glide_to(min(9, max(1, round(here) + by)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the slider its room."""
        super().resizeEvent(event)
        self._layer.setVisible(self.width() >= _NARROW)

    def _on_value(self, value: int) -> None:
        layer = round(value / _STEPS)
        name = words(f"layers.{layer}") if self._told else ""
        self._layer.setText(name)
        self._slider.setAccessibleDescription(name)
        self.moved.emit(value / _STEPS)
