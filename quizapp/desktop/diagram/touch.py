"""Fingers on the diagram: one does what the mouse does, two zoom and move."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QTouchEvent

_AS_MOUSE = {
    QEvent.Type.TouchBegin: QEvent.Type.MouseButtonPress,
    QEvent.Type.TouchUpdate: QEvent.Type.MouseMove,
    QEvent.Type.TouchEnd: QEvent.Type.MouseButtonRelease,
}


@dataclass(frozen=True, slots=True)
class Pinch:
    """What two fingers did: how much further apart, about which pixel, moved by how many."""

    factor: float
    middle: QPointF
    moved: QPointF


def as_mouse(event: QTouchEvent) -> QMouseEvent | None:
    """Return what the mouse would have done, or None where it is not one finger alone."""
    if len(event.points()) != 1 or event.type() not in _AS_MOUSE:
        return None
    point = event.points()[0]
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    return QMouseEvent(_AS_MOUSE[event.type()], point.position(), point.globalPosition(), left, left, none)


def pinch_of(event: QTouchEvent) -> Pinch | None:
    """Return what two fingers did since the last event; Qt's own pinch loses its target between pages."""
    if len(event.points()) < 2:
        return None
    one, other = event.points()[:2]
    before, now = one.lastPosition() - other.lastPosition(), one.position() - other.position()
    middle = (one.position() + other.position()) / 2
    moved = middle - (one.lastPosition() + other.lastPosition()) / 2
    return Pinch(math.hypot(now.x(), now.y()) / max(math.hypot(before.x(), before.y()), 1.0), middle, moved)
