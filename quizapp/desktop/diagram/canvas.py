"""The art on screen: layers laid over each other once, then moved and scaled until sharper art is there."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QLinearGradient, QPainter, QPainterPath, QPixmap, QTransform

from quizapp.anatomy.diagram import Diagram, Region
from quizapp.anatomy.outline import Box
from quizapp.desktop.diagram.camera import Camera
from quizapp.desktop.diagram.plate import REFLECTED, Art, Sheet
from quizapp.desktop.theme.roles import Roles

GHOST = 0.08  # what remains of a layer that was peeled away
VEIL = 0.86  # how much of everything around a structure that stands alone is veiled
TOP_FADE = 9.0  # mm over which the leg fades out at the upper edge
_BESIDE = 12.0  # mm of skin beside what is cut


def transform_of(camera: Camera) -> QTransform:
    """Return what a painter needs to draw in millimetres."""
    across = -camera.scale if camera.mirrored else camera.scale
    return QTransform(
        across,
        0,
        0,
        camera.scale,
        camera.width / 2 - camera.centre[0] * across,
        camera.height / 2 - camera.centre[1] * camera.scale,
    )


def path_of(region: Region) -> QPainterPath:
    """Return the outline of a structure, in millimetres: the one that is also hit."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for ring in region.rings:
        path.moveTo(*ring[0])
        for point in ring[1:]:
            path.lineTo(*point)
        path.closeSubpath()
    return path


class Canvas:
    """Holds the latest art, and the first art of the whole drawing for what a move uncovers."""

    def __init__(self, diagram: Diagram) -> None:
        self._box = diagram.box
        self._cut = diagram.cut_strip(TOP_FADE, _BESIDE)
        self._art: Art | None = None
        self._whole: Art | None = None
        self._flat: QPixmap | None = None
        self._peel = 2.0

    @property
    def art(self) -> Art | None:
        """Return the art on show."""
        return self._art

    def take(self, art: Art) -> None:
        """Show newer art from the next flattening on."""
        if _covers(art.order.part, self._box) and not art.order.apart:
            self._whole = art
        self._art = art

    def rest(self) -> None:
        """Keep one flat picture and let the layers go, while another diagram is on show."""
        self._whole = None
        if self._art is not None:
            self._art = replace(self._art, sheets=(), apart=None)

    def forget_whole(self) -> None:
        """Drop the coarse art, which is of another theme."""
        self._whole = None

    def flatten(self, theme: Roles, peel: float, apart: bool) -> None:
        """Lay the layers over each other once, so that hovering repaints one picture only."""
        self._peel = peel
        if self._art is None or not self._art.sheets:
            return
        left, top, right, bottom = self._art.order.part
        scale = self._art.order.scale
        flat = QPixmap(round((right - left) * scale), round((bottom - top) * scale))
        flat.fill(theme.colour("ground"))
        painter = QPainter(flat)
        alone = self._art.apart if apart else None
        for sheet in self._art.sheets:
            opacity = self._opacity(sheet.layer)
            if opacity > 0:
                painter.setOpacity(opacity)
                _lay(painter, sheet, self._art)
        painter.setOpacity(1.0)
        if alone:
            # One veil over all is even, where fading each layer would let lower ones shine through.
            painter.fillRect(flat.rect(), theme.colour("ground", VEIL))
            _lay(painter, alone, self._art)
        painter.end()
        self._flat = flat

    def paint(self, painter: QPainter, camera: Camera, theme: Roles, smooth: bool) -> None:
        """Paint what there is; ``smooth`` where it will stay for a while though it is not sharp."""
        if self._art is None or self._flat is None:
            return
        painter.save()
        painter.setTransform(transform_of(camera))
        if self._whole is not None and self._whole is not self._art and not self._fills(camera):
            self._paint_whole(painter, self._whole)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth)
        painter.drawPixmap(_rect(self._art.order.part), self._flat, QRectF(self._flat.rect()))
        painter.restore()

    def _opacity(self, layer: float) -> float:
        """Return how much of a layer is seen; the skin goes wholly, for its silhouette stays anyway."""
        if layer % 1:  # what is reflected comes as its layer goes
            peeled = layer - REFLECTED
            return min(1.0, max(0.0, self._peel - peeled)) * self._opacity(peeled + 1)
        if layer == 1:
            return min(1.0, max(0.0, 2.0 - self._peel))
        return min(1.0, max(GHOST, layer - self._peel + 1.0))

    def _fills(self, camera: Camera) -> bool:
        assert self._art is not None
        left, top, right, bottom = camera.shown()
        return _covers(self._art.order.part, (left + 0.1, top + 0.1, right - 0.1, bottom - 0.1))

    def _paint_whole(self, painter: QPainter, whole: Art) -> None:
        """Paint the whole drawing, coarse, where a move has uncovered what is not sharp yet."""
        for sheet in whole.sheets:
            opacity = self._opacity(sheet.layer)
            if opacity > 0:
                painter.setOpacity(opacity)
                size = sheet.picture.size() / whole.order.scale
                painter.drawImage(QRectF(sheet.at.x(), sheet.at.y(), size.width(), size.height()), sheet.picture)
        painter.setOpacity(1.0)

    def paint_fade(self, painter: QPainter, camera: Camera, theme: Roles) -> None:
        """Let the leg fade out where the drawing cuts it, for it does not end there."""
        if self._cut is None:
            return
        left, top, right, bottom = self._cut
        start = QPointF(*camera.to_pixels((left, top)))
        end = QPointF(*camera.to_pixels((right, bottom)))
        fade = QLinearGradient(start, QPointF(start.x(), end.y()))
        fade.setColorAt(0, theme.colour("ground"))
        fade.setColorAt(1, theme.colour("ground", 0.0))
        painter.fillRect(QRectF(start, end).normalized().adjusted(0, -2, 0, 0), fade)


def _lay(painter: QPainter, sheet: Sheet, art: Art) -> None:
    left, top, _, _ = art.order.part
    scale = art.order.scale
    painter.drawImage(QPointF(round((sheet.at.x() - left) * scale), round((sheet.at.y() - top) * scale)), sheet.picture)


def _covers(part: Box, box: Box) -> bool:
    return part[0] <= box[0] and part[1] <= box[1] and part[2] >= box[2] and part[3] >= box[3]


def _rect(box: Box) -> QRectF:
    left, top, right, bottom = box
    return QRectF(left, top, right - left, bottom - top)
