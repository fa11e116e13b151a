"""Where a class pointed: shares by structure, arrows for those who moved, an outline where many were sure and wrong."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QFont, QPainter, QPen, QPolygonF

from quizapp.anatomy.diagram import Diagram
from quizapp.anatomy.outline import Point
from quizapp.desktop.diagram.camera import Camera
from quizapp.desktop.diagram.canvas import path_of, transform_of
from quizapp.desktop.diagram.tools.tool import Tool
from quizapp.desktop.theme.roles import Roles

_LEAST_SHOWN = 0.02
_MOST_MOVES = 8  # arrows: more of them hide each other and the drawing
_HEAD = 9.0  # px
_STEPS = 7  # places for a number, above and below its structure


@dataclass(frozen=True, slots=True)
class Heat:
    """Shares by structure (0 to 1), moves between structures with how many made them, and what is told as wrong."""

    shares: Mapping[str, float]
    moves: Sequence[tuple[str, str, int]] = ()
    sure_and_wrong: frozenset[str] = frozenset()


class HeatMap(Tool):
    """Paints heat over a diagram; it takes no gestures."""

    takes = False

    def __init__(self, diagram: Diagram, heat: Heat, size: int = 14) -> None:
        super().__init__()
        self._diagram = diagram
        self._heat = heat
        self._size = size
        known = diagram.by_id
        self._shares = {one: share for one, share in heat.shares.items() if one in known and share >= _LEAST_SHOWN}
        self._paths = {one: path_of(known[one]) for one in self._shares}
        moves = [move for move in heat.moves if move[0] in known and move[1] in known]
        self._moves = sorted(moves, key=lambda move: -move[2])[:_MOST_MOVES]

    def shows(self, diagram: Diagram, heat: Heat, size: int) -> bool:
        """Return whether this is what would be painted for them."""
        return diagram is self._diagram and heat == self._heat and size == self._size

    def paint(self, painter: QPainter, camera: Camera, theme: Roles) -> None:
        """Paint structures by their share, then moves, then numbers over everything."""
        most = max(self._shares.values(), default=1.0)
        to_pixels = transform_of(camera)
        for one, share in sorted(self._shares.items(), key=lambda row: row[1]):
            path = to_pixels.map(self._paths[one])
            painter.setPen(QPen(theme.colour("accent"), 2.0))
            painter.setBrush(theme.colour("accent", 0.2 + 0.55 * share / most))
            painter.drawPath(path)
            if one in self._heat.sure_and_wrong:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(theme.colour("wrong"), 3.5, Qt.PenStyle.DashLine))
                painter.drawPath(path)
        known = self._diagram.by_id
        for one, other, count in reversed(self._moves):
            self._paint_move(painter, camera, theme, known[one].anchor, known[other].anchor, count)
        taken: list[QRect] = []
        for one, share in sorted(self._shares.items(), key=lambda row: -row[1]):
            self._paint_number(painter, camera, theme, known[one].anchor, f"{round(100 * share)} %", taken)

    def _paint_number(
        self, painter: QPainter, camera: Camera, theme: Roles, at: Point, text: str, taken: list[QRect]
    ) -> None:
        """Paint a number at its structure, or as near as others leave room."""
        font = QFont("Inter")
        font.setPixelSize(self._size)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        box = painter.fontMetrics().boundingRect(text).adjusted(-6, -3, 6, 3)
        centre = QPointF(*camera.to_pixels(at)).toPoint()
        for step in range(_STEPS):
            box.moveCenter(centre + QPoint(0, (step + 1) // 2 * (box.height() + 2) * (-1 if step % 2 else 1)))
            if not any(box.intersects(one) for one in taken):
                break
        taken.append(QRect(box))
        painter.setPen(QPen(theme.colour("accent"), 1.0))
        painter.setBrush(theme.colour("surface"))
        painter.drawRoundedRect(box, 6, 6)
        painter.setPen(theme.colour("text"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_move(
        self, painter: QPainter, camera: Camera, theme: Roles, start: Point, end: Point, count: int
    ) -> None:
        here, there = QPointF(*camera.to_pixels(start)), QPointF(*camera.to_pixels(end))
        angle = math.atan2(there.y() - here.y(), there.x() - here.x())
        painter.setBrush(theme.colour("text"))
        for colour, width in ((theme.colour("ground"), 6.0), (theme.colour("text"), min(5.0, 1.5 + count * 0.3))):
            painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawLine(here, there)
        sides = [QPointF(math.cos(angle + turn), math.sin(angle + turn)) * _HEAD for turn in (2.6, -2.6)]
        painter.drawPolygon(QPolygonF([there, there + sides[0], there + sides[1]]))
