"""A diagram in a window: art, states of regions, labels and markers; clicks come out as signals."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QEasingCurve, QEvent, QPointF, QSize, Qt, QTimer, QVariantAnimation, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTouchEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from quizapp.anatomy import hit, labels, neutral
from quizapp.anatomy.diagram import Diagram, Region
from quizapp.anatomy.outline import Box, Point
from quizapp.base.words import words
from quizapp.desktop.diagram import touch
from quizapp.desktop.diagram.announce import announce
from quizapp.desktop.diagram.camera import Camera, around, with_margin
from quizapp.desktop.diagram.canvas import Canvas
from quizapp.desktop.diagram.cuts import Cut, Cuts
from quizapp.desktop.diagram.look import Sample, State
from quizapp.desktop.diagram.overlay import LETTERING, Overlay
from quizapp.desktop.diagram.plate import Art, Order, Workshop
from quizapp.desktop.diagram.tools.tool import Tool
from quizapp.desktop.theme.roles import Roles

REACH = 10.0  # px
_DRAG = 6.0  # px a press may move and still be a click
_MARGIN = 0.5
_SHARPEN_MS = 90
_RING_MS = 420
_MOST_LABELS = 26  # at the scale that shows the whole foot; more when zoomed


class DiagramView(QWidget):
    """Shows one diagram at a time and says what is pointed at; it decides nothing about right and wrong."""

    region_clicked = Signal(str, QPointF)
    camera_changed = Signal()
    cut_chosen = Signal(str)
    art_drawn = Signal()

    def __init__(self, diagram: Diagram, theme: Roles, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._diagram = diagram
        self._theme = theme
        self._camera = Camera.fitting(diagram.box, 100, 100)
        self._peel = 2.0
        self._apart = ""
        self._states: dict[str, State] = {}
        self._hovered = self._last_hit = self._ringed = ""
        self._markers: dict[str, str] = {}
        self._names: Mapping[str, str] = {}
        self._labelled: Sequence[str] = ()
        self._has_margin = self._has_pointer = self._over_tag = self._by_keyboard = False
        self._covers: Sequence[str] = ()
        self._hidden: frozenset[str] = frozenset()
        self._pin: Point | None = None
        self._last_spot: QPointF | None = None
        self._pressed: QPointF | None = None
        self._dragged = False
        self._ordered: Order | None = None
        self._ring = QVariantAnimation(self, startValue=1.0, endValue=0.0, duration=_RING_MS)
        self._ring.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._ring.valueChanged.connect(self.update)
        self._canvas = Canvas(diagram)
        self._overlay = Overlay(diagram, self.font())
        self._cuts = Cuts(self.font())
        self._pointer: QPointF | None = None
        self._tool: Tool | None = None
        self._resting: dict[str, tuple[Camera, Canvas, Overlay]] = {}
        self.tells_names = True
        self.caption = ""
        self.walk: Callable[[int, bool], bool] = lambda by, wraps: False
        self._workshop = Workshop(self)
        self._workshop.drawn.connect(self._on_drawn)
        self._sharpen = QTimer(self, singleShot=True)
        self._sharpen.timeout.connect(self._order_art)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)

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
        art = self._canvas.art
        return art is not None and bool(art.sheets) and art.order == self._wanted_art()

    def set_diagram(self, diagram: Diagram) -> None:
        """Show another diagram, as it was left if it was on show before."""
        if diagram is self._diagram:
            return
        mirrored = self.mirrored
        self._canvas.rest()
        if diagram.view.id != self._diagram.view.id:
            self._resting[self._diagram.view.id] = (self._camera, self._canvas, self._overlay)
        self._diagram = diagram
        camera = Camera.fitting(diagram.box, self.width(), self.height())
        fresh = (camera, Canvas(diagram), Overlay(diagram, self.font()))
        self._camera, self._canvas, self._overlay = self._resting.pop(diagram.view.id, fresh)
        self._camera = self._camera.resized(max(self.width(), 1), max(self.height(), 1))
        self._states, self._markers, self._labelled, self._apart, self._pin, self._covers = {}, {}, (), "", None, ()
        self._cuts.levels = ()
        self.set_tool(None)
        self._hovered, self._has_margin, self._ordered = "", False, None
        self.forget_spot()
        self.set_mirrored(mirrored)
        self._order_art()
        self.update()

    def set_art(self, diagram: Diagram) -> None:
        """Show the same regions over other art; what is marked on them stays."""
        self._diagram, self._canvas, self._ordered = diagram, Canvas(diagram), None
        self._order_art()

    def set_theme(self, theme: Roles) -> None:
        """Show the diagram in another theme."""
        self._theme = theme
        self._resting.clear()
        self._canvas.forget_whole()
        self._order_art()
        self.update()

    def set_peel(self, layer: float) -> None:
        """Fade every layer above one; what is faded is not hit."""
        self._peel = layer
        self._flatten()

    def set_apart(self, structure: str) -> None:
        """Show one structure alone over a faint rest, or all again for an empty id."""
        if structure != self._apart:
            self._apart = structure
            self._order_art()
            self._flatten()

    def set_hidden(self, structures: Sequence[str]) -> None:
        """Take some structures away: they are neither drawn nor hit."""
        hidden = frozenset(structures)
        if hidden != self._hidden:
            self._hidden = hidden
            self._canvas.forget_whole()
            self._order_art()
            self.update()

    def set_states(self, states: Mapping[str, State]) -> None:
        """Show the state of some regions; all others rest."""
        self._states = dict(states)
        self.update()

    def set_labels(self, structures: Sequence[str], names: Mapping[str, str]) -> None:
        """Label some structures with their names, or none."""
        margin = len(structures) > labels.FEW
        self._labelled, self._names = structures, names
        if margin != self._has_margin:
            self._has_margin = margin
            self.fit()
        self.update()

    def set_lettering(self, pixels: int) -> None:
        """Write labels as large as this, or as usual for 0."""
        self._overlay.lettering = pixels or LETTERING
        self.update()

    def set_pointer(self, on: bool) -> None:
        """Let a dot follow the mouse, for a room to look at."""
        self._has_pointer, self._pointer = on, None
        self.update()

    def look_at(self, zoom: float, at: Point | None) -> None:
        """Show the drawing so many times larger than whole, about a point in mm."""
        self._move_to(self._whole(self.mirrored).looking(zoom, at))

    def set_markers(self, markers: Mapping[str, str]) -> None:
        """Put a numbered marker on some structures."""
        self._markers = dict(markers)
        self.update()

    def set_covers(self, structures: Sequence[str]) -> None:
        """Cover some structures, so that their shape and place alone are seen."""
        self._covers = tuple(structures)
        self.update()

    def set_legend(self, samples: Sequence[Sample]) -> None:
        """Say in a corner what outlines mean, or nothing."""
        self._overlay.legend = tuple(samples)
        self.update()

    def set_pin(self, point: Point | None) -> None:
        """Mark a point in mm: where a learner clicked."""
        self._pin = point
        self.update()

    def set_cuts(self, levels: Sequence[Cut]) -> None:
        """Show along which lines sections of this view can be seen."""
        self._cuts.levels = tuple(levels)
        self.update()

    @property
    def tool(self) -> Tool | None:
        """Return what takes presses, drags and keys, or paints over the diagram."""
        return self._tool

    def set_tool(self, tool: Tool | None) -> None:
        """Let presses, drags and keys do what a tool does, or be clicks again."""
        if self._tool is not None:
            self._tool.changed.disconnect(self.update)
            self._tool.cursor_moved.disconnect(self._on_cursor)
        self._tool = tool
        if tool is not None:
            tool.changed.connect(self.update)
            tool.cursor_moved.connect(self._on_cursor)
        self.setCursor(Qt.CursorShape.CrossCursor if tool is not None and tool.takes else Qt.CursorShape.ArrowCursor)
        self.update()

    def set_mirrored(self, mirrored: bool) -> None:
        """Show a left foot, or a right one again."""
        side = words("atlas.left_foot" if mirrored else "atlas.right_foot")
        title = self._diagram.view.title
        self.caption = words("atlas.caption", side=side, view=title) if title else ""
        if mirrored == self.mirrored:
            return
        self._move_to(self._whole(mirrored))

    def fit(self) -> None:
        """Show the whole drawing."""
        self._move_to(self._whole(self.mirrored))

    def zoom(self, factor: float) -> None:
        """Zoom about the middle of the window."""
        self._move_to(self._camera.zoomed(factor, self.width() / 2, self.height() / 2))

    def pan(self, dx: float, dy: float) -> None:
        """Move the drawing by some pixels."""
        self._move_to(self._camera.moved(dx, dy))

    def frame(self, structures: Iterable[str], most: float, also: Box | None = None) -> None:
        """Show some structures large, and a box (mm) with them, at most so many times the scale of the whole foot."""
        box = self._box_around(structures)
        if box is not None:
            self._move_to(self._camera.framing(around([box, also or box]), most))

    def reveal(self, structures: Iterable[str]) -> None:
        """Move so that some structures are in view."""
        box = self._box_around(structures)
        if box is not None:
            self._move_to(self._camera.over(box))

    def ring(self, structure: str) -> None:
        """Draw the eye to a structure by a ring that shrinks onto it."""
        self._ringed = structure
        self._ring.start()

    def states(self) -> dict[str, State]:
        """Return the states on show."""
        return dict(self._states)

    def covered(self) -> list[str]:
        """Return the structures that are covered now."""
        return [one.id for one in self.visible_regions() if one.id in self._covers]

    def labelled(self) -> list[str]:
        """Return the structures that have a label now."""
        return list(self._label_anchors())

    def forget_spot(self) -> None:
        """Begin anew with cycling through what lies beneath."""
        self._last_spot, self._last_hit = None, ""

    def forget_mouse(self) -> None:
        """Hover nothing, until the mouse moves again, and draw the eye to nothing."""
        self._ring.stop()
        self._set_hovered("")
        QToolTip.hideText()

    def visible_regions(self) -> list[Region]:
        """Return the regions that may be hit, deepest first."""
        top = self._peel - 0.5
        return [one for one in self._diagram.regions if one.depth > top and one.id not in self._hidden]

    def stack_at(self, spot: QPointF) -> list[Region]:
        """Return what lies under a pixel, uppermost first; what stands alone comes before its ghosts."""
        at, reach = self._camera.to_mm(spot.x(), spot.y()), REACH / self._camera.scale
        found = hit.regions_at(self.visible_regions(), *at, reach, self._diagram.air)
        return sorted(found, key=lambda region: region.id != self._apart) if self._apart else found

    def marker_at(self, at: Point) -> str:
        """Return the structure whose numbered marker lies at a point in mm, or an empty text."""
        spot = QPointF(*self._camera.to_pixels(at))
        return self._overlay.marker_at(self._camera, self._markers, spot)

    def spot_of(self, structure: str) -> QPointF:
        """Return the pixel where a structure's anchor is seen."""
        return QPointF(*self._camera.to_pixels(self._overlay.anchor(structure)))

    def spot_of_cut(self, view_id: str) -> QPointF:
        """Return the pixel where the line of a section can be taken hold of."""
        return self._cuts.spot_of(self._camera, view_id)

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
        if isinstance(event, QTouchEvent):
            self._on_touch(event)
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus where it came by the keyboard; a mouse shows itself where it is."""
        self._by_keyboard = event.reason() not in (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.OtherFocusReason)
        super().focusInEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a click or a drag begins."""
        self._by_keyboard = False
        self._pressed, self._dragged = event.position(), False
        if self._uses_tool(event.button()):
            self._tool_at(event.position(), "press")
            return
        self._cuts.hold(self._camera, event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the drawing, or name what is hovered."""
        at = event.position()
        if self._uses_tool(Qt.MouseButton.LeftButton):
            if event.buttons() & Qt.MouseButton.LeftButton:
                self._tool_at(at, "drag")
            elif self._pressed is not None and event.buttons():
                self._drag_to(at)
            return
        over_tag = self._cuts.at(self._camera, at) is not None
        if over_tag != self._over_tag:
            self._over_tag = over_tag
            self.setCursor(Qt.CursorShape.SizeVerCursor if over_tag else Qt.CursorShape.ArrowCursor)
        if self._has_pointer:
            self._pointer = at
            self.update()
        if self._pressed is not None and event.buttons() & Qt.MouseButton.LeftButton:
            moved = at - self._pressed
            if self._cuts.drag(self._camera, at):
                self.update()
            elif self._dragged or moved.manhattanLength() > _DRAG:
                self._drag_to(at)
            return
        self.hover(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Say what was clicked; a click at the same spot reaches one structure deeper."""
        if self._uses_tool(event.button()):
            self._pressed = None
            self._tool_at(event.position(), "release")
            return
        pressed, self._pressed = self._pressed, None
        cut = self._cuts.let_go(self._camera, event.position())
        if cut is not None:
            self.cut_chosen.emit(cut.view_id)
        elif pressed is not None and not self._dragged and event.button() == Qt.MouseButton.LeftButton:
            self.click(event.position())

    def leaveEvent(self, event: QEvent) -> None:
        """Hover nothing."""
        self._set_hovered("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk the structures with the arrows, zoom with + and -, fit with 0."""
        self._by_keyboard = True
        if self._tool is not None and self._tool.takes and self._tool.key(event, self._camera):
            return
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
        if event.key() in steps:
            self.walk(steps[Qt.Key(event.key())], True)
        elif event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom(1.25)
        elif event.key() == Qt.Key.Key_Minus:
            self.zoom(0.8)
        elif event.key() == Qt.Key.Key_0:
            self.fit()
        elif event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):  # with Ctrl, for Tab alone walks the structures
            super().focusNextPrevChild(event.key() == Qt.Key.Key_Tab)
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
        self._canvas.paint(painter, self._camera, self._theme, smooth=not (self.is_sharp or self._sharpen.isActive()))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        hovered: dict[str, State] = {self._hovered: "hovered"} if self._hovered else {}
        self._overlay.paint_sides(painter, self._camera, self._theme)
        self._overlay.paint_covers(painter, self._camera, self._theme, self.covered(), self._states)
        self._overlay.paint_states(painter, self._camera, self._theme, hovered | self._states)
        self._canvas.paint_fade(painter, self._camera, self._theme)
        self._overlay.paint_caption(painter, self._camera, self._theme, self.caption)
        if self._labelled:
            self._overlay.paint_labels(
                painter, self._camera, self._theme, self._label_anchors(), self._names, self._states
            )
        else:
            self._overlay.paint_legend(painter, self._camera, self._theme)
        self._cuts.paint(painter, self._camera, self._theme)
        if self._tool is not None:
            self._tool.paint(painter, self._camera, self._theme)
        self._overlay.paint_markers(painter, self._camera, self._theme, self._markers)
        if self._ring.state() == QVariantAnimation.State.Running:
            self._overlay.paint_ring(painter, self._camera, self._theme, self._ringed, self._ring.currentValue())
        if self._pin is not None:
            self._overlay.paint_pin(painter, self._camera, self._theme, self._pin)
        if self._pointer is not None:
            self._overlay.paint_pointer(painter, self._theme, self._pointer)
        if self.hasFocus() and self._by_keyboard and not self._has_pointer:
            self._overlay.paint_focus(painter, self._camera, self._theme)
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
        if art.order.svg == self._diagram.path:
            self._canvas.take(art)
            self._canvas.flatten(self._theme, self._peel, bool(self._apart))
            self.update()
            self.art_drawn.emit()

    # -- Helpers

    def _on_touch(self, event: QTouchEvent) -> None:
        """Do with one finger what the mouse does; a second one zooms, and takes back what the first began."""
        mouse = touch.as_mouse(event)
        if mouse is None:
            if self._pressed is not None and self._tool is not None:
                self._tool.give_up()
            self._pressed = None
            pinch = touch.pinch_of(event)
            if pinch is not None:
                camera = self._camera.moved(pinch.moved.x(), pinch.moved.y())
                self._move_to(camera.zoomed(pinch.factor, pinch.middle.x(), pinch.middle.y()))
        elif event.isBeginEvent():
            self.mousePressEvent(mouse)
        elif self._pressed is not None:
            (self.mouseReleaseEvent if event.isEndEvent() else self.mouseMoveEvent)(mouse)

    def _uses_tool(self, pressed: Qt.MouseButton) -> bool:
        return self._tool is not None and self._tool.takes and pressed == Qt.MouseButton.LeftButton

    def _tool_at(self, spot: QPointF, gesture: str) -> None:
        """Let the tool do what the mouse did at a pixel; a numbered marker there is clicked instead."""
        assert self._tool is not None
        at = self._camera.to_mm(spot.x(), spot.y())
        if gesture == "press" and self.marker_at(at):
            self.region_clicked.emit(self.marker_at(at), QPointF(*at))
            return
        self._tool.scale = self._camera.scale
        self._tool.gesture(gesture, at)

    def _drag_to(self, at: QPointF) -> None:
        moved = at - (self._pressed or at)
        self._dragged, self._pressed = True, at
        self.pan(moved.x(), moved.y())

    def _on_cursor(self) -> None:
        """Say where the cross of a tool is, and keep it in view."""
        assert self._tool is not None and self._tool.cursor is not None
        x, y = self._tool.cursor
        self._move_to(self._camera.over((x - 4, y - 4, x + 4, y + 4)))
        said = neutral.place(self._diagram, self._tool.cursor)
        announce(self, said)
        self.update()

    def _whole(self, mirrored: bool) -> Camera:
        """Return the camera that shows the whole drawing, with room beside it where labels need it."""
        box, width, height = self._diagram.box, self.width(), self.height()
        frame = with_margin(self._diagram, width, height) if self._has_margin else box
        return Camera.fitting(frame, width, height, mirrored)

    def _box_around(self, structures: Iterable[str]) -> Box | None:
        boxes = [self._diagram.by_id[one].box for one in structures if one in self._diagram.by_id]
        return around(boxes) if boxes else None

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
                self.update(self._overlay.seen_box(self._camera, one))
        self._hovered = structure

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
        part = self._camera.shown(_MARGIN)
        with_skin = Order(self._diagram.path, part, scale, self._theme.name, self._apart, 1, self._hidden)
        # Art with the skin serves without it too, so that peeling draws nothing anew.
        return with_skin if self._peel < 2 or self._ordered == with_skin else replace(with_skin, top=2)

    def _flatten(self) -> None:
        self._order_art()
        self._canvas.flatten(self._theme, self._peel, bool(self._apart))
        self.update()

    def _label_anchors(self) -> dict[str, Point]:
        if self._has_pointer:  # a lecturer asked for each of them
            return {one: self._overlay.anchor(one) for one in self._labelled if one in self._diagram.by_id}
        most = round(_MOST_LABELS * self._camera.scale / self._camera.least)
        return self._overlay.anchors(self._labelled, self.visible_regions(), round(self._peel), most)
