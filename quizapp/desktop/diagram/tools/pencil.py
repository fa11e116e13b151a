"""The pencil: a line is drawn along a course; a press without a drag marks one point."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPen

from quizapp.anatomy.outline import Point, box_of
from quizapp.desktop.diagram.camera import Camera
from quizapp.desktop.diagram.look import Sample
from quizapp.desktop.diagram.tools.tool import Tool
from quizapp.desktop.theme.roles import Roles

_FINE = 0.7  # mm between the points of a line
_STILL = 10.0  # px a press may move and still mark a point
_JOIN = 8.0  # mm from the end of a line, within which a new stroke goes on with it
_SPOT = 9.0  # px


class Pencil(Tool):
    """Holds a line and a pressed point; a new stroke far from the line's end begins anew."""

    def __init__(self) -> None:
        super().__init__()
        self.line: tuple[Point, ...] = ()
        self.point: Point | None = None
        self._stroke: list[Point] = []
        self._before: tuple[Point, ...] = ()
        self._is_stroke = False
        self._past: list[tuple[tuple[Point, ...], Point | None]] = []

    def clear(self) -> None:
        """Take everything away."""
        self._keep()
        self.line, self.point = (), None
        self.changed.emit()

    def undo(self) -> None:
        """Take back the last stroke, piece or point."""
        if self._past:
            self.line, self.point = self._past.pop()
            self.changed.emit()

    def _keep(self) -> None:
        self._past.append((self.line, self.point))

    def press(self, at: Point) -> None:
        """Begin what may become a stroke."""
        self._stroke, self._is_stroke, self._before = [at], False, self.line

    def drag(self, at: Point) -> None:
        """Draw on."""
        if not self._stroke or math.dist(self._stroke[-1], at) < _FINE:
            return
        self._stroke.append(at)
        if not self._is_stroke and math.dist(self._stroke[0], at) * self.scale > _STILL:
            self._is_stroke = True
            self._keep()
        if self._is_stroke:
            self.line = (*self._goes_on_from(self._stroke[0]), *self._stroke)
            self.changed.emit()

    def _goes_on_from(self, start: Point) -> tuple[Point, ...]:
        """Return the line that a stroke goes on with: from either of its ends, or none."""
        if self._before and math.dist(self._before[-1], start) <= _JOIN:
            return self._before
        if self._before and math.dist(self._before[0], start) <= _JOIN:
            return self._before[::-1]
        return ()

    def release(self, at: Point) -> None:
        """Mark a point where nothing was drawn."""
        if self._stroke and not self._is_stroke:
            self.press_point(at)
        self._stroke = []

    def give_up(self) -> None:
        """Leave the line as it was before the press."""
        if self._stroke and self._is_stroke:
            self.undo()
        self._stroke = []

    def press_point(self, at: Point) -> None:
        """Mark the one point that is pressed."""
        self._keep()
        self.point = at
        self.changed.emit()

    def mark(self, at: Point) -> None:
        """Draw a straight piece to the cross."""
        self._keep()
        self.line = (*self.line, at)
        self.changed.emit()

    def back(self, at: Point) -> None:
        """Take back the last piece."""
        self._keep()
        self.line = self.line[:-1]
        self.changed.emit()

    def paint(self, painter: QPainter, camera: Camera, theme: Roles) -> None:
        """Paint the line and the point."""
        paint_line(painter, camera, theme, self.line, "lit")
        if self.point is not None:
            paint_spot(painter, camera, theme, self.point, "lit")
        super().paint(painter, camera, theme)


class Compared(Tool):
    """What was drawn under the true course, in the feedback; it takes no gesture."""

    takes = False
    legend: tuple[Sample, ...] = (Sample("true", "right", "solid"), Sample("yours", "near", "dashed"))

    def __init__(self, drawn: Pencil, course: Sequence[Point], press: Point | None) -> None:
        super().__init__()
        self._drawn = drawn
        self._course, self._press = course, press
        if not drawn.line:
            self.legend = self.legend[:1]
        self.extent = box_of([[*course, *drawn.line]])

    def paint(self, painter: QPainter, camera: Camera, theme: Roles) -> None:
        """Paint the usual course, and the learner's line dashed over it."""
        paint_line(painter, camera, theme, self._course, "right")
        paint_line(painter, camera, theme, self._drawn.line, "near", Qt.PenStyle.DashLine)
        if self._drawn.point is not None:
            paint_spot(painter, camera, theme, self._drawn.point, "near")
        if self._press is not None:
            paint_spot(painter, camera, theme, self._press, "right", ringed=True)


def paint_line(
    painter: QPainter,
    camera: Camera,
    theme: Roles,
    line: Sequence[Point],
    role: str,
    style: Qt.PenStyle = Qt.PenStyle.SolidLine,
) -> None:
    """Paint a line in mm with a light border, so that it is seen on any tissue; one point alone as a dot."""
    shown = [QPointF(*camera.to_pixels(at)) for at in line]
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pens = ((theme.colour("ground", 0.9), 7.0, Qt.PenStyle.SolidLine), (theme.colour(role), 3.5, style))
    for colour, width, pen in pens:
        painter.setPen(QPen(colour, width, pen, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
        if len(shown) == 1:
            painter.drawPoint(shown[0])
        painter.drawPolyline(shown)


def paint_spot(painter: QPainter, camera: Camera, theme: Roles, at: Point, role: str, ringed: bool = False) -> None:
    """Paint a pressed point: a disc, or a ring around where it should have been."""
    middle = QPointF(*camera.to_pixels(at))
    painter.setBrush(Qt.BrushStyle.NoBrush if ringed else theme.colour(role))
    for colour, width in ((theme.colour("ground"), 6.0), (theme.colour(role), 3.0)):
        painter.setPen(QPen(colour, width))
        painter.drawEllipse(middle, _SPOT * (1.5 if ringed else 0.7), _SPOT * (1.5 if ringed else 0.7))
