"""A gesture on the diagram: what a press, a drag and the keys do, and what is painted of it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPen

from quizapp.anatomy.outline import Box, Point
from quizapp.base.words import words
from quizapp.desktop.diagram.camera import Camera
from quizapp.desktop.diagram.look import Sample
from quizapp.desktop.theme.roles import Roles

_STEP, _STRIDE = 2.0, 10.0  # mm by an arrow key, and with Shift
_CROSS = 11.0  # px
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class Tool(QObject):
    """Base of the tools; all points are in mm of the drawing. ``changed`` is sent when there is more or less of it.

    The arrow keys move a cross, which does what the mouse does by Space and Backspace.
    """

    changed = Signal()
    cursor_moved = Signal()
    said = Signal(str)
    takes = True  # gestures; what is merely shown takes none
    legend: tuple[Sample, ...] = ()
    extent: Box | None = None  # of what is shown, in mm

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.cursor: Point | None = None
        self.scale = 1.0  # pixels a mm, set by whoever holds the tool

    def press(self, at: Point) -> None:
        """Begin at a point."""

    def drag(self, at: Point) -> None:
        """Go on to a point."""

    def release(self, at: Point) -> None:
        """End at a point."""

    def give_up(self) -> None:
        """Take back what a press began: it was no gesture of this tool."""

    def gesture(self, name: str, at: Point) -> None:
        """Do what the mouse or a finger did: ``press``, ``drag`` or ``release``."""
        {"press": self.press, "drag": self.drag, "release": self.release}[name](at)

    def mark(self, at: Point) -> None:
        """Do at the cross what a press does."""

    def back(self, at: Point) -> None:
        """Take back the last mark, or what lies at the cross."""

    def undo(self) -> None:
        """Take back the last gesture."""

    def key(self, event: QKeyEvent, camera: Camera) -> bool:
        """Move the cross, mark or take back by a key; tell whether the key meant anything."""
        here = self.cursor or camera.centre
        pressed = Qt.Key(event.key())
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo()
            self.said.emit(words("study.taken_back"))
        elif pressed in _ARROWS:
            far = _STRIDE if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else _STEP
            across, down = _ARROWS[pressed]
            self.cursor = (here[0] + (-across if camera.mirrored else across) * far, here[1] + down * far)
            self.cursor_moved.emit()
        elif pressed == Qt.Key.Key_Space:
            self.cursor = here
            self.mark(here)
            self.said.emit(words("study.marked"))
        elif pressed == Qt.Key.Key_Backspace:
            self.back(here)
            self.said.emit(words("study.taken_back"))
        else:
            return False
        return True

    def paint(self, painter: QPainter, camera: Camera, theme: Roles) -> None:
        """Paint the cross, where the keys have moved it."""
        if self.cursor is None:
            return
        middle = QPointF(*camera.to_pixels(self.cursor))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, width in ((theme.colour("ground"), 5.0), (theme.colour("focus"), 2.0)):
            painter.setPen(QPen(colour, width))
            painter.drawLine(middle - QPointF(_CROSS, 0), middle + QPointF(_CROSS, 0))
            painter.drawLine(middle - QPointF(0, _CROSS), middle + QPointF(0, _CROSS))
            painter.drawEllipse(middle, _CROSS / 2, _CROSS / 2)
