"""Contact shadows: nested ribbons, only where a thing lies on something drawn before it."""

from __future__ import annotations

import numpy as np

from press.curve import Array, Flags, Knots, Spine, band, inside, spine

_TAPER = 9.0  # mm over which a shadow fades in and out along its cord


def contact(line: Spine, under: list[Array], rise: float, layers: int, opacity: float) -> list[str]:
    """Return the shadow a cord casts down and to the right where it crosses what is under it."""
    if layers < 2:
        return []
    dx, dy = 0.22 * rise, 0.42 * rise
    covered = np.zeros(len(line.centre), bool)
    fallen = line.centre + np.array([dx, dy]) + np.array([0.35, 0.6]) * line.width[:, None] / 2
    for ring in under:
        covered |= _within(ring, fallen)
    strength = _eased(covered, float(np.median(np.diff(line.arc))))
    if not covered.any():
        return []
    ribbons = []
    for layer in range(layers):
        spread = rise * (0.5 - layer / (layers - 1))
        half = np.maximum(line.width / 2 + spread, 0.05) * strength
        moved = line.moved(dx, dy, line.width)
        ribbons += [f'<path class="sh" d="{data}"/>' for data in _stretches(moved, half)]
    return [f'<g fill-opacity="{opacity:.2g}">{"".join(ribbons)}</g>']


def cast(text: str, rise: float, layers: int, opacity: float, dx: float, dy: float) -> list[str]:
    """Return the shadow of an edge along an open line of ``x y`` points."""
    points = Knots.parse(text)
    line = spine(Knots(points.xy, np.full(len(points.xy), rise), points.corner))
    fade = np.clip(np.minimum(line.arc, line.arc[-1] - line.arc) / _TAPER, 0, 1) ** 0.7
    ribbons = ""
    for layer in range(layers):
        half = np.maximum(line.width / 2 + rise * 1.2 * (0.5 - layer / (layers - 1)), 0.05) * fade
        ribbons += f'<path class="sh" d="{band(line.moved(dx, dy, line.width), -half, half)}"/>'
    return [f'<g fill-opacity="{opacity:.2g}">{ribbons}</g>']


def _within(ring: Array, points: Array) -> Flags:
    (left, top), (right, bottom) = ring.min(0), ring.max(0)
    near = (points[:, 0] > left) & (points[:, 0] < right) & (points[:, 1] > top) & (points[:, 1] < bottom)
    found = np.zeros(len(points), bool)
    if near.any():
        found[near] = inside(ring, points[near])
    return found


def _eased(covered: Flags, step: float) -> Array:
    """Return 0..1: full where something lies beneath, easing to nothing at the ends of each stretch."""
    reach = max(1, int(_TAPER / max(step, 1e-6)))
    strength = np.zeros(len(covered))
    padded = np.r_[False, covered, False]
    edges = np.flatnonzero(np.diff(padded.astype(int)))
    for first, last in zip(edges[::2], edges[1::2], strict=True):
        at = np.arange(last - first)
        length = last - first
        ends = np.minimum(at, length - 1 - at) / min(reach, max(length / 2, 1))
        strength[first:last] = np.clip(ends, 0, 1) ** 0.7
    return strength


def _stretches(line: Spine, half: Array) -> list[str]:
    padded = np.r_[False, half > 0.04, False]
    edges = np.flatnonzero(np.diff(padded.astype(int)))
    found = []
    # one sample more at either end, where the width is nothing, lets the shadow run out in a point
    for first, last in zip(np.maximum(edges[::2] - 1, 0), np.minimum(edges[1::2], len(half) - 1), strict=True):
        if last - first >= 3:
            part = half[first : last + 1]
            found.append(band(line.cut(first, last), -part, part))
    return found
