"""Smooth curves through points in millimetres, and their SVG path data."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class Knots:
    """Points to draw a curve through; ``extra`` is a third number of each (a width), ``corner`` its sharp ones."""

    xy: Array
    extra: Array
    corner: Flags

    @staticmethod
    def parse(text: str) -> Knots:
        """Read ``x y[ width][^], x y, ...``; ``^`` makes the point a corner."""
        parts = [part.strip() for part in text.split(",") if part.strip()]
        numbers = [[float(number) for number in part.rstrip("^").split()] for part in parts]
        return Knots(
            np.array([row[:2] for row in numbers]),
            np.array([row[2] if len(row) > 2 else 0.0 for row in numbers]),
            np.array([part.endswith("^") for part in parts]),
        )

    def thinned(self, step: int) -> Knots:
        """Return every so many-th point."""
        return Knots(self.xy[::step], self.extra[::step], self.corner[::step])


def knots(xy: Array) -> Knots:
    """Return knots without corners and widths."""
    return Knots(np.asarray(xy, float), np.zeros(len(xy)), np.zeros(len(xy), bool))


def beziers(curve: Knots, closed: bool) -> Array:
    """Return a smooth curve as cubic pieces of shape (n, 4, 2), by centripetal tangents at the knots."""
    points, count = curve.xy, len(curve.xy)
    tangents = np.zeros_like(points)
    for at in range(count):
        if curve.corner[at] or (not closed and at in (0, count - 1)):
            continue
        before, here, after = points[at - 1], points[at], points[(at + 1) % count]
        into = max(float(np.hypot(*(here - before))), 1e-6) ** 0.5
        out = max(float(np.hypot(*(after - here))), 1e-6) ** 0.5
        tangents[at] = ((here - before) / into**2 * out + (after - here) / out**2 * into) / (into + out)
    pieces = []
    for at in range(count if closed else count - 1):
        start, end = points[at], points[(at + 1) % count]
        third = float(np.hypot(*(end - start))) / 3
        bend_in, bend_out = tangents[at] * third, tangents[(at + 1) % count] * third
        pieces.append((start, start + bend_in, end - bend_out, end))
    return np.array(pieces)


def number(value: float) -> str:
    """Return a number with at most two decimals and nothing that is not needed."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def smooth_path(curve: Knots, closed: bool = False) -> str:
    """Return the path data of the smooth curve through some knots."""
    pieces = beziers(curve, closed)
    text = f"M{number(pieces[0][0][0])} {number(pieces[0][0][1])}"
    for piece in pieces:
        text += "C" + " ".join(number(value) for value in piece[1:].ravel())
    return text.replace(" -", "-") + ("Z" if closed else "")


def straight_path(points: Array, tolerance: float = 0.04, closed: bool = True) -> str:
    """Return the path data of a polyline, thinned to within a tolerance in mm."""
    if closed:
        far = int(np.argmax(np.hypot(*(points - points[0]).T)))
        halves = thin(points[: far + 1], tolerance)[:-1], thin(np.vstack([points[far:], points[:1]]), tolerance)[:-1]
        kept = np.vstack(halves)
    else:
        kept = thin(points, tolerance)
    kept = np.round(kept, 2)
    if closed and len(kept) < 3:
        return ""
    return relative_path(kept) + ("Z" if closed else "")


def relative_path(points: Array) -> str:
    """Return path data that moves from point to point; relative numbers are shorter."""
    steps = " ".join(f"{number(x)} {number(y)}" for x, y in np.diff(points, axis=0))
    text = f"M{number(points[0][0])} {number(points[0][1])}l{steps}"
    return re.sub(r"(?<![\d.])0\.", ".", text).replace(" -", "-")


def thin(points: Array, tolerance: float) -> Array:
    """Return a polyline without the points that lie within a tolerance of it (Douglas and Peucker 1973)."""
    keep = np.zeros(len(points), bool)
    keep[[0, -1]] = True
    spans = [(0, len(points) - 1)]
    while spans:
        first, last = spans.pop()
        if last - first < 2:
            continue
        start, along = points[first], points[last] - points[first]
        inner = points[first + 1 : last] - start
        length = float(np.hypot(*along))
        if length > 1e-9:
            distance = np.abs(along[0] * inner[:, 1] - along[1] * inner[:, 0]) / length
        else:
            distance = np.hypot(*inner.T)
        far = int(np.argmax(distance))
        if distance[far] > tolerance:
            keep[first + 1 + far] = True
            spans += [(first, first + 1 + far), (first + 1 + far, last)]
    return points[keep]


def sample(curve: Knots, closed: bool = False, step: float = 0.5) -> Array:
    """Return points along the smooth curve, about ``step`` mm apart."""
    found = []
    for start, bend_in, bend_out, end in beziers(curve, closed):
        count = max(2, int(np.hypot(*(end - start)) / step))
        t = (np.arange(count) / count)[:, None]
        found.append(
            (1 - t) ** 3 * start + 3 * t * (1 - t) ** 2 * bend_in + 3 * t * t * (1 - t) * bend_out + t**3 * end
        )
    if not closed:
        found.append(curve.xy[-1:])
    return np.vstack(found)


@dataclass(frozen=True)
class Spine:
    """A centre line: points, unit normals (left of travel), widths and distance from the start, all in mm."""

    centre: Array
    normal: Array
    width: Array
    arc: Array

    def cut(self, first: int, last: int) -> Spine:
        """Return the part from one sample to another."""
        span = slice(first, last + 1)
        return Spine(self.centre[span], self.normal[span], self.width[span], self.arc[span])

    def moved(self, dx: float, dy: float, width: Array) -> Spine:
        """Return the line shifted, with other widths."""
        return Spine(self.centre + np.array([dx, dy]), self.normal, width, self.arc)

    def line(self, offset: Array) -> Array:
        """Return the line at an offset to the side of the centre."""
        return self.centre + self.normal * offset[:, None]


def spine(course: Knots, step: float = 1.0) -> Spine:
    """Return the centre line through knots whose third number is the width there."""
    dense = sample(knots_without_widths(course), step=step / 4)
    distance = np.r_[0, np.cumsum(np.hypot(*np.diff(dense, axis=0).T))]
    nearest = [int(np.argmin(np.hypot(*(dense - point).T))) for point in course.xy[1:-1]]
    at_knots = [0.0, *distance[nearest], distance[-1]]
    count = max(4, int(distance[-1] / step))
    arc = np.linspace(0, distance[-1], count + 1)
    centre = np.c_[np.interp(arc, distance, dense[:, 0]), np.interp(arc, distance, dense[:, 1])]
    width = np.interp(arc, at_knots, course.extra)
    for _ in range(3):
        width[1:-1] = (width[:-2] + 2 * width[1:-1] + width[2:]) / 4
    return Spine(centre, normals(centre), width, arc)


def knots_without_widths(course: Knots) -> Knots:
    """Return the same points with no corners, as a course never has one."""
    return knots(course.xy)


def normals(points: Array) -> Array:
    """Return the unit normal, to the left of travel, at each point of a line."""
    along = np.gradient(points, axis=0)
    along /= np.maximum(np.hypot(*along.T), 1e-6)[:, None]
    return np.asarray(np.c_[along[:, 1], -along[:, 0]])


def band(line: Spine, low: Array, high: Array, tolerance: float = 0.03) -> str:
    """Return the closed path between two offsets along a centre line."""
    return straight_path(np.vstack([line.line(low), line.line(high)[::-1]]), tolerance)


def ring(line: Spine) -> Array:
    """Return the closed outline of a ribbon."""
    return np.vstack([line.line(-line.width / 2), line.line(line.width / 2)[::-1]])


def inside(ring_points: Array, points: Array) -> Flags:
    """Tell for each point whether it lies within a closed ring."""
    result = np.zeros(len(points), bool)
    x, y = points[:, 0], points[:, 1]
    for (x0, y0), (x1, y1) in zip(ring_points, np.roll(ring_points, -1, axis=0), strict=True):
        if y0 != y1:
            result ^= ((y0 > y) != (y1 > y)) & (x < (x1 - x0) * (y - y0) / (y1 - y0) + x0)
    return result
