"""What lies under a point: geometry in millimetres, the same for the window and for a phone."""

from __future__ import annotations

from collections.abc import Sequence

from quizapp.anatomy.diagram import Region


def regions_at(regions: Sequence[Region], x: float, y: float, reach: float) -> list[Region]:
    """Return the regions under a point, uppermost first, then those within reach, nearest first.

    A structure that is merely near never comes before one that contains the point. ``regions`` are in
    drawing order, deepest first; ``reach`` is in mm.
    """
    under = [region for region in reversed(regions) if region.contains(x, y)]
    gaps = [
        (region.gap(x, y), region)
        for region in reversed(regions)
        if region not in under and region.gap_at_least(x, y) <= reach
    ]
    near = sorted((pair for pair in gaps if pair[0] <= reach), key=lambda pair: pair[0])
    return under + [region for _, region in near]


def region_at(regions: Sequence[Region], x: float, y: float, reach: float) -> Region | None:
    """Return the uppermost region under a point, or the nearest one within reach."""
    found = regions_at(regions, x, y, reach)
    return found[0] if found else None


def next_at(regions: Sequence[Region], x: float, y: float, reach: float, after: str) -> Region | None:
    """Return the region beneath the one selected last at this spot, and the uppermost again at the end."""
    found = regions_at(regions, x, y, reach)
    if not found:
        return None
    ids = [region.id for region in found]
    return found[(ids.index(after) + 1) % len(found)] if after in ids else found[0]
