"""Measuring a drawing by its own outlines, in mm: the words of the order statements."""

from __future__ import annotations

import csv
import itertools
import math
from pathlib import Path

from quizapp.anatomy.diagram import Diagram, Region
from quizapp.anatomy.outline import Point

Span = tuple[float, float]


def landmarks(table: str, tolerance: float) -> dict[str, tuple[float, float, float]]:
    """Read a table of measured points: x, y and tolerance by name; ``tolerance`` where the table has none."""
    text = (Path(__file__).parent / f"{table}.csv").read_text(encoding="utf-8")
    return {
        row["id"]: (float(row["x_mm"]), float(row["y_mm"]), float(row["tolerance_mm"] or tolerance))
        for row in csv.DictReader(text.splitlines())
    }


class Ruler:
    """Reads a diagram: where things lie on a line, what covers what, how far apart they are."""

    def __init__(self, diagram: Diagram) -> None:
        self._diagram = diagram

    def __getitem__(self, structure: str) -> Region:
        return self._diagram.by_id[structure]

    def spans_on_row(self, structure: str, y: float) -> list[Span]:
        """Where an upright line of sight at height y meets the structure: its x intervals, front to back."""
        return _spans([(x0, y0, x1, y1) for (x0, y0), (x1, y1) in self._edges(structure)], y)

    def spans_on_column(self, structure: str, x: float) -> list[Span]:
        """The y intervals of the structure on the vertical line at x, top to bottom."""
        return _spans([(y0, x0, y1, x1) for (x0, y0), (x1, y1) in self._edges(structure)], x)

    def x(self, structure: str, y: float) -> float:
        """The centre of the structure on the row at y."""
        spans = self.spans_on_row(structure, y)
        assert spans, f"{structure} does not reach y = {y}"
        return (spans[0][0] + spans[-1][1]) / 2

    def y(self, structure: str, x: float) -> float:
        """The centre of the structure on the column at x."""
        spans = self.spans_on_column(structure, x)
        assert spans, f"{structure} does not reach x = {x}"
        return (spans[0][0] + spans[-1][1]) / 2

    def covers(self, upper: str, lower: str) -> bool:
        """Whether one is drawn nearer to the viewer than another."""
        order = [region.id for region in self._diagram.regions]
        return order.index(upper) > order.index(lower)

    def distance(self, structure: str, point: Point) -> float:
        """How far a point is from a structure: 0 inside."""
        region = self[structure]
        return 0.0 if region.contains(*point) else region.gap(*point)

    def apart(self, one: str, other: str) -> float:
        """The gap between two structures: 0 where they touch or overlap."""
        a, b = self[one], self[other]
        if any(b.contains(*point) for ring in a.rings for point in ring):
            return 0.0
        if any(a.contains(*point) for ring in b.rings for point in ring):
            return 0.0
        return min(b.gap(*point) for ring in a.rings for point in ring)

    def points(self, structure: str) -> list[Point]:
        """All points of the outline."""
        return [point for ring in self[structure].rings for point in ring]

    def end(self, structure: str, towards: Point) -> Point:
        """The point of the outline nearest to some place."""
        return min(self.points(structure), key=lambda point: math.dist(point, towards))

    def _edges(self, structure: str) -> list[tuple[Point, Point]]:
        rings = self[structure].rings
        return [edge for ring in rings for edge in itertools.pairwise((*ring, ring[0]))]


def _spans(edges: list[tuple[float, float, float, float]], at: float) -> list[Span]:
    met = sorted(u0 + (at - v0) * (u1 - u0) / (v1 - v0) for u0, v0, u1, v1 in edges if (v0 <= at) != (v1 <= at))
    return list(zip(met[::2], met[1::2], strict=True))
