"""Where labels go: two columns beside the drawing, in the order of what they point at, none on another."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from quizapp.anatomy.outline import Box, Point

FEW = 12  # labels that stand together in one corner
_PUSHES = 200  # far more than nine markers need
_GAP = 6.0  # px between words and their leader


@dataclass(frozen=True, slots=True)
class Wanted:
    """A label to place: what it names, where it points, how wide its words are; all in pixels."""

    id: str
    anchor: Point
    width: float


@dataclass(frozen=True, slots=True)
class Placed:
    """A label in its place: the left end of its words, the middle of its line, and its leader."""

    id: str
    left: float
    middle: float
    leader: tuple[Point, Point]


def place(
    wanted: Sequence[Wanted], area: Box, line: float, beside: Point | None = None, margin: float = 12.0
) -> list[Placed]:
    """Return labels in columns at the left and right of an area, at least ``line`` apart.

    ``beside`` names the side that has an empty corner (an x on it) and how far down it reaches; few labels all
    stand there, and of many those of that side stop there. Each side takes what points at its half of the area, and a
    third at least. Where a column is too short for all, those whose anchors are nearest to others' are left out
    first.
    """
    left, top, right, bottom = area
    placed: list[Placed] = []
    corner = None if beside is None else int(beside[0] > (left + right) / 2)
    for side, column in enumerate(_sides(wanted, (left + right) / 2, corner)):
        end = min(bottom, beside[1]) if beside is not None and side == corner else bottom
        kept = sorted(_thinned(column, max(1, int((end - top) / line))), key=lambda one: one.anchor[1])
        rows = _spread([one.anchor[1] for one in kept], line, top + line / 2, end - line / 2)
        made = [_Row(y, right - margin if side else left + margin, bool(side)) for y in rows]
        for one, row in zip(_uncrossed(kept, made), made, strict=True):
            x = row.edge - one.width if row.is_right else row.edge
            placed.append(Placed(one.id, x, row.y, (row.start(one), one.anchor)))
    return placed


class _Row(NamedTuple):
    """A line for one label: its middle, the outer edge of its column, and whether that is the right one."""

    y: float
    edge: float
    is_right: bool

    def start(self, one: Wanted) -> Point:
        """Return where the leader of a label on this line would start."""
        return self.edge + (one.width + _GAP) * (-1 if self.is_right else 1), self.y


def _uncrossed(wanted: Sequence[Wanted], rows: Sequence[_Row]) -> list[Wanted]:
    """Return labels in the order of rows in which their leaders cross least: two that cross change places."""
    order = list(wanted)
    for _ in order:  # each exchange shortens the leaders, so that few passes do
        before = list(order)
        for one, other in itertools.combinations(range(len(order)), 2):
            if _cross(
                rows[one].start(order[one]), order[one].anchor, rows[other].start(order[other]), order[other].anchor
            ):
                order[one], order[other] = order[other], order[one]
        if order == before:
            break
    return order


def _cross(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Tell whether the lines a-b and c-d cross."""
    return _turn(a, b, c) * _turn(a, b, d) < 0 and _turn(c, d, a) * _turn(c, d, b) < 0


def _turn(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def parted(points: Sequence[Point], apart: float) -> list[Point]:
    """Return points moved as little as makes any two at least ``apart``; few points, each pushed by its neighbours."""
    moved = [(x + 1e-3 * at, y) for at, (x, y) in enumerate(points)]  # equal ones part too
    for _ in range(_PUSHES):
        close = False
        for one, other in itertools.combinations(range(len(moved)), 2):
            across, down = moved[other][0] - moved[one][0], moved[other][1] - moved[one][1]
            gap = math.hypot(across, down)
            if gap < apart:
                close = True
                by = (apart - gap) / 2 + 0.01
                move = (by * across / gap, by * down / gap)
                moved[one] = (moved[one][0] - move[0], moved[one][1] - move[1])
                moved[other] = (moved[other][0] + move[0], moved[other][1] + move[1])
        if not close:
            break
    return moved


def _sides(wanted: Sequence[Wanted], middle: float, corner: int | None) -> tuple[list[Wanted], list[Wanted]]:
    """Return the labels of the left and of the right column."""
    if corner is not None and len(wanted) <= FEW:
        return ([], list(wanted)) if corner else (list(wanted), [])
    across = sorted(wanted, key=lambda one: one.anchor[0])
    left, third = sum(one.anchor[0] <= middle for one in wanted), len(wanted) // 3
    cut = min(max(left, third), len(wanted) - third)
    return across[:cut], across[cut:]


def _thinned(column: Sequence[Wanted], room: int) -> list[Wanted]:
    kept = sorted(column, key=lambda one: one.anchor[1])
    while len(kept) > room:
        gaps = [after.anchor[1] - before.anchor[1] for before, after in itertools.pairwise(kept)]
        del kept[gaps.index(min(gaps)) + 1]
    return kept


def _spread(wished: Sequence[float], apart: float, first: float, last: float) -> list[float]:
    """Return places in order, at least ``apart`` from each other and as near their wishes as that allows."""
    groups: list[list[float]] = []  # [sum of wishes brought to the start of the group, members]
    for wish in wished:
        groups.append([wish, 1.0])
        while len(groups) > 1 and _start(groups[-2]) + groups[-2][1] * apart > _start(groups[-1]):
            moved, count = groups.pop()
            groups[-1][0] += moved - groups[-1][1] * apart * count
            groups[-1][1] += count
    places: list[float] = []
    for group in groups:
        start = _start(group)
        places += [start + apart * at for at in range(int(group[1]))]
    count = len(places)
    for at in range(count):
        places[at] = min(max(places[at], first + at * apart), last - (count - 1 - at) * apart)
    return places


def _start(group: Sequence[float]) -> float:
    return group[0] / group[1]
