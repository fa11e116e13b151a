"""Relief: an outline swollen to a rounded body, marked, lit, and cut into flat tones along isophotes."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Any

import contourpy
import numpy as np

from press.curve import Array, Flags, Knots, inside, knots, sample, smooth_path, straight_path
from press.light import BOUNCE, FLAT, LIGHT


@dataclass(frozen=True)
class Body:
    """How a tissue is carved: tone class and thresholds, swelling, grain, and the outline's weights."""

    tone: str
    levels: tuple[float, ...]
    swell: float = 1.0
    grain: float = 0.0
    height: float = 1.0
    soft: float = 0.45
    glow: float = 0.32
    detail: float = 2.5
    tolerance: float = 0.045
    least: float = 0.6
    inset: float = 0.12
    rim: tuple[float, float] | None = (0.05, 0.36)


def even(low: float, high: float, count: int) -> tuple[float, ...]:
    """Return thresholds at even steps."""
    return tuple(round(low + (high - low) * step / (count - 1), 4) for step in range(count))


# Denser where bone is light, for there the eye sees a step first.
_BONE = even(0.20, 0.64, 16) + even(0.66, 1.0, 24)
_MUSCLE = Body(
    "mu",
    even(0.12, 1.0, 16),
    swell=0.62,
    grain=0.05,
    detail=2,
    glow=0.3,
    soft=0.35,
    tolerance=0.06,
    least=1,
    rim=(0.05, 0.32),
)
_SKIN = Body(
    "sk",
    even(0.15, 0.98, 12),
    swell=0.6,
    detail=1.2,
    soft=1.4,
    glow=0.35,
    tolerance=0.1,
    least=8,
    inset=0.3,
    rim=(0.12, 0.34),
)
BODIES = {
    "bone-near": Body("bn", _BONE, grain=0.035),
    "bone-middle": Body("bm", _BONE, grain=0.035),
    "bone-far": Body("bd", _BONE, grain=0.03),
    "bone-ghost": Body("bg", even(0.2, 0.99, 9), grain=0.03, detail=2, rim=(0.04, 0.2)),
    "bone-pale": Body("bp", even(0.2, 0.99, 16), grain=0.03, detail=2, rim=(0.05, 0.28)),
    "muscle-pale": replace(_MUSCLE, tone="mp", levels=even(0.15, 1.0, 12), swell=0.5, rim=(0.05, 0.3)),
    "cartilage": Body(
        "ct", even(0.2, 1.0, 12), detail=4, glow=0.16, soft=0.35, tolerance=0.04, least=0.2, inset=0.06, rim=(0.04, 0.2)
    ),
    "muscle": _MUSCLE,
    "fat": Body(
        "ft", even(0.2, 1.0, 14), swell=0.5, glow=0.3, soft=0.4, tolerance=0.05, least=0.5, height=0.8, rim=(0.05, 0.28)
    ),
    "fascia": Body("tn", even(0.12, 0.97, 12), detail=3, swell=0.7, soft=0.4, tolerance=0.05, rim=(0.04, 0.2)),
    "skin": _SKIN,
    "skin-cut": replace(_SKIN, tone="sf", levels=even(0.2, 0.99, 22), swell=0.08, detail=2, soft=0.4, least=2),
    "surface": replace(_SKIN, tone="sf", levels=even(0.2, 0.99, 22), soft=1.1, glow=0.3, least=6),
}


@dataclass
class Field:
    """A grid over one outline: coordinates, signed distance to the edge (inside positive), inside, height."""

    x: Array
    y: Array
    edge: Array
    inside: Flags
    height: Array
    rough: Array
    detail: float


def tones(outline: Knots, marks: list[dict[str, Any]], body: Body, seed: int, rim: bool = True) -> list[str]:
    """Return a body as flat tone regions stacked dark to light, and its outline of varying weight."""
    field = _swollen(outline, body)
    for mark in marks:
        _MARKS[next(iter(mark))](field, mark)
    _grained(field, body, seed)
    bright = _lit(field, body)
    found = [f'<path class="{body.tone}0" d="{smooth_path(outline, True)}"/>']
    for tone, level in enumerate(body.levels, 1):
        data = _regions(field, np.minimum((bright - level) * 6, field.edge - body.inset), body)
        if data:
            found.append(f'<path class="{body.tone}{tone}" fill-rule="evenodd" d="{data}"/>')
    if rim and body.rim:
        found.append(f'<path class="{body.tone}-o" fill-rule="evenodd" d="{rim_path(outline, *body.rim)}"/>')
    return found


def rim_path(outline: Knots, lit: float, shaded: float) -> str:
    """Return an outline as one filled shape, thin on the lit side and thick in shade (mm)."""
    points = sample(outline, True, 0.8)
    along = np.roll(points, -1, 0) - np.roll(points, 1, 0)
    along /= np.maximum(np.hypot(*along.T), 1e-6)[:, None]
    outward = np.c_[along[:, 1], -along[:, 0]]
    following = np.roll(points, -1, 0)
    if np.sum(points[:, 0] * following[:, 1] - following[:, 0] * points[:, 1]) < 0:
        outward = -outward
    shade = np.clip(0.5 - 0.5 * (outward @ FLAT), 0, 1) ** 1.6
    weight = lit + (shaded - lit) * shade
    weight = np.convolve(np.r_[weight[-3:], weight, weight[:3]], np.ones(7) / 7, "valid")
    inner = points - outward * weight[:, None]
    return smooth_path(knots(points[::2]), True) + smooth_path(knots(inner[::2][::-1]), True)


def _swollen(outline: Knots, body: Body) -> Field:
    points = sample(outline, True)
    left, top = points.min(0) - 2
    right, bottom = points.max(0) + 2
    step = 1 / body.detail
    x, y = np.meshgrid(np.arange(left, right, step), np.arange(top, bottom, step))
    within = inside(points, np.c_[x.ravel(), y.ravel()]).reshape(x.shape)
    distance = _distance(points, True, x, y)
    flat = _inflated(within, 1 / body.detail**2)
    height = body.swell * 2 * np.sqrt(np.maximum(flat, 0))
    return Field(x, y, np.where(within, distance, -distance), within, height, np.zeros_like(x), body.detail)


def _distance(points: Array, closed: bool, x: Array, y: Array) -> Array:
    """Return for each cell of a grid the distance to a line, in mm."""
    nearest = np.full(x.shape, np.inf)
    ends = np.roll(points, -1, axis=0) if closed else points[1:]
    for (ax, ay), (bx, by) in zip(points if closed else points[:-1], ends, strict=True):
        vx, vy = bx - ax, by - ay
        t = np.clip(((x - ax) * vx + (y - ay) * vy) / max(vx * vx + vy * vy, 1e-9), 0, 1)
        nearest = np.minimum(nearest, (x - ax - t * vx) ** 2 + (y - ay - t * vy) ** 2)
    return np.asarray(np.sqrt(nearest))


def _inflated(within: Flags, cell: float) -> Array:
    """Return a soap film blown over a shape: Poisson's equation, solved coarse to fine."""
    film: Array = np.zeros(within.shape)
    for coarse in (8, 4, 2, 1):
        mask = within[::coarse, ::coarse]
        guess: Array = np.zeros(mask.shape)
        if coarse < 8:
            doubled = np.kron(film[:: coarse * 2, :: coarse * 2], np.ones((2, 2)))[: mask.shape[0], : mask.shape[1]]
            guess[: doubled.shape[0], : doubled.shape[1]] = doubled
        for _ in range(500 if coarse > 1 else 250):
            around = guess[:-2, 1:-1] + guess[2:, 1:-1] + guess[1:-1, :-2] + guess[1:-1, 2:]
            guess[1:-1, 1:-1] = np.where(mask[1:-1, 1:-1], (around + cell * coarse * coarse) / 4, 0)
        grown = np.kron(guess, np.ones((coarse, coarse)))[: film.shape[0], : film.shape[1]]
        film = np.zeros(within.shape)
        film[: grown.shape[0], : grown.shape[1]] = grown
    return film


def _pair(text: Any) -> tuple[float, float]:
    first, second = (float(part) for part in str(text).split())
    return first, second


def _bump(field: Field, mark: dict[str, Any]) -> None:
    (x, y), (wide, tall) = _pair(mark["bump"]), _pair(mark["size"])
    turn = math.radians(mark.get("turn", 0))
    dx, dy = field.x - x, field.y - y
    along, across = dx * math.cos(turn) + dy * math.sin(turn), -dx * math.sin(turn) + dy * math.cos(turn)
    field.height += mark["height"] * np.exp(-((along / wide) ** 2) - (across / tall) ** 2)


def _ridge(field: Field, mark: dict[str, Any]) -> None:
    line = sample(Knots.parse(mark["ridge"]), step=1.0)
    field.height += mark["height"] * np.exp(-((_distance(line, False, field.x, field.y) / mark["radius"]) ** 2))


def _facet(field: Field, mark: dict[str, Any]) -> None:
    """Cut a patch flat, tilted by a slope, with a soft edge."""
    corners = Knots.parse(mark["facet"]).xy
    within = inside(corners, np.c_[field.x.ravel(), field.y.ravel()]).reshape(field.x.shape)
    distance = _distance(corners, True, field.x, field.y)
    share = np.clip(0.5 + np.where(within, distance, -distance) / mark["soft"], 0, 1)
    share = share * share * (3 - 2 * share) * mark["strength"]
    covered = within & field.inside
    mean = float(field.height[covered].mean()) if covered.any() else 0.0
    slope_x, slope_y = _pair(mark["slope"])
    middle_x, middle_y = corners.mean(0)
    plane = mean + slope_x * (field.x - middle_x) + slope_y * (field.y - middle_y)
    field.height = field.height * (1 - share) + plane * share


def _rough(field: Field, mark: dict[str, Any]) -> None:
    (x, y), (wide, tall) = _pair(mark["rough"]), _pair(mark["size"])
    field.rough += mark["height"] * np.exp(-(((field.x - x) / wide) ** 2) - ((field.y - y) / tall) ** 2)


def _lobules(field: Field, mark: dict[str, Any]) -> None:
    """Divide a body into fat lobules: each a pillow, with the septa as grooves between them."""
    chance = np.random.default_rng(int(mark.get("seed", 1)))
    size = float(mark["lobules"])
    columns = np.arange(field.x.min(), field.x.max() + size, size)
    rows = np.arange(field.y.min(), field.y.max() + size, size)
    seeds = (
        np.array([(x, y) for x in columns for y in rows])
        + chance.uniform(-0.42, 0.42, (len(columns) * len(rows), 2)) * size
    )
    nearest = np.full(field.x.shape, np.inf)
    second = np.full(field.x.shape, np.inf)
    for x, y in seeds:
        away = np.hypot(field.x - x, (field.y - y) * 0.85)
        second = np.minimum(second, np.maximum(nearest, away))
        nearest = np.minimum(nearest, away)
    pillow = np.clip((second - nearest) / size, 0, 0.6)
    field.height += mark["height"] * np.sqrt(pillow / 0.6)


_MARKS = {"bump": _bump, "ridge": _ridge, "facet": _facet, "rough": _rough, "lobules": _lobules}


def _grained(field: Field, body: Body, seed: int) -> None:
    chance = np.random.default_rng(seed)

    def noise(scale: float) -> Array:
        found = blur(chance.standard_normal(field.x.shape), scale * field.detail)
        return np.asarray(found / found.std())

    field.height += body.grain * (0.7 * noise(2.2) + 0.35 * noise(0.9))
    field.height += field.rough * (0.6 * noise(0.7) + 0.35 * noise(0.35))


def _lit(field: Field, body: Body) -> Array:
    smooth = blur(field.height, body.soft * field.detail)
    down, right = np.gradient(smooth * body.height, 1 / field.detail)
    normal = np.dstack([-right, -down, np.ones_like(right)])
    normal /= np.linalg.norm(normal, axis=2)[:, :, None]
    bright = 0.16 + 0.84 * np.clip(normal @ LIGHT, 0, 1)
    bright += body.glow * np.clip(normal @ BOUNCE, 0, 1) ** 1.5
    share = blur(field.inside.astype(float), 2.5 * field.detail) + 1e-3
    hollow = blur(field.height * field.inside, 2.5 * field.detail) / share - field.height
    return np.asarray(bright - 0.05 * np.clip(hollow, -2, 4) * field.inside)


def blur(values: Array, sigma: float) -> Array:
    """Return a grid blurred by a Gaussian of ``sigma`` cells."""
    radius = max(1, int(3 * sigma))
    kernel = np.exp(-0.5 * (np.arange(-radius, radius + 1) / sigma) ** 2)
    kernel /= kernel.sum()
    for axis in (0, 1):
        padding = [(radius, radius) if one == axis else (0, 0) for one in (0, 1)]
        padded = np.pad(values, padding, "edge")
        length = values.shape[axis]
        values = sum(
            (weight * np.take(padded, range(at, at + length), axis) for at, weight in enumerate(kernel)),
            np.zeros_like(values),
        )
    return values


def _regions(field: Field, level: Array, body: Body) -> str:
    data = ""
    for line in contourpy.contour_generator(field.x, field.y, level).lines(0):
        points = np.asarray(line)
        if len(points) < 6:
            continue
        size = abs(np.sum(points[:-1, 0] * points[1:, 1] - points[1:, 0] * points[:-1, 1])) / 2
        if size >= body.least:
            data += straight_path(points[:-1], body.tolerance)
    return data
