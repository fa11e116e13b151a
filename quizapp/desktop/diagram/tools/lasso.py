"""The lasso: an outline is drawn around something, by one stroke or corner by corner."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath

from quizapp.anatomy.outline import Point, area
from quizapp.desktop.diagram.camera import Camera
from quizapp.desktop.diagram.canvas import transform_of
from quizapp.desktop.diagram.look import Sample
from quizapp.desktop.diagram.sample import paint_filled
from quizapp.desktop.diagram.tools.pencil import paint_line
from quizapp.desktop.diagram.tools.tool import Tool
from quizapp.desktop.theme.roles import Roles

_LEAST = 4.0  # square mm; less is a slip of the hand
_ZONE = Sample("yours", "lit", "hatch")


class Lasso(Tool):
    """Holds the outline so far; ``closed`` tells a whole one, ``given_up`` that none is wanted."""

    closed = Signal(object)
    given_up = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.ring: tuple[Point, ...] = ()

    def press(self, at: Point) -> None:
        """Begin an outline."""
        self.ring = (at,)

    def drag(self, at: Point) -> None:
        """Draw on."""
        self.ring = (*self.ring, at)
        self.changed.emit()

    def release(self, at: Point) -> None:
        """Close the outline."""
        self._close()

    def give_up(self) -> None:
        """Take the outline back."""
        self.ring = ()
        self.changed.emit()

    def mark(self, at: Point) -> None:
        """Set a corner."""
        self.ring = (*self.ring, at)
        self.changed.emit()

    def back(self, at: Point) -> None:
        """Take the last corner back."""
        self.ring = self.ring[:-1]
        self.changed.emit()

    def key(self, event: QKeyEvent, camera: Camera) -> bool:
        """Close by Enter, give up by Escape."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._close()
        elif event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            return super().key(event, camera)
        return True

    def paint(self, painter: QPainter, camera: Camera, theme: Roles) -> None:
        """Paint what is enclosed so far."""
        if len(self.ring) > 2:
            path = QPainterPath()
            path.moveTo(*self.ring[0])
            for point in self.ring[1:]:
                path.lineTo(*point)
            path.closeSubpath()
            paint_filled(painter, theme, transform_of(camera).map(path), _ZONE)
        paint_line(painter, camera, theme, self.ring, "lit")
        super().paint(painter, camera, theme)

    def _close(self) -> None:
        if len(self.ring) > 2 and area([self.ring]) >= _LEAST:
            self.closed.emit(self.ring)
        else:
            self.give_up()
