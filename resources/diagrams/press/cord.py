"""Cords: tendons, vessels and nerves as lit tubes, their tones cut along exact isophotes."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

import numpy as np

from press.curve import Array, Knots, Spine, band, spine
from press.fibre import bundle, spindle
from press.light import FLAT, LIGHT

TENDON = (0.08, 0.2, 0.32, 0.44, 0.55, 0.65, 0.74, 0.82, 0.885, 0.935, 0.97, 0.99)
NERVE = (0.1, 0.3, 0.5, 0.66, 0.8, 0.9)
VEIN = (0.25, 0.45, 0.62, 0.76, 0.88, 0.955)
ARTERY = (0.2, 0.4, 0.57, 0.72, 0.85, 0.94, 0.985)


@dataclass(frozen=True)
class Tube:
    """How a sort of cord is lit: tones, flatness, fibre rows and width, wobble, and reflected light."""

    tone: str
    levels: tuple[float, ...]
    flat: float = 0.0
    fibres: int = 0
    fibre: float = 0.16
    wobble: float = 0.0
    bounce: bool = True
    fade: dict[str, float] = field(default_factory=dict)


TUBES = {
    "tendon": Tube("tn", TENDON, fibres=7, wobble=0.03),
    "nerve": Tube("nv", NERVE, flat=0.45, fibres=6, fibre=0.22, bounce=False),
    "vein": Tube("ve", VEIN, wobble=0.13),
    "artery": Tube("ar", ARTERY, wobble=0.04),
}


def course(knots: Knots, tube: Tube, seed: int) -> Spine:
    """Return the centre line of a cord, its width uneven as life is."""
    line = spine(knots)
    if not tube.wobble:
        return line
    chance = random.Random(seed)
    count = max(3, int(line.arc[-1] / 4))
    swell = [chance.uniform(-1, 1) for _ in range(count)]
    width = line.width * (1 + tube.wobble * np.interp(line.arc, np.linspace(0, line.arc[-1], count), swell))
    for _ in range(8):
        width[1:-1] = (width[:-2] + 2 * width[1:-1] + width[2:]) / 4
    return Spine(line.centre, line.normal, width, line.arc)


def cord(line: Spine, tube: Tube, seed: int) -> list[str]:
    """Return the tones, reflected light and fibres of a cord, back to front."""
    found = [f'<path class="{tube.tone}0" d="{band(line, -line.width / 2, line.width / 2)}"/>']
    for level, (low, high) in enumerate(_isophotes(line, tube), 1):
        data = "".join(_runs(line, low, high))
        if data:
            found.append(f'<path class="{tube.tone}{level}" d="{data}"/>')
    if tube.bounce:
        found += _reflected(line, tube.tone)
    return found + _fibres(line, tube, seed)


def _isophotes(line: Spine, tube: Tube) -> list[tuple[Array, Array]]:
    """Return for each tone the interval across the cord that is brighter; ``flat`` presses the tube flat."""
    across, towards = line.normal @ LIGHT[:2], np.full(len(line.centre), LIGHT[2] + tube.flat)
    strength, turn = np.hypot(across, towards), np.arctan2(across, towards)
    half = np.maximum(line.width - 0.2, 0.05) / 2
    found = []
    for level in tube.levels:
        spread = np.arccos(np.clip(level * (1 + tube.flat * 0.75) / strength, -1, 1))
        low = np.sin(np.maximum(-np.pi / 2, turn - spread))
        high = np.sin(np.minimum(np.pi / 2, turn + spread))
        found.append((low * half, high * half))
    return found


def _runs(line: Spine, low: Array, high: Array) -> list[str]:
    """Return the stretches where a tone exists, each closed to a point where it begins and ends."""
    exists = np.r_[False, high - low > 0.03, False]
    edges = np.flatnonzero(np.diff(exists.astype(int)))
    found = []
    for first, last in zip(edges[::2], edges[1::2] - 1, strict=True):
        if last - first < 3:
            continue
        a, b = low[first : last + 1].copy(), high[first : last + 1].copy()
        if first > 0:
            a[0] = b[0] = (a[0] + b[0]) / 2
        if last < len(low) - 1:
            a[-1] = b[-1] = (a[-1] + b[-1]) / 2
        found.append(band(line.cut(first, last), a, b))
    return found


def _reflected(line: Spine, tone: str) -> list[str]:
    """Return the light that comes back from below, along the shaded edge."""
    facing = -(line.normal @ FLAT)
    half = 0.085 * line.width * np.clip(np.abs(facing), 0, 1) ** 1.5
    if not (half > 0.02 * line.width).any():
        return []
    middle = 0.80 * facing * line.width / 2
    return [f'<path class="{tone}-b" d="{band(line, middle - half, middle + half)}"/>']


def _fibres(line: Spine, tube: Tube, seed: int) -> list[str]:
    chance = random.Random(seed)
    strands: dict[str, list[str]] = {"d": [], "l": []}
    for row in range(tube.fibres):
        across = -0.9 + 1.8 * (row + 0.5) / tube.fibres + chance.uniform(-0.07, 0.07)
        at = chance.uniform(-8, 0)
        while at < line.arc[-1]:
            length = chance.uniform(5, 16)
            first = max(0, int(np.searchsorted(line.arc, at)))
            last = min(len(line.arc) - 1, int(np.searchsorted(line.arc, at + length)))
            if last - first > 3:
                tone = "l" if chance.random() < 0.5 else "d"
                points = line.line(across * line.width / 2 * 0.95)
                picked = np.linspace(first, last, max(3, (last - first) // 3 + 2)).round().astype(int)
                strands[tone].append(spindle(points[picked], chance.uniform(0.5, 1.2) * tube.fibre))
            at += length * chance.uniform(0.7, 1.5)
    return [bundle(f"{tube.tone}-{tone}", made) for tone, made in strands.items() if made]
