"""The art of a diagram, drawn away from the window's thread into one picture a layer."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Q_ARG, QByteArray, QMetaObject, QObject, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from quizapp.anatomy.diagram import DEEPEST, PHOTO_MM
from quizapp.anatomy.outline import Box
from quizapp.anatomy.themed import themed
from quizapp.desktop.background import Background

_GROUP = re.compile(r'<g class="(layer|leaf|context|context cover)" id="([^"]+)"')
REFLECTED = 0.5


@dataclass(frozen=True, slots=True)
class Order:
    """What to draw: a part of a drawing (mm) at a scale (pixels a mm), in a theme, one leaf apart if wished.

    ``top`` is the uppermost layer that is wanted: 1 with the skin, 2 without. What is ``hidden`` is left out.
    """

    svg: Path
    part: Box
    scale: float
    theme: str
    apart: str = ""
    top: int = 1
    hidden: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Sheet:
    """One layer drawn: its picture, and where its upper left corner lies in the drawing (mm).

    What a layer leaves when it is peeled away, such as a reflected retinaculum, is half a layer deeper than it.
    """

    layer: float
    picture: QImage
    at: QPointF


@dataclass(frozen=True, slots=True)
class Art:
    """All layers of an order, deepest first, and the leaf that was to stand apart."""

    order: Order
    sheets: tuple[Sheet, ...]
    apart: Sheet | None


class Engraver:
    """Draws orders with QtSvg; lives in one thread. It keeps the drawing it drew last."""

    def __init__(self) -> None:
        self._loaded: tuple[Path, str] | None = None
        self._renderer = QSvgRenderer()
        self._photo = QImage()
        self._parts: dict[str, list[str]] = {}
        self._boxes: dict[str, QRectF] = {}

    def draw(self, order: Order, is_stale: Callable[[], bool]) -> Art | None:
        """Return the art of an order, or None when a newer one has come in."""
        self._load(order.svg, order.theme)
        if not self._photo.isNull():
            return Art(order, (self._photo_sheet(order),), None)
        sheets: list[Sheet] = []
        if not any(self._renderer.elementExists(f"layer-{layer}") for layer in range(1, DEEPEST + 1)):
            return Art(order, (self._whole(order),), self._sheet(order.apart, 0, order) if order.apart else None)
        for layer in range(DEEPEST, order.top - 1, -1):
            if is_stale():
                return None
            made = (
                self._sheet(f"reflected-{layer}", layer + REFLECTED, order),
                self._sheet(f"layer-{layer}", layer, order),
            )
            sheets += [sheet for sheet in made if sheet is not None]
        return Art(order, tuple(sheets), self._sheet(order.apart, 0, order) if order.apart else None)

    def _load(self, svg: Path, theme: str) -> None:
        if (svg, theme) == self._loaded:
            return
        self._photo = QImage()
        if svg.suffix.lower() != ".svg":
            self._photo.load(str(svg))
            self._loaded = (svg, theme)
            return
        text = themed(svg, theme)
        self._let("load", Q_ARG(QByteArray, QByteArray(text.encode())))
        self._loaded = (svg, theme)
        self._parts = parts_of_layers(text)
        self._boxes = {}

    def _let(self, do: str, *what: object) -> None:
        """Let Qt load or render. By its name, for a plain call holds Python's lock and the window would stand still."""
        QMetaObject.invokeMethod(self._renderer, do, Qt.ConnectionType.DirectConnection, *what)  # type: ignore[call-overload]

    def _whole(self, order: Order) -> Sheet:
        """Draw a drawing without layers as one sheet."""
        box = self._renderer.viewBoxF()
        picture, painter = _blank(order)
        self._let("render", Q_ARG(QPainter, painter), Q_ARG(QRectF, box))
        painter.end()
        return Sheet(DEEPEST, picture, QPointF(order.part[0], order.part[1]))

    def _photo_sheet(self, order: Order) -> Sheet:
        picture, painter = _blank(order)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        scale = PHOTO_MM / max(self._photo.width(), self._photo.height())
        painter.drawImage(QRectF(0, 0, self._photo.width() * scale, self._photo.height() * scale), self._photo)
        painter.end()
        return Sheet(DEEPEST, picture, QPointF(order.part[0], order.part[1]))

    def _box(self, element: str) -> QRectF:
        """Return the box around an element (mm); measured once, for that takes as long as drawing it."""
        if element not in self._boxes:
            bounds = self._renderer.boundsOnElement(element)
            self._boxes[element] = self._renderer.transformForElement(element).mapRect(bounds)
        return self._boxes[element]

    def _sheet(self, element: str, layer: float, order: Order) -> Sheet | None:
        """Draw one element, cropped to what of it is in the part that was ordered."""
        if not self._renderer.elementExists(element):
            return None
        drawn = [one for one in self._parts.get(element, [element]) if one not in order.hidden]
        parts = [(one, self._box(one)) for one in drawn]
        whole = QRectF()
        for _, box in parts:
            whole = whole.united(box)
        left, top, right, bottom = order.part
        seen = whole.intersected(QRectF(left, top, right - left, bottom - top))
        if seen.isEmpty():
            return None
        x, y = int((seen.left() - left) * order.scale), int((seen.top() - top) * order.scale)
        width = int((seen.right() - left) * order.scale) + 1 - x
        height = int((seen.bottom() - top) * order.scale) + 1 - y
        picture = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-x, -y)
        painter.scale(order.scale, order.scale)
        painter.translate(-left, -top)
        for one, box in parts:
            if box.intersects(seen):
                self._let("render", Q_ARG(QPainter, painter), Q_ARG(str, one), Q_ARG(QRectF, box))
        painter.end()
        return Sheet(layer, picture, QPointF(left + x / order.scale, top + y / order.scale))


def parts_of_layers(svg: str) -> dict[str, list[str]]:
    """Return what each layer of a drawing is made of, deepest first, by the ids of its groups."""
    found: dict[str, list[str]] = {}
    layer = ""
    for kind, name in _GROUP.findall(svg):
        if kind == "layer":
            layer = name
            found[layer] = []
        elif layer:
            found[layer].append(name)
    return found


def _blank(order: Order) -> tuple[QImage, QPainter]:
    """Return an empty picture of what was ordered, and a painter that draws on it in mm."""
    left, top, right, bottom = order.part
    size = QSize(max(1, round((right - left) * order.scale)), max(1, round((bottom - top) * order.scale)))
    picture = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(order.scale, order.scale)
    painter.translate(-left, -top)
    return picture, painter


class Workshop(QObject):
    """Takes orders for art and delivers the latest; older ones are dropped."""

    drawn = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engraver = Engraver()
        self._background = Background(self)
        self._latest: Order | None = None
        self._busy = False

    def order(self, order: Order) -> None:
        """Ask for art; whatever is being drawn for an older order is given up."""
        self._latest = order
        if not self._busy:
            self._begin(order)

    def close(self) -> None:
        """Stop the thread and wait for it."""
        self._latest = None
        self._background.close()

    def _begin(self, order: Order) -> None:
        self._busy = True
        self._background.do(lambda: self._engraver.draw(order, lambda: self._latest is not order), self._on_drawn)

    def _on_drawn(self, art: Art | None) -> None:
        self._busy = False
        if art is not None and art.order is self._latest:
            self.drawn.emit(art)
        elif self._latest is not None:
            self._begin(self._latest)
