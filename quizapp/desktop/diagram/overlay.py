"""What lies over the art: outlines of regions in their states, labels with leaders, numbered markers, a pin."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from quizapp.anatomy import hit, labels
from quizapp.anatomy.diagram import Diagram, Region
from quizapp.anatomy.outline import Point, area
from quizapp.base.words import words
from quizapp.desktop.diagram.camera import Camera
from quizapp.desktop.diagram.canvas import TOP_FADE, path_of, transform_of
from quizapp.desktop.diagram.look import Look, Sample, State, look_of
from quizapp.desktop.diagram.sample import LINES
from quizapp.desktop.theme.roles import Roles

# Sheets and washes that do not hide what lies beneath.
SEE_THROUGH = frozenset(
    ("flexor_retinaculum", "inferior_extensor_retinaculum", "tarsal_tunnel", "skin_saphenous", "skin_medial_calcaneal")
)
_GAP, _LEAST, _ENDLESS = 8.0, 90.0, 1e6  # px between a label and the drawing, for a label at least and at most
_RING = (14.0, 90.0)  # px, closed and wide
_THIN = 7.0  # px across, below which a wide outline would bury what it marks
_CAPTION = 40.0  # px kept free for the caption
_LINE = 20.0  # px from one line of the legend to the next
LETTERING, _MARKER_PX, _MARKER_RADIUS, _PIN = 13, 14, 13.0, 7.0


class Overlay:
    """Paints over a diagram; ``show`` it another theme or camera for each frame."""

    def __init__(self, diagram: Diagram, font: QFont) -> None:
        self._diagram = diagram
        self._leg = diagram.leg_side
        self.lettering = LETTERING
        self.legend: Sequence[Sample] = ()
        self._font = QFont(font)
        self._paths: dict[str, QPainterPath] = {}
        self._bare: dict[int, dict[str, Point]] = {}

    def paint_states(self, painter: QPainter, camera: Camera, theme: Roles, states: Mapping[str, State]) -> None:
        """Paint the outline of each region in the look of its state."""
        to_pixels = transform_of(camera)
        left, top, right, bottom = self._diagram.box
        painter.setClipRect(to_pixels.mapRect(QRectF(left, top, right - left, bottom - top)))
        drawn = [one for one in states if one in self._diagram.by_id]
        for structure in sorted(drawn, key=lambda one: -_size(self._diagram.by_id[one])):  # small ones stay on top
            self._paint_state(
                painter, to_pixels.map(self._path(structure)), structure, look_of(states[structure]), theme
            )
        painter.setClipping(False)

    def _paint_state(self, painter: QPainter, path: QPainterPath, structure: str, look: Look, theme: Roles) -> None:
        bounds = path.boundingRect()
        region = self._diagram.by_id[structure]
        share = area(region.rings) / max(_size(region), 1e-6)
        thin = min(bounds.width(), bounds.height()) * share < _THIN
        width = min(look.width, 1.5) if thin else look.width
        fill = look.fill * 0.25 if structure in SEE_THROUGH else look.fill
        # A light line under the coloured one keeps the outline visible on any tissue.
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.colour("ground", 0.85), width + (1.5 if thin else 2.5)))
        painter.drawPath(path)
        painter.setBrush(theme.colour(look.role, fill))
        painter.setPen(QPen(theme.colour(look.role), width, LINES[look.dash]))
        painter.drawPath(path)

    def paint_covers(
        self,
        painter: QPainter,
        camera: Camera,
        theme: Roles,
        covered: Sequence[str],
        states: Mapping[str, State],
    ) -> None:
        """Paint a plain cover over each structure, that of a lit one last, so that it is seen whole."""
        to_pixels = transform_of(camera)
        left, top, right, bottom = self._diagram.box
        painter.setClipRect(to_pixels.mapRect(QRectF(left, top, right - left, bottom - top)))
        for structure in sorted(covered, key=lambda one: one in states):
            path = to_pixels.map(self._path(structure))
            painter.setPen(QPen(theme.colour("quiet"), 1.0))
            painter.setBrush(theme.colour("surface"))
            painter.drawPath(path)
            painter.setBrush(QBrush(theme.colour("quiet", 0.35), Qt.BrushStyle.BDiagPattern))
            painter.drawPath(path)
        painter.setClipping(False)

    def paint_labels(
        self,
        painter: QPainter,
        camera: Camera,
        theme: Roles,
        anchors: Mapping[str, Point],
        names: Mapping[str, str],
        states: Mapping[str, State] | None = None,
    ) -> None:
        """Paint the names of structures beside the drawing, each with a line to where it can be seen."""
        self._font.setPixelSize(self.lettering)
        self._font.setWeight(QFont.Weight.Normal)
        metrics = QFontMetricsF(self._font)
        seen = {one: camera.to_pixels(anchor) for one, anchor in anchors.items()}
        room = self._room_beside(camera) if len(anchors) > labels.FEW else _ENDLESS
        names = {one: metrics.elidedText(names[one], Qt.TextElideMode.ElideRight, room) for one in seen}
        wanted = [
            labels.Wanted(one, at, metrics.horizontalAdvance(names[one]))
            for one, at in seen.items()
            if 0 <= at[0] <= camera.width and 0 <= at[1] <= camera.height
        ]
        painter.setFont(self._font)
        caption = _CAPTION * self._times
        frame = (0.0, caption, float(camera.width), float(camera.height - caption))
        # The quadrant beside the shin is empty; below it, labels would lie on the toes.
        free = (camera.width - 1.0) if self._leg_on_left(camera) else 0.0
        beside = (free, 0.62 * camera.height if self._leg != "none" else float(camera.height))
        placed = labels.place(wanted, frame, metrics.height() + 5, beside)
        for one in placed:
            _paint_leader(painter, theme, one)
        for one in placed:
            _paint_words(painter, theme, one, names[one.id], metrics, (states or {}).get(one.id) == "chosen")

    def _room_beside(self, camera: Camera) -> float:
        """Return how wide a label may be beside a drawing that fills the middle, in pixels."""
        first, _, last, _ = self._diagram.extent
        edges = sorted(camera.to_pixels((x, 0))[0] for x in (first, last))
        room = min(edges[0], camera.width - edges[1]) - 3 * _GAP
        return room if self._leg == "none" and room > _LEAST else _ENDLESS

    @property
    def _times(self) -> float:
        """Return how many times larger than usual it is written."""
        return self.lettering / LETTERING

    def _leg_on_left(self, camera: Camera) -> bool:
        return self._leg != "none" and (self._leg == "left") != camera.mirrored

    def paint_caption(self, painter: QPainter, camera: Camera, theme: Roles, text: str) -> None:
        """Say which foot is shown and from where, and what to keep in mind, on the side where there is room."""
        text = "\n".join(one for one in (text, self._diagram.view.note) if one)
        self._font.setPixelSize(self.lettering)
        self._font.setWeight(QFont.Weight.Normal)
        painter.setFont(self._font)
        painter.setPen(theme.colour("quiet"))
        side = Qt.AlignmentFlag.AlignRight if self._leg_on_left(camera) else Qt.AlignmentFlag.AlignLeft
        painter.drawText(QRectF(16, 10, camera.width - 32, 44 * self._times), side, text)

    def paint_sides(self, painter: QPainter, camera: Camera, theme: Roles) -> None:
        """Say what lies towards the left and the right edge."""
        view = self._diagram.view
        left, right = (view.right, view.left) if camera.mirrored else (view.left, view.right)
        self._font.setPixelSize(self.lettering)
        self._font.setWeight(QFont.Weight.Normal)
        painter.setFont(self._font)
        painter.setPen(theme.colour("quiet"))
        line = QRectF(16, camera.height - 14 - 20 * self._times, camera.width - 32, 20 * self._times)
        if left:
            painter.drawText(line, Qt.AlignmentFlag.AlignLeft, f"← {left}")
        if right:
            painter.drawText(line, Qt.AlignmentFlag.AlignRight, f"{right} →")

    @staticmethod
    def paint_focus(painter: QPainter, camera: Camera, theme: Roles) -> None:
        """Paint a frame around the whole diagram: the keys go to it."""
        painter.setPen(QPen(theme.colour("focus"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(2, 2, camera.width - 4, camera.height - 4), 6, 6)

    def paint_legend(self, painter: QPainter, camera: Camera, theme: Roles) -> None:
        """Paint what outlines mean, a line each, in the upper corner where a map of nerves is empty."""
        self._font.setPixelSize(LETTERING)
        self._font.setWeight(QFont.Weight.Normal)
        painter.setFont(self._font)
        texts = [words(f"feedback.legend_{sample.name}") for sample in self.legend]
        width = max((QFontMetricsF(self._font).horizontalAdvance(text) for text in texts), default=0.0)
        left = 54.0 if camera.mirrored else camera.width - width - 16
        for at, (sample, text) in enumerate(zip(self.legend, texts, strict=True)):
            middle = 1.5 * _CAPTION + _LINE * (at + 0.5)
            painter.setPen(QPen(theme.colour(sample.role), 2.5, LINES[sample.pattern]))
            painter.drawLine(QPointF(left - 38, middle), QPointF(left - 8, middle))
            painter.setPen(theme.colour("quiet"))
            line = QRectF(left, middle - _LINE / 2, width + 4, _LINE)
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, text)

    def paint_markers(self, painter: QPainter, camera: Camera, theme: Roles, markers: Mapping[str, str]) -> None:
        """Paint a numbered disc on each structure."""
        self._font.setPixelSize(_MARKER_PX)
        self._font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(self._font)
        spots = self._marker_spots(camera, markers)
        for structure, middle in spots.items():
            target = QPointF(*camera.to_pixels(self.anchor(structure)))
            for colour, width in ((theme.colour("ground"), 4.0), (theme.marker(int(markers[structure])), 2.0)):
                painter.setPen(QPen(colour, width))
                painter.drawLine(middle, target)
            painter.setBrush(theme.marker(int(markers[structure])))
            painter.drawEllipse(target, 3, 3)
        for structure, number in markers.items():
            middle = spots[structure]
            painter.setPen(QPen(theme.colour("ground"), 2))
            painter.setBrush(theme.marker(int(number)))
            painter.drawEllipse(middle, _MARKER_RADIUS, _MARKER_RADIUS)
            painter.setPen(theme.colour("on_accent"))
            around = QRectF(0, 0, 2 * _MARKER_RADIUS, 2 * _MARKER_RADIUS)
            around.moveCenter(middle)
            painter.drawText(around, Qt.AlignmentFlag.AlignCenter, number)

    def marker_at(self, camera: Camera, markers: Mapping[str, str], spot: QPointF) -> str:
        """Return the structure whose marker covers a pixel, or an empty text."""
        for structure, middle in self._marker_spots(camera, markers).items():
            if math.hypot(spot.x() - middle.x(), spot.y() - middle.y()) <= _MARKER_RADIUS:
                return structure
        return ""

    def _marker_spots(self, camera: Camera, markers: Mapping[str, str]) -> dict[str, QPointF]:
        """Return where the marker of each structure stands, none on another."""
        anchors = [camera.to_pixels(self.anchor(structure)) for structure in markers]
        spots = labels.parted(anchors, 2 * _MARKER_RADIUS + 3)
        return {structure: QPointF(*spot) for structure, spot in zip(markers, spots, strict=True)}

    def paint_ring(self, painter: QPainter, camera: Camera, theme: Roles, structure: str, share: float) -> None:
        """Paint a ring around a structure, ``share`` 1 wide to 0 closed."""
        middle = QPointF(*camera.to_pixels(self.anchor(structure)))
        radius = _RING[0] + (_RING[1] - _RING[0]) * share
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, width in ((theme.colour("ground", 0.85), 5.0), (theme.colour("accent"), 2.5)):
            painter.setPen(QPen(colour, width))
            painter.drawEllipse(middle, radius, radius)

    @staticmethod
    def paint_pointer(painter: QPainter, theme: Roles, at: QPointF) -> None:
        """Paint the dot of a lecturer's pointer."""
        for colour, radius in ((theme.colour("wrong", 0.25), 15.0), (theme.colour("wrong"), 6.0)):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawEllipse(at, radius, radius)

    @staticmethod
    def paint_pin(painter: QPainter, camera: Camera, theme: Roles, at: Point) -> None:
        """Paint a small cross where a learner clicked."""
        middle = QPointF(*camera.to_pixels(at))
        for colour, width in ((theme.colour("ground"), 5.0), (theme.colour("text"), 2.0)):
            painter.setPen(QPen(colour, width))
            painter.drawLine(middle + QPointF(-_PIN, 0), middle + QPointF(_PIN, 0))
            painter.drawLine(middle + QPointF(0, -_PIN), middle + QPointF(0, _PIN))

    def anchors(self, structures: Sequence[str], visible: Sequence[Region], layer: int, most: int) -> dict[str, Point]:
        """Return where each structure can be pointed at; of many, the ``most`` largest that are bare somewhere.

        Few are asked for one by one, and are shown even on what is covered.
        """
        if len(structures) <= labels.FEW:
            return {one: self.anchor(one) for one in structures if one in self._diagram.by_id}
        if layer not in self._bare:
            left, top, right, bottom = self._diagram.box
            window = (left, top + TOP_FADE + 2, right, bottom)
            ids = {region.id for region in visible}
            drawn = [one for one in self._diagram.drawn if one.id in ids or (one.is_scenery and one.depth >= layer)]
            opaque = [region for region in drawn if region.id not in SEE_THROUGH]
            sheets = {one.id: self.anchor(one.id) for one in visible if one.id in SEE_THROUGH}
            self._bare[layer] = hit.bare_points(opaque, window) | sheets
        bare = self._bare[layer]
        largest = sorted((one for one in structures if one in bare), key=lambda one: -_size(self._diagram.by_id[one]))
        return {one: bare[one] for one in largest[:most]}

    def anchor(self, structure: str) -> Point:
        """Return the anchor of a structure, kept below where the leg fades out."""
        x, y = self._diagram.by_id[structure].anchor
        left, top, right, bottom = self._diagram.box
        return min(max(x, left + 2), right - 2), min(max(y, top + TOP_FADE + 2), bottom - 2)

    def seen_box(self, camera: Camera, structure: str) -> QRect:
        """Return the pixels that change when a structure's outline does."""
        left, top, right, bottom = self._diagram.by_id[structure].box
        corners = QRectF(QPointF(*camera.to_pixels((left, top))), QPointF(*camera.to_pixels((right, bottom))))
        return corners.normalized().adjusted(-4, -4, 4, 4).toAlignedRect()

    def _path(self, structure: str) -> QPainterPath:
        """Return the outline that is also what is hit."""
        if structure not in self._paths:
            self._paths[structure] = path_of(self._diagram.by_id[structure])
        return self._paths[structure]


def _size(region: Region) -> float:
    """Return the area of the box around a region, in square mm."""
    left, top, right, bottom = region.box
    return (right - left) * (bottom - top)


def _paint_leader(painter: QPainter, theme: Roles, one: labels.Placed) -> None:
    start, end = QPointF(*one.leader[0]), QPointF(*one.leader[1])
    for colour, width in ((theme.colour("ground", 0.8), 3.0), (theme.colour("quiet"), 1.0)):
        painter.setPen(QPen(colour, width))
        painter.drawLine(start, end)
    painter.setPen(QPen(theme.colour("ground"), 1.2))
    painter.setBrush(theme.colour("text"))
    painter.drawEllipse(end, 2.8, 2.8)


def _paint_words(
    painter: QPainter, theme: Roles, one: labels.Placed, text: str, metrics: QFontMetricsF, marked: bool
) -> None:
    box = QRectF(one.left - 4, 0, metrics.horizontalAdvance(text) + 8, metrics.height() + 2)
    box.moveCenter(QPointF(box.center().x(), one.middle))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("ground", 0.9))
    painter.drawRoundedRect(box, 4, 4)
    painter.setPen(theme.colour("accent" if marked else "text"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
