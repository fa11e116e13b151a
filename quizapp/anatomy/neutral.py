"""Where something lies in a drawing, in words that name no structure: for whoever hears the drawing."""

from __future__ import annotations

import math

from quizapp.anatomy.diagram import Diagram, Region
from quizapp.anatomy.outline import Point, area, box_of
from quizapp.base.words import words

_LONG = 2.5  # times as long as broad
_LEVEL, _UPRIGHT = 25.0, 65.0  # degrees


def place(diagram: Diagram, at: Point) -> str:
    """Return how far across and down a point (mm) lies, in hundredths of the drawing."""
    left, top, right, bottom = diagram.box
    return words(
        "neutral.place",
        across=_hundredths((at[0] - left) / (right - left)),
        down=_hundredths((at[1] - top) / (bottom - top)),
        left=diagram.view.left,
        right=diagram.view.right,
    )


def described(diagram: Diagram, region: Region) -> str:
    """Return where a region lies, how large it is and which way it runs."""
    # The largest of its outlines: a field may be drawn on several pictures of a limb.
    left, top, right, bottom = box_of([max(region.rings, key=lambda ring: area([ring]))])
    size = words("neutral.size", wide=round(right - left), high=round(bottom - top))
    run = words(f"neutral.{_run(region)}", left=diagram.view.left, right=diagram.view.right)
    return f"{place(diagram, region.anchor)}; {size}; {run}"


def _run(region: Region) -> str:
    """Return which way the longer axis of an outline runs, from the second moments of its points."""
    points = [point for ring in region.rings for point in ring]
    x, y = (sum(one) / len(points) for one in zip(*points, strict=True))
    xx = sum((px - x) ** 2 for px, _ in points)
    yy = sum((py - y) ** 2 for _, py in points)
    xy = sum((px - x) * (py - y) for px, py in points)
    middle, half = (xx + yy) / 2, math.hypot((xx - yy) / 2, xy)
    if middle + half <= _LONG**2 * (middle - half):
        return "compact"
    slope = math.degrees(math.atan2(2 * xy, xx - yy)) / 2
    if abs(slope) < _LEVEL:
        return "level"
    if abs(slope) > _UPRIGHT:
        return "upright"
    return "down_right" if slope > 0 else "down_left"


def _hundredths(share: float) -> int:
    return round(100 * min(1.0, max(0.0, share)))
