"""Where labels go: two columns beside the drawing, in the order of what they point at, none on another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quizapp.anatomy.outline import Box, Point


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


def place(wanted: Sequence[Wanted], area: Box, line: float, margin: float = 12.0) -> list[Placed]:
    """Return labels in columns at the left and right of an area, at least ``line`` apart.

    Where a column is too short for all, those whose anchors are nearest to others' are left out first.
    """
    left, top, right, bottom = area
    middle = (left + right) / 2
    room = max(1, int((bottom - top) / line))
    columns: tuple[list[Wanted], list[Wanted]] = ([], [])
    for one in sorted(wanted, key=lambda one: one.anchor[0]):
        columns[one.anchor[0] > middle].append(one)
    _balance(columns, room)
    placed: list[Placed] = []
    for side, column in enumerate(columns):
        kept = sorted(_thinned(column, room), key=lambda one: one.anchor[1])
        rows = _spread([one.anchor[1] for one in kept], line, top + line / 2, bottom - line / 2)
        for one, y in zip(kept, rows, strict=True):
            x = right - margin - one.width if side else left + margin
            near = x - 6 if side else x + one.width + 6
            placed.append(Placed(one.id, x, y, ((near, y), one.anchor)))
    return placed


def _balance(columns: tuple[list[Wanted], list[Wanted]], room: int) -> None:
    """Move labels near the middle over to a side that has room for them."""
    left, right = columns
    while len(left) > room > len(right):
        right.insert(0, left.pop())
    while len(right) > room > len(left):
        left.append(right.pop(0))


def _thinned(column: Sequence[Wanted], room: int) -> list[Wanted]:
    kept = sorted(column, key=lambda one: one.anchor[1])
    while len(kept) > room:
        gaps = [after.anchor[1] - before.anchor[1] for before, after in zip(kept, kept[1:], strict=False)]
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
