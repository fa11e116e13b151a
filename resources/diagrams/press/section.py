"""What a cut shows: bone as cortex around spongy bone, cords as ovals of bundles, vessels with wall and lumen."""

from __future__ import annotations

import math
import random
from dataclasses import replace
from typing import Any

import numpy as np

from press import relief
from press.curve import Array, Knots, knots, sample, smooth_path

_CORTEX = relief.Body("cb", relief.even(0.30, 0.86, 12), swell=0.16, grain=0.01, detail=2.5, rim=(0.1, 0.3))
_SPONGE = relief.Body(
    "sb", relief.even(0.30, 0.90, 14), swell=0.1, grain=0.02, soft=0.22, detail=4, tolerance=0.05, least=0.25, rim=None
)
CUT = (_CORTEX, _SPONGE)
_TENDON = replace(
    relief.BODIES["fascia"], swell=0.22, soft=0.16, detail=7, least=0.05, tolerance=0.03, inset=0.05, rim=(0.1, 0.22)
)
_MUSCLE = replace(relief.BODIES["muscle"], swell=0.25, detail=3, least=0.4, rim=(0.1, 0.25))
_FAT = replace(relief.BODIES["fat"], swell=0.12, detail=2, least=0.8, rim=None)


def bone(outline: Knots, cortex: float, seed: int) -> list[str]:
    """Return a cut bone; ``cortex`` is the thickness of its wall in mm."""
    inner = inset(outline, cortex)
    sponge = [{"lobules": 1.5, "height": 0.34, "seed": seed}]
    return relief.tones(outline, [], _CORTEX, seed) + relief.tones(inner, sponge, _SPONGE, seed + 1, False)


def fat(outline: Knots, lobule: float, seed: int) -> list[str]:
    """Return cut fat, its lobules between septa."""
    return relief.tones(outline, [{"lobules": lobule, "height": 0.8, "seed": seed}], _FAT, seed)


def oval(at: Array, size: Array, turn: float, seed: int, wobble: float = 0.05) -> Knots:
    """Return an oval about a point (mm), turned clockwise by degrees, not quite even, as life is."""
    chance = random.Random(seed)
    count = 14
    angles = np.arange(count) / count * 2 * math.pi
    reach = np.array([1 + chance.uniform(-wobble, wobble) for _ in range(count)])
    x, y = np.cos(angles) * reach * size[0] / 2, np.sin(angles) * reach * size[1] / 2
    tilt = math.radians(turn)
    return knots(
        np.c_[at[0] + x * math.cos(tilt) - y * math.sin(tilt), at[1] + x * math.sin(tilt) + y * math.cos(tilt)]
    )


def cord(kind: str, outline: Knots, at: Array, size: Array, turn: float, seed: int) -> list[str]:
    """Return the ink of a cut tendon, muscle, nerve, artery or vein within its outline."""
    if kind in ("tendon", "muscle"):
        body, grain = (_TENDON, (0.8, 0.3)) if kind == "tendon" else (_MUSCLE, (2.2, 0.5))
        return relief.tones(outline, [{"lobules": grain[0], "height": grain[1], "seed": seed}], body, seed)
    if kind == "nerve":
        return _nerve(outline, at, size, turn, seed)
    tone, wall = ("ar", 0.22) if kind == "artery" else ("ve", 0.13)
    lumen = oval(at, size * (1 - 2 * wall), turn, seed + 1)
    glint = oval(at - size * 0.12, size * 0.26, turn, seed + 2)
    inks = (("0", inset(outline, -0.12)), ("5", outline), ("1", lumen), ("3", glint))
    return [_filled(f"{tone}{level}", shape) for level, shape in inks]


def inset(outline: Knots, by: float) -> Knots:
    """Return an outline moved inwards by some mm, outwards where it is negative."""
    points = sample(outline, True, 0.6)
    along = np.roll(points, -2, 0) - np.roll(points, 2, 0)
    along /= np.maximum(np.hypot(*along.T), 1e-6)[:, None]
    inward = np.c_[-along[:, 1], along[:, 0]]
    following = np.roll(points, -1, 0)
    if np.sum(points[:, 0] * following[:, 1] - following[:, 0] * points[:, 1]) < 0:
        inward = -inward
    moved = points + inward * by
    step = max(1, len(moved) // 60)
    return knots(moved[::step])


def _nerve(outline: Knots, at: Array, size: Array, turn: float, seed: int) -> list[str]:
    """Return a nerve: its sheath, and bundles of fibres in it, packed from the middle outwards."""
    chance = random.Random(seed)
    found = [_filled("nv0", inset(outline, -0.14)), _filled("nv3", outline)]
    tilt = math.radians(turn)
    cosine, sine = math.cos(tilt), math.sin(tilt)
    placed: list[tuple[float, float, float]] = []
    for _ in range(400):
        radius = min(size) * chance.uniform(0.10, 0.20)
        across, down = chance.uniform(-0.5, 0.5) * size[0], chance.uniform(-0.5, 0.5) * size[1]
        room = ((abs(across) + radius) / (size[0] / 2)) ** 2 + ((abs(down) + radius) / (size[1] / 2)) ** 2
        if room < 0.92 and all(math.hypot(across - x, down - y) > radius + r + 0.08 for x, y, r in placed):
            placed.append((across, down, radius))
    for across, down, radius in placed[:14]:
        middle = at + np.array([across * cosine - down * sine, across * sine + down * cosine])
        found.append(_filled("nv1", oval(middle, np.full(2, 2 * radius + 0.16), 0, seed)))
        found.append(_filled("nv5", oval(middle, np.full(2, 2 * radius), 0, seed)))
    return found


def _filled(tone: str, outline: Knots) -> str:
    return f'<path class="{tone}" d="{smooth_path(outline, True)}"/>'


def parsed(row: dict[str, Any]) -> tuple[Array, Array, float]:
    """Return middle, size and turn of an ``oval`` row."""
    at = np.array([float(part) for part in str(row["at"]).split()])
    size = np.array([float(part) for part in str(row["size"]).split()])
    return at, size, float(row.get("turn", 0))
