"""Fibres: slivers with pointed ends, one path each, which draws faster than one path of many."""

from __future__ import annotations

import itertools
import random
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from press.curve import Array, Knots, normals, relative_path, sample, straight_path

STEPS = 25


def spindle(points: Array, width: float) -> str:
    """Return one fibre along some points as a filled sliver."""
    half = np.sin(np.pi * np.linspace(0, 1, len(points))) ** 0.5 * width / 2
    side = normals(points) * half[:, None]
    outline = np.vstack([points + side, (points - side)[-2:0:-1]])
    return relative_path(np.round(outline, 2)) + "Z"


def bundle(tone: str, fibres: list[str]) -> str:
    """Return fibres as one classed group; the opacity of the class is set once for all of them."""
    return f'<g class="{tone}">' + "".join(f'<path d="{one}"/>' for one in fibres) + "</g>" if fibres else ""


def slivers(
    edge_a: Knots,
    edge_b: Knots,
    count: int,
    width: float,
    seed: int,
    cover: tuple[float, float] = (0.35, 1.0),
    wave: float = 0.4,
    fray: float = 0.04,
    held: list[Fascicle] | None = None,
) -> list[str]:
    """Return fibres that run from end to end between two edges, which point the same way.

    ``cover`` is how much of the length one fibre takes, ``fray`` how far (as a fraction) tips pass the ends,
    ``held`` the fascicles they gather in.
    """
    chance = random.Random(seed)
    grid = np.linspace(-fray, 1 + fray, STEPS)
    rail_a, rail_b = _rail(sample(edge_a), grid), _rail(sample(edge_b), grid)
    mean = float(np.hypot(*np.diff((rail_a + rail_b) / 2, axis=0).T).sum())
    found = []
    for at in range(count):
        u = (at + 0.5) / count + chance.uniform(-0.45, 0.45) / count
        u = _within(held, u) if held else u
        length = chance.uniform(*cover)
        first = round(chance.uniform(0, 1 - length) * (STEPS - 1))
        last = min(STEPS - 1, max(first + 2, round(first + length * (STEPS - 1))))
        sway = np.sin(np.linspace(0, chance.uniform(3, 6), STEPS) + chance.uniform(0, 6)) * wave / count
        share = np.clip(u + sway, 0.005, 0.995)[:, None]
        line = (rail_a * (1 - share) + rail_b * share)[first : last + 1]
        keep = max(3, min(len(line), int(mean * length / 3) + 3))
        found.append(spindle(line[_spread(len(line), keep)], width * chance.uniform(0.5, 1.3)))
    return found


@dataclass(frozen=True)
class Fascicle:
    """One bundle of a ligament: the share of the breadth it takes, and where it begins and ends along it (0 to 1)."""

    low: float
    high: float
    start: float
    end: float


def fascicles(count: int, seed: int) -> list[Fascicle]:
    """Return bundles that fill a band side by side, no two of one breadth and no two of one length."""
    chance = random.Random(seed)
    breadths = np.array([chance.uniform(0.45, 1.9) for _ in range(count)])
    edges = np.r_[0.0, np.cumsum(breadths)] / breadths.sum()
    found = []
    for low, high in itertools.pairwise(edges):
        overlap = (high - low) * chance.uniform(-0.08, 0.14)
        start, end = chance.uniform(-0.05, 0.05), 1 - chance.uniform(-0.04, 0.09)
        found.append(Fascicle(max(0.0, low - overlap), min(1.0, high + overlap), start, end))
    return found


def strand(edge_a: Knots, edge_b: Knots, of: Fascicle, low: float, high: float) -> str:
    """Return the ribbon between two shares (0 to 1) of a fascicle's breadth, its tips drawn out to points."""
    grid = np.linspace(of.start, of.end, STEPS)
    rail_a, rail_b = _rail(sample(edge_a), grid), _rail(sample(edge_b), grid)
    near = np.clip((0.5 - np.abs(np.linspace(-0.5, 0.5, STEPS))) / 0.3, 0, 1)
    full = near * near * (3 - 2 * near)
    breadth, middle = of.high - of.low, (low + high) / 2
    sides = []
    for share in (low, high):
        across = (of.low + breadth * (middle + (share - middle) * full))[:, None]
        sides.append(rail_a * (1 - across) + rail_b * across)
    return straight_path(np.vstack([sides[0], sides[1][::-1]]), 0.02)


def _within(held: list[Fascicle], u: float) -> float:
    """Move a place across the band away from the furrows between its fascicles."""
    own = min(held, key=lambda one: abs(u - (one.low + one.high) / 2) / (one.high - one.low))
    middle = (own.low + own.high) / 2
    return middle + (u - middle) * 0.7


def _spread(length: int, keep: int) -> NDArray[np.int64]:
    return np.asarray(np.linspace(0, length - 1, keep).round().astype(int))


def _rail(edge: Array, grid: Array) -> Array:
    """Return points along an edge at fractions of its length, straight on beyond its ends."""
    share = np.arange(len(edge)) / (len(edge) - 1)
    found = np.c_[np.interp(grid, share, edge[:, 0]), np.interp(grid, share, edge[:, 1])]
    step = max(1, len(edge) // 12)
    before, after = grid < 0, grid > 1
    found[before] = edge[0] + (edge[0] - edge[step]) / share[step] * -grid[before][:, None]
    found[after] = edge[-1] + (edge[-1] - edge[-1 - step]) / share[step] * (grid[after] - 1)[:, None]
    return np.asarray(found)
