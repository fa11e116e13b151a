"""A drawing with some of its landmarks moved, everything between them following smoothly.

The field between the landmarks is a thin-plate spline (Bookstein 1989): of all fields that move the landmarks as
told it is the least bent. Whoever needs none does without this module and the numpy it brings in.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy
from numpy.typing import NDArray

from quizapp.anatomy.diagram import Region
from quizapp.anatomy.outline import Point, box_of

Grid = NDArray[numpy.float64]

_PATH = re.compile(r'(<path[^>]*? d=")([^"]*)')
_PIECE = re.compile(r"([MLCZlca])([^MLCZlca]*)")
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)")


class Field:
    """A smooth field of moves through some landmarks."""

    def __init__(self, moves: Sequence[tuple[float, float, float, float]]) -> None:
        rows = numpy.array(moves, dtype=float)
        self._at = rows[:, :2]
        count = len(rows)
        system = numpy.zeros((count + 3, count + 3))
        system[:count, :count] = _kernel(self._at, self._at)
        system[:count, count:] = _affine(self._at)
        system[count:, :count] = _affine(self._at).T
        wanted = numpy.zeros((count + 3, 2))
        wanted[:count] = rows[:, 2:]
        self._weights = numpy.linalg.solve(system, wanted)

    def moved(self, points: Sequence[Point]) -> list[Point]:
        """Return points where the field takes them, in mm."""
        at = numpy.array(points, dtype=float).reshape(-1, 2)
        moved = at + numpy.hstack((_kernel(at, self._at), _affine(at))) @ self._weights
        return [(x, y) for x, y in moved.tolist()]


def _kernel(one: Grid, other: Grid) -> Grid:
    squared = ((one[:, None, :] - other[None, :, :]) ** 2).sum(axis=2)
    return numpy.where(squared > 0, squared * numpy.log(numpy.maximum(squared, 1e-12)), 0.0)


def _affine(at: Grid) -> Grid:
    return numpy.hstack((numpy.ones((len(at), 1)), at))


def moved_region(region: Region, field: Field) -> Region:
    """Return a region where the field takes it."""
    rings = tuple(tuple(field.moved(ring)) for ring in region.rings)
    return Region(region.id, region.depth, rings, box_of(rings), field.moved([region.anchor])[0])


def moved_drawing(svg: str, field: Field) -> str:
    """Return the text of a drawing with every path moved; round dots move as a whole.

    Paths are as the press writes them: M, L, C and Z absolute, l and c relative, a for dots.
    """
    pieces: list[tuple[str, list[Point], str]] = []  # a command, its points, and what is not moved
    spans: list[int] = []
    for found in _PATH.finditer(svg):
        before = len(pieces)
        pieces += _pieces(found[2])
        spans.append(len(pieces) - before)
    every = field.moved([point for _, points, _ in pieces for point in points])
    told, at, taken = [], 0, 0
    lines: list[str] = []
    for command, points, rest in pieces:
        there = every[taken : taken + len(points)]
        taken += len(points)
        lines.append(command + " ".join(f"{x:.2f} {y:.2f}" for x, y in there) + rest)
    for count in spans:
        told.append("".join(lines[at : at + count]))
        at += count
    drawn = iter(told)
    return _PATH.sub(lambda one: one[1] + next(drawn), svg)


def _pieces(data: str) -> list[tuple[str, list[Point], str]]:
    found: list[tuple[str, list[Point], str]] = []
    here = (0.0, 0.0)
    for command, rest in _PIECE.findall(data):
        if command in "Za":
            found.append((command, [], rest if command == "a" else ""))
            continue
        numbers = [float(one) for one in _NUMBER.findall(rest)]
        points = list(zip(numbers[::2], numbers[1::2], strict=True))
        if command in "lc":
            points = _absolute(here, points, 3 if command == "c" else 1)
        found.append((command.upper(), points, ""))
        here = points[-1]
    return found


def _absolute(here: Point, steps: Sequence[Point], every: int) -> list[Point]:
    """Return relative points as absolute ones; each piece of ``every`` points begins where the last one ended."""
    found = []
    for at, (dx, dy) in enumerate(steps):
        if at % every == 0:
            start = here
        here = (start[0] + dx, start[1] + dy)
        found.append(here)
    return found
