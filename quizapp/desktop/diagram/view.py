"""The diagram in a window: art, states of regions, labels and markers; clicks come out as signals."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QLinearGradient,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from quizapp.anatomy import hit, labels
from quizapp.anatomy.diagram import Diagram, Region
from quizapp.anatomy.outline import Box, Point
from quizapp.desktop.diagram.camera import Camera
from quizapp.desktop.diagram.look import Dash, State, look_of
from quizapp.desktop.diagram.plate import Art, Order, Sheet, Workshop
from quizapp.desktop.theme.roles import Roles

REACH = 10.0  # px
GHOST = 0.08  # what remains of a layer that was peeled away
_LABEL_ROOM = 62.0  # mm
_TOP_FADE = 9.0  # mm over which the leg fades out at the upper edge
_DRAG = 6.0  # px a press may move and still be a click
_MARGIN = 0.5
_SHARPEN_MS = 90
_FEW = 12  # labels that are asked for one by one, and are shown even on what is covered
# Sheets and washes that do not hide what lies beneath.
SEE_THROUGH = frozenset(
    ("flexor_retinaculum", "inferior_extensor_retinaculum", "tarsal_tunnel", "skin_saphenous", "skin_medial_calcaneal")
)
_DASHES: dict[Dash, Qt.PenStyle] = {
    "solid": Qt.PenStyle.SolidLine,
    "dashed": Qt.PenStyle.DashLine,
    "dotted": Qt.PenStyle.DotLine,
}


class DiagramView(QWidget):
    """Shows one diagram and says what is pointed at; it decides nothing about right and wrong."""

    region_hovered = Signal(str)
    region_clicked = Signal(str, QPointF)
    camera_changed = Signal()
    art_drawn = Signal()

    def __init__(self, diagram: Diagram, theme: Roles, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._diagram = diagram
        self._theme = theme
        self._camera = Camera.fitting(diagram.box, 100, 100)
        self._peel = 2.0
        self._apart = ""
        self._states: dict[str, State] = {}
        self._hovered = ""
        self._markers: dict[str, str] = {}
        self._names: Mapping[str, str] = {}
        self._labelled: Sequence[str] = ()
        self._has_margin = False
        self._pin: Point | None = None
        self._last_spot: QPointF | None = None
        self._last_hit = ""
        self._pressed: QPointF | None = None
        self._dragged = False
        self._art: Art | None = None
        self._ordered: Order | None = None
        self._flat: QPixmap | None = None
        self._whole: Art | None = None
        self._paths: dict[str, QPainterPath] = {}
        self._bare: dict[int, dict[str, Point]] = {}
        self.tells_names = True
        self.walk: Callable[[int, bool], bool] = lambda by, wraps: False
        self.allowed: Callable[[Region], bool] = lambda region: True
        self._workshop = Workshop(diagram.path, self)
        self._workshop.drawn.connect(self._on_drawn)
        self._sharpen = QTimer(self, singleShot=True)
        self._sharpen.timeout.connect(self._order_art)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.grabGesture(Qt.GestureType.PinchGesture)

    # -- What is shown

    @property
    def diagram(self) -> Diagram:
        """Return the diagram on show."""
        return self._diagram

    @property
    def camera(self) -> Camera:
        """Return what part of the diagram is seen."""
        return self._camera

    @property
    def peel(self) -> float:
        """Return the uppermost layer that is fully seen, 1 skin to 9 bone."""
        return self._peel

    @property
    def mirrored(self) -> bool:
        """Tell whether a left foot is shown."""
        return self._camera.mirrored

    @property
    def is_sharp(self) -> bool:
        """Tell whether the art on show was drawn for what the window shows now."""
        return self._art is not None and self._art.order == self._wanted_art()

    def set_theme(self, theme: Roles) -> None:
        """Show the diagram in another theme."""
        self._theme = theme
        self._whole = None
        self._order_art()
        self.update()

    def set_peel(self, layer: float) -> None:
        """Fade every layer above one; what is faded is not hit."""
        self._peel = layer
        self._order_art()
        self._flatten()

    def set_apart(self, structure: str) -> None:
        """Show one structure alone over a faint rest, or all again for an empty id."""
        if structure != self._apart:
            self._apart = structure
            self._order_art()
            self._flatten()

    def set_states(self, states: Mapping[str, State]) -> None:
        """Show the state of some regions; all others rest."""
        self._states = dict(states)
        self.update()

    def set_labels(self, structures: Sequence[str], names: Mapping[str, str]) -> None:
        """Label some structures with their names, or none."""
        margin = len(structures) > _FEW
        self._labelled, self._names = structures, names
        if margin != self._has_margin:
            self._has_margin = margin
            self.fit()
        self.update()

    def set_markers(self, markers: Mapping[str, str]) -> None:
        """Put a numbered marker on some structures."""
        self._markers = dict(markers)
        self.update()

    def set_pin(self, point: Point | None) -> None:
        """Mark a point in mm: where a learner clicked."""
        self._pin = point
        self.update()

    def set_mirrored(self, mirrored: bool) -> None:
        """Show a left foot, or a right one again."""
        camera = self._camera
        self._move_to(Camera.fitting(self._frame(mirrored), camera.width, camera.height, mirrored))

    def fit(self) -> None:
        """Show the whole drawing."""
        self._move_to(Camera.fitting(self._frame(self.mirrored), self.width(), self.height(), self.mirrored))

    def zoom(self, factor: float) -> None:
        """Zoom about the middle of the window."""
        self._move_to(self._camera.zoomed(factor, self.width() / 2, self.height() / 2))

    def pan(self, dx: float, dy: float) -> None:
        """Move the drawing by some pixels."""
        self._move_to(self._camera.moved(dx, dy))

    def reveal(self, structures: Iterable[str]) -> None:
        """Move so that some structures are in view."""
        boxes = [self._diagram.by_id[one].box for one in structures if one in self._diagram.by_id]
        if boxes:
            lefts, tops, rights, bottoms = zip(*boxes, strict=True)
            self._move_to(self._camera.over((min(lefts), min(tops), max(rights), max(bottoms))))

    def states(self) -> dict[str, State]:
        """Return the states on show."""
        return dict(self._states)

    def labelled(self) -> list[str]:
        """Return the structures that have a label now."""
        anchors = self._label_anchors()
        return [one for one in self._labelled if one in anchors]

    def forget_spot(self) -> None:
        """Begin anew with cycling through what lies beneath."""
        self._last_spot, self._last_hit = None, ""

    def visible_regions(self) -> list[Region]:
        """Return the regions that may be hit, deepest first."""
        seen = [region for region in self._diagram.regions if region.depth > self._peel - 0.5]
        return [region for region in seen if self.allowed(region)]

    def stack_at(self, spot: QPointF) -> list[Region]:
        """Return what lies under a pixel, uppermost first."""
        return hit.regions_at(self.visible_regions(), *self._camera.to_mm(spot.x(), spot.y()), self._reach())

    def spot_of(self, structure: str) -> QPointF:
        """Return the pixel where a structure's anchor is seen."""
        return QPointF(*self._camera.to_pixels(self._anchor(structure)))

    def close_art(self) -> None:
        """Stop drawing; called once, when the window closes."""
        self._workshop.close()

    # -- Qt events

    def sizeHint(self) -> QSize:
        """Ask for as much room as there is."""
        return QSize(800, 600)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the drawing fitted, or where it was."""
        self._move_to(self._camera.resized(max(self.width(), 1), max(self.height(), 1)))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom about the mouse."""
        at = event.position()
        self._move_to(self._camera.zoomed(1.0015 ** event.angleDelta().y(), at.x(), at.y()))

    def event(self, event: QEvent) -> bool:
        """Zoom by a pinch on a trackpad or a touch screen."""
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            at = event.position()
            self._move_to(self._camera.zoomed(1 + event.value(), at.x(), at.y()))
            return True
        if event.type() == QEvent.Type.Gesture:
            pinch = event.gesture(Qt.GestureType.PinchGesture)  # type: ignore[attr-defined]
            if pinch is not None:
                at = self.mapFromGlobal(pinch.centerPoint())
                self._move_to(self._camera.zoomed(pinch.scaleFactor(), at.x(), at.y()))
                return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a click or a drag begins."""
        self._pressed, self._dragged = event.position(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the drawing, or name what is hovered."""
        at = event.position()
        if self._pressed is not None and event.buttons() & Qt.MouseButton.LeftButton:
            moved = at - self._pressed
            if self._dragged or moved.manhattanLength() > _DRAG:
                self._dragged = True
                self._pressed = at
                self.pan(moved.x(), moved.y())
            return
        self.hover(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Say what was clicked; a click at the same spot reaches one structure deeper."""
        if self._pressed is None or self._dragged or event.button() != Qt.MouseButton.LeftButton:
            self._pressed = None
            return
        self._pressed = None
        self.click(event.position())

    def leaveEvent(self, event: QEvent) -> None:
        """Hover nothing."""
        self._set_hovered("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk the structures with the arrows, zoom with + and -, fit with 0."""
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
        if event.key() in steps:
            self.walk(steps[Qt.Key(event.key())], True)
        elif event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom(1.25)
        elif event.key() == Qt.Key.Key_Minus:
            self.zoom(0.8)
        elif event.key() == Qt.Key.Key_0:
            self.fit()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Walk the structures by Tab too, and leave after the last."""
        return self.walk(1 if forward else -1, False) or super().focusNextPrevChild(forward)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the art that is there, then states, labels and markers over it."""
        if self._ordered is None or not (self.is_sharp or self._sharpen.isActive()):
            # After the first paint, so that the window is there before its picture is.
            self._sharpen.start(0)
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("ground"))
        self._paint_art(painter)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_states(painter)
        if self._labelled:
            self._paint_labels(painter)
        self._paint_markers(painter)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), 6, 6)
        painter.end()

    # -- Slots

    def click(self, spot: QPointF) -> None:
        """Say what lies at a pixel; repeated there, what lies beneath it."""
        stack = self.stack_at(spot)
        again = self._last_spot is not None and (spot - self._last_spot).manhattanLength() <= _DRAG
        ids = [region.id for region in stack]
        if not ids:
            self._last_hit = ""
        elif again and self._last_hit in ids:
            self._last_hit = ids[(ids.index(self._last_hit) + 1) % len(ids)]
        else:
            self._last_hit = ids[0]
        self._last_spot = spot
        self.region_clicked.emit(self._last_hit, QPointF(*self._camera.to_mm(spot.x(), spot.y())))

    def _on_drawn(self, art: Art) -> None:
        if _covers(art.order.part, self._diagram.box) and not art.order.apart:
            self._whole = art
        self._art = art
        self._flatten()
        self.art_drawn.emit()

    # -- Helpers

    def _frame(self, mirrored: bool) -> Box:
        """Return the drawing's box, widened on the heel's side where labels need the room."""
        left, top, right, bottom = self._diagram.box
        return (left, top, right + (_LABEL_ROOM if self._has_margin else 0.0), bottom)

    def _reach(self) -> float:
        return REACH / self._camera.scale

    def hover(self, at: QPointF) -> None:
        """Show what lies under a pixel, by its outline and, where names may be told, by its name."""
        stack = self.stack_at(at)
        self._set_hovered(stack[0].id if stack else "")
        if self.tells_names and self._hovered:
            QToolTip.showText(self.mapToGlobal(at.toPoint()), self._names.get(self._hovered, ""), self)
        else:
            QToolTip.hideText()

    def _set_hovered(self, structure: str) -> None:
        if structure == self._hovered:
            return
        for one in (self._hovered, structure):
            if one:
                self.update(self._seen_box(one))
        self._hovered = structure
        self.region_hovered.emit(structure)

    def _seen_box(self, structure: str) -> QRect:
        left, top, right, bottom = self._diagram.by_id[structure].box
        corners = QRectF(
            QPointF(*self._camera.to_pixels((left, top))), QPointF(*self._camera.to_pixels((right, bottom)))
        )
        return corners.normalized().adjusted(-4, -4, 4, 4).toAlignedRect()

    def _move_to(self, camera: Camera) -> None:
        if camera != self._camera:
            self._camera = camera
            self.forget_spot()
            self._sharpen.start(_SHARPEN_MS)
            self.camera_changed.emit()
            self.update()

    def _order_art(self) -> None:
        if self.width() < 2 or not self.isVisible():
            return
        order = self._wanted_art()
        if order != self._ordered:
            self._ordered = order
            self._workshop.order(order)

    def _wanted_art(self) -> Order:
        scale = self._camera.scale * self.devicePixelRatioF()
        return Order(self._camera.shown(_MARGIN), scale, self._theme.name, self._apart, 1 if self._peel < 2 else 2)

    def _opacity(self, layer: int) -> float:
        return min(1.0, max(GHOST, layer - self._peel + 1.0)) if layer > 1 else min(1.0, max(0.0, 2.0 - self._peel))

    def _flatten(self) -> None:
        """Lay the layers over each other once, so that hovering repaints one picture only."""
        if self._art is None:
            self.update()
            return
        left, top, right, bottom = self._art.order.part
        scale = self._art.order.scale
        flat = QPixmap(round((right - left) * scale), round((bottom - top) * scale))
        flat.fill(self._theme.colour("ground"))
        painter = QPainter(flat)
        apart = self._art.apart if self._apart else None
        for sheet in self._art.sheets:
            opacity = self._opacity(sheet.layer)
            painter.setOpacity(opacity * GHOST * 1.8 if apart else opacity)
            if opacity > 0:
                self._lay(painter, sheet, left, top, scale)
        if apart:
            painter.setOpacity(1.0)
            self._lay(painter, apart, left, top, scale)
        painter.end()
        self._flat = flat
        self.update()

    @staticmethod
    def _lay(painter: QPainter, sheet: Sheet, left: float, top: float, scale: float) -> None:
        at = QPointF(round((sheet.at.x() - left) * scale), round((sheet.at.y() - top) * scale))
        painter.drawImage(at, sheet.picture)

    def _paint_art(self, painter: QPainter) -> None:
        if self._art is None or self._flat is None:
            return
        if self._whole is not None and self._whole is not self._art:
            self._paint_rest(painter)
        self._paint_sharp(painter)
        self._paint_fade(painter)

    def _paint_sharp(self, painter: QPainter) -> None:
        assert self._art is not None and self._flat is not None
        left, top, right, bottom = self._art.order.part
        painter.save()
        painter.setTransform(self._to_pixels())
        sharp = abs(self._art.order.scale - self._camera.scale * self.devicePixelRatioF()) < 1e-6
        painter.setRenderHint(
            QPainter.RenderHint.SmoothPixmapTransform, not sharp and self._sharpen.isActive() is False
        )
        painter.drawPixmap(QRectF(left, top, right - left, bottom - top), self._flat, QRectF(self._flat.rect()))
        painter.restore()

    def _paint_fade(self, painter: QPainter) -> None:
        """Let the leg fade out where the drawing ends, for it does not end there."""
        left, top, right, _ = self._diagram.box
        start = QPointF(*self._camera.to_pixels((left, top)))
        end = QPointF(*self._camera.to_pixels((right, top + _TOP_FADE)))
        fade = QLinearGradient(start, QPointF(start.x(), end.y()))
        fade.setColorAt(0, self._theme.colour("ground"))
        fade.setColorAt(1, self._theme.colour("ground", 0.0))
        painter.fillRect(QRectF(start, end).normalized().adjusted(-2, -2, 2, 0), fade)

    def _paint_rest(self, painter: QPainter) -> None:
        """Paint the whole drawing, coarse, where a move has uncovered what is not sharp yet."""
        assert self._whole is not None and self._art is not None
        left, top, right, bottom = self._art.order.part
        shown = self._camera.shown()
        if left <= shown[0] + 0.1 and top <= shown[1] + 0.1 and right >= shown[2] - 0.1 and bottom >= shown[3] - 0.1:
            return
        painter.save()
        painter.setTransform(self._to_pixels())
        for sheet in self._whole.sheets:
            opacity = self._opacity(sheet.layer)
            if opacity > 0:
                painter.setOpacity(opacity)
                scale = self._whole.order.scale
                size = sheet.picture.size()
                target = QRectF(sheet.at.x(), sheet.at.y(), size.width() / scale, size.height() / scale)
                painter.drawImage(target, sheet.picture)
        painter.restore()

    def _to_pixels(self) -> QTransform:
        camera = self._camera
        across = -camera.scale if camera.mirrored else camera.scale
        return QTransform(
            across,
            0,
            0,
            camera.scale,
            camera.width / 2 - camera.centre[0] * across,
            camera.height / 2 - camera.centre[1] * camera.scale,
        )

    def _path(self, structure: str) -> QPainterPath:
        """Return the outline that is also what is hit."""
        if structure not in self._paths:
            path = QPainterPath()
            path.setFillRule(Qt.FillRule.WindingFill)
            for ring in self._diagram.by_id[structure].rings:
                path.moveTo(*ring[0])
                for point in ring[1:]:
                    path.lineTo(*point)
                path.closeSubpath()
            self._paths[structure] = path
        return self._paths[structure]

    def _paint_states(self, painter: QPainter) -> None:
        shown: dict[str, State] = {}
        if self._hovered:
            shown[self._hovered] = "hovered"
        shown |= self._states
        to_pixels = self._to_pixels()
        painter.setClipRect(to_pixels.mapRect(_rect(self._diagram.box)))
        for structure, state in shown.items():
            if structure not in self._diagram.by_id:
                continue
            look = look_of(state)
            path = to_pixels.map(self._path(structure))
            # A light line under the coloured one keeps the outline visible on any tissue.
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.colour("ground", 0.85), look.width + 2.5))
            painter.drawPath(path)
            painter.setBrush(self._theme.colour(look.role, look.fill))
            painter.setPen(QPen(self._theme.colour(look.role), look.width, _DASHES[look.dash]))
            painter.drawPath(path)
        painter.setClipping(False)

    def _paint_labels(self, painter: QPainter) -> None:
        font = QFont(self.font())
        font.setPixelSize(13)
        metrics = QFontMetricsF(font)
        anchors = self._label_anchors()
        wanted = [
            labels.Wanted(one, self._camera.to_pixels(anchors[one]), metrics.horizontalAdvance(self._names[one]))
            for one in self._labelled
            if one in anchors
        ]
        inside = [one for one in wanted if self.rect().contains(int(one.anchor[0]), int(one.anchor[1]))]
        area = (0.0, 8.0, float(self.width()), float(self.height() - 8))
        painter.setFont(font)
        for one in labels.place(inside, area, metrics.height() + 5):
            self._paint_label(painter, one, metrics)

    def _label_anchors(self) -> dict[str, Point]:
        """Return where each labelled structure can be seen: bare where there is such a place."""
        if len(self._labelled) <= _FEW:
            return {one: self._anchor(one) for one in self._labelled if one in self._diagram.by_id}
        layer = round(self._peel)
        if layer not in self._bare:
            see_through = [region for region in self.visible_regions() if region.id not in SEE_THROUGH]
            left, top, right, bottom = self._diagram.box
            window = (left, top + _TOP_FADE + 2, right, bottom)
            self._bare[layer] = hit.bare_points(see_through, window)
            self._bare[layer] |= {
                one: self._anchor(one) for one in SEE_THROUGH if one in {region.id for region in self.visible_regions()}
            }
        return self._bare[layer]

    def _anchor(self, structure: str) -> Point:
        x, y = self._diagram.by_id[structure].anchor
        left, top, right, bottom = self._diagram.box
        return min(max(x, left + 2), right - 2), min(max(y, top + _TOP_FADE + 2), bottom - 2)

    def _paint_label(self, painter: QPainter, one: labels.Placed, metrics: QFontMetricsF) -> None:
        start, end = QPointF(*one.leader[0]), QPointF(*one.leader[1])
        painter.setPen(QPen(self._theme.colour("ground", 0.8), 3))
        painter.drawLine(start, end)
        painter.setPen(QPen(self._theme.colour("quiet"), 1))
        painter.drawLine(start, end)
        painter.setBrush(self._theme.colour("quiet"))
        painter.drawEllipse(end, 2, 2)
        words = self._names[one.id]
        box = QRectF(
            one.left - 4,
            one.middle - metrics.height() / 2 - 1,
            metrics.horizontalAdvance(words) + 8,
            metrics.height() + 2,
        )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("ground", 0.86))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(self._theme.colour("text"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)

    def _paint_markers(self, painter: QPainter) -> None:
        font = QFont(self.font())
        font.setPixelSize(14)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        for structure, words in self._markers.items():
            middle = self.spot_of(structure)
            painter.setPen(QPen(self._theme.colour("ground"), 2))
            painter.setBrush(self._theme.colour("accent"))
            painter.drawEllipse(middle, 13, 13)
            painter.setPen(QColor(self._theme.on_accent))
            painter.drawText(QRectF(middle.x() - 13, middle.y() - 13, 26, 26), Qt.AlignmentFlag.AlignCenter, words)
        if self._pin is not None:
            at = QPointF(*self._camera.to_pixels(self._pin))
            for colour, width in ((self._theme.colour("ground"), 5.0), (self._theme.colour("text"), 2.0)):
                painter.setPen(QPen(colour, width))
                painter.drawLine(at + QPointF(-7, 0), at + QPointF(7, 0))
                painter.drawLine(at + QPointF(0, -7), at + QPointF(0, 7))


def _covers(part: Box, box: Box) -> bool:
    return part[0] <= box[0] and part[1] <= box[1] and part[2] >= box[2] and part[3] >= box[3]


def _rect(box: Box) -> QRectF:
    left, top, right, bottom = box
    return QRectF(left, top, right - left, bottom - top)
