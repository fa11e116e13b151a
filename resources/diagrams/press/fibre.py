"""Fibres: slivers with pointed ends, one path each, which draws faster than one path of many."""

from __future__ import annotations

import random

import numpy as np
from numpy.typing import NDArray

from press.curve import Array, Knots, normals, relative_path, sample

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
    bunch: float = 0.0,
) -> list[str]:
    """Return fibres that run from end to end between two edges, which point the same way.

    ``cover`` is how much of the length one fibre takes, ``fray`` how far (as a fraction) tips pass the ends,
    ``bunch`` 0..1 how much they gather in bundles.
    """
    chance = random.Random(seed)
    grid = np.linspace(-fray, 1 + fray, STEPS)
    rail_a, rail_b = _rail(sample(edge_a), grid), _rail(sample(edge_b), grid)
    mean = float(np.hypot(*np.diff((rail_a + rail_b) / 2, axis=0).T).sum())
    found = []
    for at in range(count):
        u = _gathered((at + 0.5) / count + chance.uniform(-0.45, 0.45) / count, bunch, seed)
        length = chance.uniform(*cover)
        first = round(chance.uniform(0, 1 - length) * (STEPS - 1))
        last = min(STEPS - 1, max(first + 2, round(first + length * (STEPS - 1))))
        sway = np.sin(np.linspace(0, chance.uniform(3, 6), STEPS) + chance.uniform(0, 6)) * wave / count
        share = np.clip(u + sway, 0.005, 0.995)[:, None]
        line = (rail_a * (1 - share) + rail_b * share)[first : last + 1]
        keep = max(3, min(len(line), int(mean * length / 3) + 3))
        found.append(spindle(line[_spread(len(line), keep)], width * chance.uniform(0.5, 1.3)))
    return found


def _gathered(u: float, bunch: float, seed: int) -> float:
    """Move a place across the band towards the middle of its bundle."""
    if not bunch:
        return u
    bundles = 5 + seed % 3
    middle = (int(u * bundles) + 0.5) / bundles
    return u + (middle - u) * bunch


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
