"""Foot types: a drawing with some of its landmarks moved, everything between them following smoothly.

The field between the landmarks is a thin-plate spline (Bookstein 1989): of all fields that move the landmarks as
told it is the least bent.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, ClassVar

import numpy
from numpy.typing import NDArray

from quizapp.anatomy.diagram import Diagram, Region
from quizapp.anatomy.outline import Point, box_of
from quizapp.base.cache import fingerprint
from quizapp.base.files import save_whole
from quizapp.base.listfile import read_list
from quizapp.base.shape import CONFIG

Grid = NDArray[numpy.float64]

_PATH = re.compile(r'(<path[^>]*? d=")([^"]*)')
_PIECE = re.compile(r"([MLCZlca])([^MLCZlca]*)")
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)")


@dataclass(frozen=True, slots=True)
class FootType:
    """A foot type of a view; each move is x, y, dx, dy in mm."""

    __pydantic_config__: ClassVar[Any] = CONFIG

    id: str
    view: str
    name: str
    moves: tuple[tuple[float, float, float, float], ...]

    @property
    def view_id(self) -> str:
        """Return the id under which the moved drawing is a view of its own."""
        return f"{self.view}~{self.id}"


def load(path: Path) -> list[FootType]:
    """Read the table; raise UserError with the first row that is wrong."""
    return read_list(path, "feet", FootType)


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


def moved(diagram: Diagram, foot: FootType, folder: Path) -> Diagram:
    """Return a diagram as a foot type has it; its drawing is kept in ``folder`` for as long as nothing changes."""
    field = Field(foot.moves)
    text = diagram.path.read_text(encoding="utf-8")
    path = folder / f"{foot.view}-{foot.id}-{fingerprint(text, repr(foot.moves))[:12]}.svg"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        save_whole(path, moved_drawing(text, field))
    return Diagram(
        replace(diagram.view, id=foot.view_id, title=f"{diagram.view.title}, {foot.name}"),
        path,
        diagram.box,
        tuple(_region(one, field) for one in diagram.regions),
        tuple(_region(one, field) for one in diagram.drawn),
        diagram.air,
    )


def _region(region: Region, field: Field) -> Region:
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
