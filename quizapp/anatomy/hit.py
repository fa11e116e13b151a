"""What lies under a point: geometry in millimetres, the same for the window and for a phone."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from quizapp.anatomy.diagram import Region
from quizapp.anatomy.outline import Box, Point

_BREATH = 0.8  # mm


def regions_at(regions: Sequence[Region], x: float, y: float, reach: float, air: Collection[str] = ()) -> list[Region]:
    """Return the regions under a point, uppermost first, then those within reach, nearest first.

    A structure that is merely near never comes before one that contains the point, unless that is but ``air``.
    ``regions`` are in drawing order, deepest first; ``reach`` is in mm.
    """
    under = [region for region in reversed(regions) if region.contains(x, y)]
    gaps = [
        (region.gap(x, y), region)
        for region in reversed(regions)
        if region not in under and region.gap_at_least(x, y) <= reach
    ]
    near = sorted((pair for pair in gaps if pair[0] <= reach), key=lambda pair: pair[0])
    found = under + [region for _, region in near]
    return sorted(found, key=lambda region: region.id in air) if air else found


def region_at(regions: Sequence[Region], x: float, y: float, reach: float) -> Region | None:
    """Return the uppermost region under a point, or the nearest one within reach."""
    found = regions_at(regions, x, y, reach)
    return found[0] if found else None


def is_near(regions: Sequence[Region], x: float, y: float, reach: float) -> bool:
    """Tell whether a point lies in some region or within reach (mm) of one."""
    return any(region.contains(x, y) or region.gap(x, y) <= reach for region in regions)


def bare_points(regions: Sequence[Region], window: Box, steps: int = 18) -> dict[str, Point]:
    """Return for each region a point where nothing lies over it, as far from its boundary as can be.

    Only points in the window (mm) are tried, on a grid of ``steps`` by ``steps`` over each region. Regions that
    are covered everywhere, or show only as a slit, are left out.
    """
    found: dict[str, Point] = {}
    for at, region in enumerate(regions):
        above = [other for other in regions[at + 1 :] if _meet(other.box, region.box)]
        left, top, right, bottom = _common(region.box, window)
        grid = [
            (left + (right - left) * (column + 0.5) / steps, top + (bottom - top) * (row + 0.5) / steps)
            for column in range(steps)
            for row in range(steps)
        ]
        bare = [
            point for point in grid if region.contains(*point) and not any(other.contains(*point) for other in above)
        ]
        roomy = sorted(bare, key=lambda point: region.gap(*point), reverse=True)
        clear = next((point for point in roomy if not _is_slit(point, region, above)), None)
        if clear is not None:
            found[region.id] = clear
    return found


def _common(one: Box, other: Box) -> Box:
    return max(one[0], other[0]), max(one[1], other[1]), min(one[2], other[2]), min(one[3], other[3])


def _meet(one: Box, other: Box) -> bool:
    return one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]


def _is_slit(point: Point, region: Region, above: Sequence[Region]) -> bool:
    """Tell whether something covers the region within a breath of a point: a mark there would be read as its own."""
    x, y = point
    around = ((x + _BREATH, y), (x - _BREATH, y), (x, y + _BREATH), (x, y - _BREATH))
    return any(other.contains(*one) for one in around for other in above)
