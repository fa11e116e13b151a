"""Open lines in mm: how far one runs from another."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence

from quizapp.anatomy.outline import Point, line_gap

_STEP = 0.5  # mm between the points at which lines are compared


def evenly(line: Sequence[Point], step: float = _STEP) -> list[Point]:
    """Return points along a line, at most ``step`` mm apart, its corners among them."""
    if not line:
        return []
    found = [line[0]]
    for start, end in itertools.pairwise(line):
        parts = max(1, math.ceil(math.dist(start, end) / step))
        found += [
            (start[0] + (end[0] - start[0]) * part / parts, start[1] + (end[1] - start[1]) * part / parts)
            for part in range(1, parts + 1)
        ]
    return found


def between(line: Sequence[Point], course: Sequence[Point]) -> list[Point]:
    """Return the part of a line that lies between the ends of a course, whichever way it was drawn.

    What runs on beyond an end is left out; a line that stops short stays as it is.
    """
    points = evenly(line)
    first, last = (
        min(range(len(points)), key=lambda at: math.dist(points[at], end)) for end in (course[0], course[-1])
    )
    return points[min(first, last) : max(first, last) + 1]


def share_followed(line: Sequence[Point], course: Sequence[Point], within: float) -> float:
    """Return which share of a course has a line within some mm, 0 to 1."""
    points = evenly(course)
    return sum(line_gap(line, *at) <= within for at in points) / len(points)


def gaps(line: Sequence[Point], course: Sequence[Point]) -> tuple[float, float]:
    """Return the mean and the greatest gap between two lines, in mm.

    Both are looked at from each of the two lines, so that neither an end that was left out nor one that runs on
    is overlooked; the mean is the greater of the two means, the greatest is the Hausdorff distance.
    """
    there = [line_gap(line, *at) for at in evenly(course)]
    back = [line_gap(course, *at) for at in evenly(line)]
    return max(sum(one) / len(one) for one in (there, back)), max(*there, *back)
