"""A view as a picture for a slide: SVG, PNG or PDF, painted by one routine."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QByteArray, QMarginsF, QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator, QSvgRenderer

from quizapp.anatomy.diagram import Diagram
from quizapp.anatomy.themed import themed
from quizapp.base.errors import UserError
from quizapp.base.words import words
from quizapp.desktop.diagram.camera import Camera
from quizapp.desktop.diagram.canvas import transform_of
from quizapp.desktop.diagram.overlay import Overlay
from quizapp.desktop.diagram.plate import parts_of_layers
from quizapp.desktop.theme.roles import Roles, roles

Lettering = Literal["names", "numbers", "bare"]
MOST_PIXELS = 6000
_KEY_SHARE = 0.30  # of the width, for the key of a numbered picture
_LICENCE_ROOM = 34
_LETTERS = 120  # letters as high as this part of the width can be read on a slide


@dataclass(frozen=True, slots=True)
class Wish:
    """What a picture shows: lettering, the uppermost layer (1 to 9), the width (px), the side, what is selected."""

    lettering: Lettering = "names"
    peel: float = 2.0
    width: int = 2400
    mirrored: bool = False
    for_print: bool = False
    chosen: str = ""
    hidden: tuple[str, ...] = ()


def draw(diagram: Diagram, names: Mapping[str, str], wish: Wish, theme: Roles) -> QImage:
    """Return a view as an image."""
    size = _size(diagram, wish)
    image = QImage(size, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    _paint(painter, size, diagram, names, wish, theme)
    painter.end()
    return image


def save(path: Path, diagram: Diagram, names: Mapping[str, str], wish: Wish, theme: Roles) -> None:
    """Write a view to a file; its ending says the format. Raises UserError where it cannot be written."""
    size = _size(diagram, wish)
    if not path.parent.is_dir():  # the PDF writer would only mutter about it
        raise UserError(words("picture.not_written", path=path))
    match path.suffix.lower():
        case ".png":
            if not draw(diagram, names, wish, theme).save(str(path)):
                raise UserError(words("picture.not_written", path=path))
        case ".svg":
            made = QSvgGenerator()
            made.setFileName(str(path))
            made.setSize(size)
            made.setViewBox(QRectF(QPointF(0, 0), QSizeF(size)))
            made.setTitle(diagram.view.title)
            _paint_on(made, size, diagram, names, wish, theme, path)
        case ".pdf":
            page = QPdfWriter(str(path))
            page.setResolution(96)
            page.setPageMargins(QMarginsF(0, 0, 0, 0))
            page.setPageSize(QPageSize(QSizeF(size) * 72 / 96, QPageSize.Unit.Point))
            page.setTitle(diagram.view.title)
            _paint_on(page, size, diagram, names, wish, theme, path)
        case other:
            raise UserError(words("picture.no_such_format", path=path, ending=other))


def _paint_on(
    device: QSvgGenerator | QPdfWriter,
    size: QSize,
    diagram: Diagram,
    names: Mapping[str, str],
    wish: Wish,
    theme: Roles,
    path: Path,
) -> None:
    painter = QPainter()
    if not painter.begin(device):
        raise UserError(words("picture.not_written", path=path))
    _paint(painter, size, diagram, names, wish, theme)
    painter.end()


def _size(diagram: Diagram, wish: Wish) -> QSize:
    left, top, right, bottom = diagram.box
    width = max(200, min(wish.width, MOST_PIXELS))
    room = 1.5 if wish.lettering == "names" else 1.0  # names stand beside the drawing
    drawn = (width - _key_width(width, wish)) / room
    high = round(drawn * (bottom - top) / (right - left)) + _LICENCE_ROOM
    if high > MOST_PIXELS:
        width, high = round(width * MOST_PIXELS / high), MOST_PIXELS
    return QSize(width, high)


def _key_width(width: int, wish: Wish) -> int:
    return round(width * _KEY_SHARE) if wish.lettering == "numbers" else 0


def _paint(
    painter: QPainter, size: QSize, diagram: Diagram, names: Mapping[str, str], wish: Wish, theme: Roles
) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(
        QRectF(QPointF(0, 0), QSizeF(size)), QColor("#ffffff") if wish.for_print else theme.colour("ground")
    )
    theme = roles("light") if wish.for_print else theme
    key = _key_width(size.width(), wish)
    camera = Camera.fitting(diagram.box, size.width() - key, size.height() - _LICENCE_ROOM, wish.mirrored)
    _paint_art(painter, camera, diagram, "print" if wish.for_print else theme.name, wish)
    overlay = Overlay(diagram, QFont("Inter"))
    overlay.lettering = max(overlay.lettering, round(size.width() / _LETTERS))
    visible = [region for region in diagram.regions if region.depth > wish.peel - 0.5 and region.id not in wish.hidden]
    if wish.chosen in diagram.by_id:
        overlay.paint_states(painter, camera, theme, {wish.chosen: "chosen"})
    if wish.lettering != "bare":
        anchors = overlay.anchors([one.id for one in visible], visible, round(wish.peel), len(visible))
        if wish.lettering == "names":
            overlay.paint_labels(painter, camera, theme, anchors, names)
        else:
            numbers = {
                structure: str(number) for number, structure in enumerate(sorted(anchors, key=names.__getitem__), 1)
            }
            overlay.paint_labels(painter, camera, theme, anchors, numbers)
            _paint_key(painter, QRectF(size.width() - key, 0, key, size.height()), numbers, names, theme)
    _paint_foot(painter, size, diagram, wish, theme)


def _paint_art(painter: QPainter, camera: Camera, diagram: Diagram, theme: str, wish: Wish) -> None:
    left, top, right, bottom = diagram.box
    window = QRectF(left, top, right - left, bottom - top)
    painter.save()
    painter.setTransform(transform_of(camera), True)
    painter.setClipRect(window)
    if diagram.path.suffix.lower() == ".svg":
        _paint_layers(painter, themed(diagram.path, theme), wish)
    else:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(window, QImage(str(diagram.path)))
    painter.restore()


def _paint_layers(painter: QPainter, svg: str, wish: Wish) -> None:
    renderer = QSvgRenderer(QByteArray(svg.encode()))
    layers, top = parts_of_layers(svg), round(wish.peel)
    if not layers:  # a drawing of somebody's own
        renderer.render(painter, renderer.viewBoxF())
    for layer, parts in layers.items():
        kind, _, depth = layer.partition("-")
        if int(depth) >= top if kind == "layer" else int(depth) + 1 == top:
            for part in parts:
                if part not in wish.hidden:
                    place = renderer.transformForElement(part).mapRect(renderer.boundsOnElement(part))
                    renderer.render(painter, part, place)


def _paint_key(
    painter: QPainter, room: QRectF, numbers: Mapping[str, str], names: Mapping[str, str], theme: Roles
) -> None:
    rows = max(1, len(numbers))
    step = min(30.0, (room.height() - 2 * _LICENCE_ROOM) / rows)
    font = QFont("Inter")
    font.setPixelSize(max(8, round(step * 0.6)))
    painter.setFont(font)
    painter.setPen(theme.colour("text"))
    for at, (structure, number) in enumerate(numbers.items()):
        line = QRectF(room.left(), _LICENCE_ROOM + at * step, room.width() - 12, step)
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, f"{number}  {names[structure]}")


def _paint_foot(painter: QPainter, size: QSize, diagram: Diagram, wish: Wish, theme: Roles) -> None:
    font = QFont("Inter")
    font.setPixelSize(13)
    painter.setFont(font)
    painter.setPen(theme.colour("quiet"))
    side = words("atlas.left_foot" if wish.mirrored else "atlas.right_foot")
    text = words("atlas.caption", side=side, view=diagram.view.title)
    if not diagram.view.is_own:  # its licence is its owner's affair
        text = words("picture.licence", caption=text)
    line = QRectF(16, size.height() - 28, size.width() - 32, 20)
    painter.drawText(line, Qt.AlignmentFlag.AlignLeft, text)
