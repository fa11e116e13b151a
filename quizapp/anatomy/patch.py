"""Patches of a picture as sets of small squares: painted ones and true ones can be laid over each other."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence

from quizapp.anatomy.diagram import Region
from quizapp.anatomy.outline import Point, Ring

STEP = 1.0  # mm, the side of a square
Square = tuple[int, int]


def square_at(at: Point) -> Square:
    """Return the square (column, row) that a point in mm lies in."""
    return int(at[0] // STEP), int(at[1] // STEP)


def middle(square: Square) -> Point:
    """Return the middle of a square, in mm."""
    return (square[0] + 0.5) * STEP, (square[1] + 0.5) * STEP


def disc(at: Point, radius: float) -> frozenset[Square]:
    """Return the squares whose middle lies within a radius (mm) of a point, and the one the point lies in."""
    column, row = square_at(at)
    reach = int(radius // STEP) + 1
    near = itertools.product(range(column - reach, column + reach + 1), range(row - reach, row + reach + 1))
    return frozenset(
        one for one in near if (middle(one)[0] - at[0]) ** 2 + (middle(one)[1] - at[1]) ** 2 <= radius * radius
    ) | {(column, row)}


def covered(regions: Iterable[Region]) -> frozenset[Square]:
    """Return the squares whose middle lies inside some region."""
    return frozenset(square for region in regions for square in _inside(region.rings))


def grown(squares: frozenset[Square], by: float) -> frozenset[Square]:
    """Return a patch with a border of so many mm around it."""
    rows, reach = _masks(squares), int(by // STEP)
    found: dict[int, int] = {}
    for row, mask in rows.items():
        for down in range(-reach, reach + 1):
            across = int((by * by - (down * STEP) ** 2) ** 0.5 // STEP)
            wide = 0
            for step in range(-across, across + 1):
                wide |= mask << step if step >= 0 else mask >> -step
            found[row + down] = found.get(row + down, 0) | wide
    return _squares(found)


def shrunk(squares: frozenset[Square], by: float) -> frozenset[Square]:
    """Return a patch without its border of so many mm."""
    return squares - grown(grown(squares, by) - squares, by)


def closed(squares: frozenset[Square], by: float) -> frozenset[Square]:
    """Return a patch with its seams closed: gaps narrower than twice ``by`` (mm) between its parts are filled."""
    return shrunk(grown(squares, by), by) | squares


def overlap(one: frozenset[Square], true: frozenset[Square], border: float = 0.0) -> float:
    """Return what two patches have in common as a share of what they cover together (Jaccard 1901), 0 to 1.

    Within ``border`` mm of the edge of the true one neither counts.
    """
    core, outer = (shrunk(true, border), grown(true, border)) if border else (true, true)
    both, missed, extra = len(one & outer), len(core - one), len(one - outer)
    together = both + missed + extra
    return both / together if together else 0.0


def to_rows(squares: Iterable[Square]) -> tuple[Point, ...]:
    """Return a patch as the middles of the first and the last square of each unbroken row, one pair after another."""
    found: list[Point] = []
    for row, line in itertools.groupby(sorted(squares, key=lambda one: (one[1], one[0])), lambda one: one[1]):
        columns = [column for column, _ in line]
        # Along an unbroken row, a column and its place among the columns grow together.
        for _, run in itertools.groupby(enumerate(columns), lambda pair: pair[1] - pair[0]):
            steps = [column for _, column in run]
            found += [middle((steps[0], row)), middle((steps[-1], row))]
    return tuple(found)


def from_rows(points: Sequence[Point]) -> frozenset[Square]:
    """Return the patch that ``to_rows`` wrote; a point without its partner is left out."""
    found: set[Square] = set()
    for first, last in zip(points[::2], points[1::2], strict=False):
        row = square_at(first)[1]
        found |= {(column, row) for column in range(square_at(first)[0], square_at(last)[0] + 1)}
    return frozenset(found)


def _inside(rings: Sequence[Ring]) -> Iterable[Square]:
    """Yield the squares inside some rings, by the nonzero rule, row by row."""
    tops = [y for ring in rings for _, y in ring]
    for row in range(int(min(tops) // STEP), int(max(tops) // STEP) + 1):
        level = (row + 0.5) * STEP
        winding = 0
        crossings = sorted(crossing for ring in rings for crossing in _crossings(ring, level))
        for (x, turn), (following, _) in itertools.pairwise(crossings):
            winding += turn
            if winding:
                # From the first middle right of x to the last one left of what follows.
                yield from ((column, row) for column in range(_first(x), _first(following)))


def _first(x: float) -> int:
    """Return the first column whose middle does not lie left of x."""
    return -int((0.5 * STEP - x) // STEP)


def _crossings(ring: Ring, level: float) -> Iterable[tuple[float, int]]:
    x0, y0 = ring[-1]
    for x1, y1 in ring:
        if (y0 <= level) != (y1 <= level):
            yield x0 + (level - y0) * (x1 - x0) / (y1 - y0), 1 if y1 > y0 else -1
        x0, y0 = x1, y1


_ZERO = 4096  # the bit that stands for column 0, so that columns left of it have one too


def _masks(squares: Iterable[Square]) -> dict[int, int]:
    """Return the squares of each row as the bits of a number: a whole row moves in one step."""
    found: dict[int, int] = {}
    for column, row in squares:
        found[row] = found.get(row, 0) | 1 << (column + _ZERO)
    return found


def _squares(masks: dict[int, int]) -> frozenset[Square]:
    found = []
    for row, mask in masks.items():
        bits = bin(mask)[:1:-1]
        at = bits.find("1")
        while at >= 0:
            found.append((at - _ZERO, row))
            at = bits.find("1", at + 1)
    return frozenset(found)
