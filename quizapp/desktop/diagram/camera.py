"""Between millimetres of the diagram and pixels of the window."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from quizapp.anatomy.diagram import Diagram
from quizapp.anatomy.outline import Box, Point

_LABEL_ROOM = 62.0  # mm beside a leg
_LABEL_PX = 228  # px on either side of a drawing without one
_MOST = 12.0  # times the scale that fits the whole drawing


@dataclass(frozen=True, slots=True)
class Camera:
    """What the window shows: ``scale`` in pixels a mm, ``centre`` in mm; a mirrored one looks at a left foot."""

    box: Box
    width: int
    height: int
    scale: float
    centre: Point
    mirrored: bool = False

    @staticmethod
    def fitting(box: Box, width: int, height: int, mirrored: bool = False) -> Camera:
        """Return a camera that shows the whole drawing."""
        left, top, right, bottom = box
        scale = min(max(width, 1) / (right - left), max(height, 1) / (bottom - top))
        return Camera(box, width, height, scale, ((left + right) / 2, (top + bottom) / 2), mirrored)

    @property
    def least(self) -> float:
        """Return the scale that fits the whole drawing."""
        return Camera.fitting(self.box, self.width, self.height).scale

    def to_pixels(self, point: Point) -> Point:
        """Return where a point in mm is seen."""
        across = (point[0] - self.centre[0]) * (-self.scale if self.mirrored else self.scale)
        return self.width / 2 + across, self.height / 2 + (point[1] - self.centre[1]) * self.scale

    def to_mm(self, x: float, y: float) -> Point:
        """Return the point in mm under a pixel."""
        across = (x - self.width / 2) / (-self.scale if self.mirrored else self.scale)
        return self.centre[0] + across, self.centre[1] + (y - self.height / 2) / self.scale

    def shown(self, margin: float = 0.0) -> Box:
        """Return the part of the drawing that is seen, wider by a share of itself, in mm."""
        half_width = self.width / self.scale / 2 * (1 + margin)
        half_height = self.height / self.scale / 2 * (1 + margin)
        left, top, right, bottom = self.box
        x, y = self.centre
        return (
            max(left, x - half_width),
            max(top, y - half_height),
            min(right, x + half_width),
            min(bottom, y + half_height),
        )

    def resized(self, width: int, height: int) -> Camera:
        """Return the camera of a window of another size, still fitting if it was."""
        if self.scale <= self.least * 1.001:
            return Camera.fitting(self.box, width, height, self.mirrored)
        return replace(self, width=width, height=height)._held()

    def zoomed(self, factor: float, x: float, y: float) -> Camera:
        """Return the camera zoomed about a pixel, which keeps its point in mm."""
        scale = min(max(self.scale * factor, self.least), self.least * _MOST)
        before = self.to_mm(x, y)
        zoomed = replace(self, scale=scale)
        after = zoomed.to_mm(x, y)
        moved = (self.centre[0] + before[0] - after[0], self.centre[1] + before[1] - after[1])
        return replace(zoomed, centre=moved)._held()

    def moved(self, dx: float, dy: float) -> Camera:
        """Return the camera after the drawing was dragged by some pixels."""
        across = -dx / (-self.scale if self.mirrored else self.scale)
        return replace(self, centre=(self.centre[0] + across, self.centre[1] - dy / self.scale))._held()

    def over(self, box: Box) -> Camera:
        """Return the camera moved, and zoomed out where it must, so that a box in mm is in view."""
        left, top, right, bottom = self.shown()
        if left <= box[0] and top <= box[1] and box[2] <= right and box[3] <= bottom:
            return self
        need = min(self.width / (box[2] - box[0] + 1), self.height / (box[3] - box[1] + 1)) * 0.8
        middle = ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
        return replace(self, scale=max(min(self.scale, need), self.least), centre=middle)._held()

    def framing(self, box: Box, most: float) -> Camera:
        """Return the camera that shows a box in mm large, at most ``most`` times the scale that fits all."""
        room = min(self.width / (box[2] - box[0] + 1), self.height / (box[3] - box[1] + 1)) * 0.7
        scale = min(max(room, self.least), self.least * most)
        return replace(self, scale=scale, centre=((box[0] + box[2]) / 2, (box[1] + box[3]) / 2))._held()

    @property
    def zoom(self) -> float:
        """Return how many times larger than whole the drawing is shown."""
        return self.scale / self.least

    def looking(self, zoom: float, at: Point | None) -> Camera:
        """Return the camera that shows the drawing so many times larger than whole, about a point in mm."""
        return replace(self, scale=self.least * min(max(zoom, 1.0), _MOST), centre=at or self.centre)._held()

    def _held(self) -> Camera:
        """Return the camera with the drawing kept in the window: never lost, centred where it is smaller."""
        left, top, right, bottom = self.box
        half_width, half_height = self.width / self.scale / 2, self.height / self.scale / 2
        return replace(
            self,
            centre=(
                _between(self.centre[0], left + half_width, right - half_width),
                _between(self.centre[1], top + half_height, bottom - half_height),
            ),
        )


def _between(value: float, low: float, high: float) -> float:
    return (low + high) / 2 if low > high else min(max(value, low), high)


def around(boxes: Sequence[Box]) -> Box:
    """Return the box around some boxes, in mm."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def with_margin(diagram: Diagram, width: int, height: int) -> Box:
    """Return a drawing's box with room for labels in a window of so many pixels: beside the leg, or on both sides."""
    left, top, right, bottom = diagram.box
    side = diagram.leg_side
    if side != "none":
        return left - _LABEL_ROOM * (side == "left"), top, right + _LABEL_ROOM * (side == "right"), bottom
    first, _, last, _ = diagram.extent
    room = min(_LABEL_PX, 0.25 * width)
    whole = Camera.fitting(diagram.box, width, height).scale
    scale = min(whole, max(width - 2 * room, 1.0) / (last - first))
    return min(left, first - room / scale), top, max(right, last + room / scale), bottom
