"""The brush: a patch is painted on the skin, or wiped off again."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPainterPath

from quizapp.anatomy import patch
from quizapp.anatomy.course import evenly
from quizapp.anatomy.outline import Point
from quizapp.desktop.diagram.camera import Camera
from quizapp.desktop.diagram.canvas import transform_of
from quizapp.desktop.diagram.look import Sample
from quizapp.desktop.diagram.sample import paint_filled
from quizapp.desktop.diagram.tools.tool import Tool
from quizapp.desktop.theme.roles import Roles

_WASH = Sample("yours", "lit", "hatch")
RADII = (2.5, 5.0, 9.0)  # mm


class Brush(Tool):
    """Holds the painted squares; where a ground is given, nothing is painted beside it."""

    def __init__(self, ground: frozenset[patch.Square] = frozenset()) -> None:
        super().__init__()
        self.painted: frozenset[patch.Square] = frozenset()
        self.radius = RADII[1]
        self.wipes = False
        self._ground = ground
        self._last: Point | None = None
        self._past: list[frozenset[patch.Square]] = []

    def clear(self) -> None:
        """Wipe everything off."""
        self._past.append(self.painted)
        self.painted = frozenset()
        self.changed.emit()

    def press(self, at: Point) -> None:
        """Paint or wipe at a point."""
        self._last = at
        self._past.append(self.painted)
        self._touch(at, self.wipes)

    def drag(self, at: Point) -> None:
        """Paint or wipe on the way to a point; a quick hand leaves no gaps."""
        last = self._last or at
        squares = frozenset[patch.Square]().union(
            *(patch.disc(there, self.radius) for there in evenly((last, at), self.radius)[1:])
        )
        self._last = at
        self._set(squares, self.wipes)

    def release(self, at: Point) -> None:
        """Lift the brush."""
        self._last = None

    def give_up(self) -> None:
        """Leave the patch as it was before the press."""
        if self._last is not None:
            self._last = None
            self.undo()

    def undo(self) -> None:
        """Take back the last stroke."""
        if self._past:
            self.painted = self._past.pop()
            self.changed.emit()

    def mark(self, at: Point) -> None:
        """Paint at the cross."""
        self._past.append(self.painted)
        self._touch(at, wipes=False)

    def back(self, at: Point) -> None:
        """Wipe at the cross."""
        self._past.append(self.painted)
        self._touch(at, wipes=True)

    def _touch(self, at: Point, wipes: bool) -> None:
        self._set(patch.disc(at, self.radius), wipes)

    def _set(self, squares: frozenset[patch.Square], wipes: bool) -> None:
        allowed = squares & self._ground if self._ground else squares
        self.painted = self.painted - allowed if wipes else self.painted | allowed
        self.changed.emit()

    def paint(self, painter: QPainter, camera: Camera, theme: Roles) -> None:
        """Paint the patch as a wash with hatching."""
        paint_patch(painter, camera, theme, self.painted, _WASH)
        super().paint(painter, camera, theme)


class Overlaid(Tool):
    """What was painted over what is true, in the feedback; it takes no gesture."""

    takes = False
    legend = (Sample("both", "right", "plain"), Sample("missed", "near", "dots"), Sample("extra", "wrong", "hatch"))

    def __init__(self, painted: frozenset[patch.Square], true: frozenset[patch.Square]) -> None:
        super().__init__()
        self._parts = (painted & true, true - painted, painted - true)

    def paint(self, painter: QPainter, camera: Camera, theme: Roles) -> None:
        """Paint what both have, what was missed and what is too much, each with a pattern of its own."""
        for squares, sample in zip(self._parts, self.legend, strict=True):
            paint_patch(painter, camera, theme, squares, sample)


def paint_patch(
    painter: QPainter, camera: Camera, theme: Roles, squares: frozenset[patch.Square], sample: Sample
) -> None:
    """Paint squares as one wash with an outline and a pattern."""
    if squares:
        paint_filled(painter, theme, transform_of(camera).map(_path(squares)), sample)


def _path(squares: frozenset[patch.Square]) -> QPainterPath:
    """Return the outline of some squares, in mm."""
    path = QPainterPath()
    rows = patch.to_rows(squares)
    half = patch.STEP / 2
    for first, last in zip(rows[::2], rows[1::2], strict=True):
        path.addRect(QRectF(first[0] - half, first[1] - half, last[0] - first[0] + patch.STEP, patch.STEP))
    return path.simplified()
