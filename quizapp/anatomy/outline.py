"""Closed outlines in diagram units (mm): path data to polygons, inside and how far."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import Any

Point = tuple[float, float]
Ring = Sequence[Point]
Box = tuple[float, float, float, float]

_FLAT = 0.05  # mm a flattened curve may leave the true one


def rings_of(path_data: str) -> tuple[Ring, ...]:
    """Return the closed rings of SVG path data, its curves flattened to within 0.05 mm.

    Raises ValueError where the data is no path.
    """
    # Only a diagram that is not in the cache is parsed.
    from svgelements import Move
    from svgelements import Path as SvgPath

    rings: list[Ring] = []
    points: list[Point] = []
    for segment in SvgPath(path_data):
        if isinstance(segment, Move):
            _close(rings, points)
            points = [(float(segment.end.x), float(segment.end.y))]
        elif segment.end is not None:
            points += _flattened(segment)
    _close(rings, points)
    return tuple(rings)


def _close(rings: list[Ring], points: list[Point]) -> None:
    if len(points) > 2:
        rings.append(tuple(points[:-1] if points[0] == points[-1] else points))


def _flattened(segment: Any) -> list[Point]:
    """Return points along a piece of a path, close enough that no chord leaves it by more than _FLAT."""
    name, end = type(segment).__name__, segment.end
    if name in ("Line", "Close"):
        return [(float(end.x), float(end.y))]
    if name == "CubicBezier":
        four = (segment.start, segment.control1, segment.control2, end)
        return _bent([(float(one.x), float(one.y)) for one in four])
    found = [segment.point(step / 32) for step in range(1, 33)]
    return [(float(point.x), float(point.y)) for point in found]


def _bent(four: list[Point]) -> list[Point]:
    """Flatten a cubic; the number of chords follows its second differences (Wang 1984)."""
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = four
    bend = max(math.hypot(ax - 2 * bx + cx, ay - 2 * by + cy), math.hypot(bx - 2 * cx + dx, by - 2 * cy + dy))
    steps = max(2, math.ceil(math.sqrt(0.75 * bend / _FLAT)))
    found = []
    for step in range(1, steps + 1):
        t = step / steps
        u = 1 - t
        p, q, r, s = u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t
        found.append((p * ax + q * bx + r * cx + s * dx, p * ay + q * by + r * cy + s * dy))
    return found


def box_of(rings: Iterable[Ring]) -> Box:
    """Return the smallest upright box (left, top, right, bottom) around some rings."""
    xs = [x for ring in rings for x, _ in ring]
    ys = [y for ring in rings for _, y in ring]
    return min(xs), min(ys), max(xs), max(ys)


def contains(rings: Sequence[Ring], x: float, y: float) -> bool:
    """Tell whether a point lies inside, by the nonzero rule that SVG fills with."""
    return sum(_winding(ring, x, y) for ring in rings) != 0


def _winding(ring: Ring, x: float, y: float) -> int:
    winding = 0
    x0, y0 = ring[-1]
    for x1, y1 in ring:
        if (y0 <= y) != (y1 <= y):
            side = (x1 - x0) * (y - y0) - (x - x0) * (y1 - y0)
            if y1 > y0 and side > 0:
                winding += 1
            elif y1 <= y0 and side < 0:
                winding -= 1
        x0, y0 = x1, y1
    return winding


def gap(rings: Sequence[Ring], x: float, y: float) -> float:
    """Return how far a point is from the nearest boundary, in mm."""
    return math.sqrt(min(_squared_gap(ring[-1], ring, x, y) for ring in rings))


def line_gap(line: Sequence[Point], x: float, y: float) -> float:
    """Return how far a point is from the nearest point of an open line, in mm."""
    return math.sqrt(_squared_gap(line[0], line, x, y))


def _squared_gap(start: Point, line: Sequence[Point], x: float, y: float) -> float:
    """Return the square of the gap to a line from a start through some points."""
    best = math.inf
    x0, y0 = start
    for x1, y1 in line:
        dx, dy = x1 - x0, y1 - y0
        span = dx * dx + dy * dy
        t = ((x - x0) * dx + (y - y0) * dy) / span if span else 0.0
        t = 0.0 if t < 0.0 else 1.0 if t > 1.0 else t
        ex, ey = x0 + t * dx - x, y0 + t * dy - y
        distance = ex * ex + ey * ey
        best = distance if distance < best else best
        x0, y0 = x1, y1
    return best


def area(rings: Iterable[Ring]) -> float:
    """Return the area inside, in square mm; rings that run the other way are holes."""
    return abs(sum(_signed_area(ring) for ring in rings))


def _signed_area(ring: Ring) -> float:
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in zip(ring, (*ring[1:], ring[0]), strict=True)) / 2


def inner_point(rings: Sequence[Ring]) -> Point:
    """Return a point well inside the largest ring: where a label's leader ends and a marker sits."""
    ring = max(rings, key=lambda one: abs(_signed_area(one)))
    left, top, right, bottom = box_of([ring])
    steps = 24
    candidates = [
        (left + (right - left) * (column + 0.5) / steps, top + (bottom - top) * (row + 0.5) / steps)
        for column in range(steps)
        for row in range(steps)
    ]
    inside = [(x, y) for x, y in candidates if contains([ring], x, y)]
    if not inside:
        return ring[len(ring) // 2]
    middle_x, middle_y = (left + right) / 2, (top + bottom) / 2
    return max(inside, key=lambda at: gap([ring], *at) - 0.06 * math.dist(at, (middle_x, middle_y)))
