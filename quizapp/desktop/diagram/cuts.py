"""The lines along which sections are cut: seen on the view they cut through, dragged from level to level."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from quizapp.desktop.diagram.camera import Camera
from quizapp.desktop.theme.roles import Roles

_HIGH, _ROOM, _PX = 24.0, 8.0, 12


@dataclass(frozen=True, slots=True)
class Cut:
    """A level at height ``y`` from ``left`` to ``right`` (mm), and the view that shows what is cut there."""

    view_id: str
    name: str
    y: float
    left: float
    right: float


class Cuts:
    """Paints the levels of a view and tells which one is meant."""

    def __init__(self, font: QFont) -> None:
        self._font = QFont(font)
        self._font.setPixelSize(_PX)
        self.levels: Sequence[Cut] = ()
        self._held = False
        self._dragged: float | None = None

    def paint(self, painter: QPainter, camera: Camera, theme: Roles) -> None:
        """Paint a dashed line and a tag for each level, and the line that is being dragged."""
        painter.setFont(self._font)
        for cut in self.levels:
            self._line(painter, camera, theme, cut, cut.y, 0.55)
            tag = self._tag(camera, cut)
            painter.setPen(QPen(theme.colour("line"), 1))
            painter.setBrush(theme.colour("surface", 0.92))
            painter.drawRoundedRect(tag, _HIGH / 2, _HIGH / 2)
            painter.setPen(theme.colour("accent"))
            painter.drawText(tag, Qt.AlignmentFlag.AlignCenter, _short(cut))
        if self._dragged is not None:
            self._line(painter, camera, theme, self.nearest(self._dragged), self._dragged, 1.0)

    def hold(self, camera: Camera, spot: QPointF) -> None:
        """Take hold of the level whose tag lies under a pixel, if there is one."""
        self._held = self.at(camera, spot) is not None

    def drag(self, camera: Camera, spot: QPointF) -> bool:
        """Move the line that is held to a pixel; tell whether one is."""
        if self._held:
            self._dragged = camera.to_mm(spot.x(), spot.y())[1]
        return self._held

    def let_go(self, camera: Camera, spot: QPointF) -> Cut | None:
        """Return the level at which the line that was held is let go."""
        held, self._held, self._dragged = self._held, False, None
        return self.nearest(camera.to_mm(spot.x(), spot.y())[1]) if held else None

    def at(self, camera: Camera, spot: QPointF) -> Cut | None:
        """Return the level whose tag lies under a pixel."""
        return next((cut for cut in self.levels if self._tag(camera, cut).contains(spot)), None)

    def spot_of(self, camera: Camera, view_id: str) -> QPointF:
        """Return the pixel where the tag of a level is seen."""
        return next(self._tag(camera, cut).center() for cut in self.levels if cut.view_id == view_id)

    def nearest(self, y: float) -> Cut:
        """Return the level nearest to a height in mm."""
        return min(self.levels, key=lambda cut: abs(cut.y - y))

    @staticmethod
    def _line(painter: QPainter, camera: Camera, theme: Roles, cut: Cut, y: float, strength: float) -> None:
        start, end = QPointF(*camera.to_pixels((cut.left, y))), QPointF(*camera.to_pixels((cut.right, y)))
        for colour, width in ((theme.colour("ground", strength * 0.8), 3.0), (theme.colour("accent", strength), 1.25)):
            painter.setPen(QPen(colour, width, Qt.PenStyle.DashLine))
            painter.drawLine(start, end)

    def _tag(self, camera: Camera, cut: Cut) -> QRectF:
        """Return where the tag of a level stands: behind the line's end, clear of the tags above it."""
        wide = max(_HIGH, QFontMetricsF(self._font).horizontalAdvance(_short(cut)) + 14)
        x, y = camera.to_pixels((cut.right, cut.y))
        shift = 0.0
        above = [camera.to_pixels((one.right, one.y))[1] for one in self.levels if one.y < cut.y]
        if above and y - max(above) < _HIGH + 2:
            shift = _HIGH + 2 - (y - max(above))
        left = max(_ROOM, x - wide - _ROOM) if camera.mirrored else min(x + _ROOM, camera.width - wide - _ROOM)
        return QRectF(left, y - _HIGH / 2 + shift, wide, _HIGH)


def _short(cut: Cut) -> str:
    """Return what a tag has room for: the number a view's name ends with, or the name."""
    return cut.name.rsplit(" ", 1)[-1]
