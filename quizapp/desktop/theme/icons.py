"""Icons from resources/icons, tinted with the colour of a role."""

from __future__ import annotations

import functools

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from quizapp.base import paths

_SIZES = (20, 40)  # logical pixels at 1x and 2x


@functools.cache
def _source(name: str) -> str:
    return paths.resources("icons", f"{name}.svg").read_text(encoding="utf-8")


@functools.cache
def icon(name: str, colour: str) -> QIcon:
    """Return an icon in one colour (#rrggbb)."""
    made = QIcon()
    for size in _SIZES:
        made.addPixmap(pixmap(name, colour, size))
    return made


def pixmap(name: str, colour: str, size: int) -> QPixmap:
    """Return an icon as a square picture of ``size`` pixels."""
    renderer = QSvgRenderer(QByteArray(_source(name).replace("COLOUR", colour).encode()))
    picture = QPixmap(size, size)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return picture
