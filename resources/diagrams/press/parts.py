"""What a leaf is made of: each part of the source becomes its outline and its ink."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from press import cord as cords
from press import relief, section, shade
from press.curve import Array, Knots, Spine, band, inside, knots, ring, sample, smooth_path, spine
from press.fibre import Fascicle, bundle, fascicles, slivers, strand

Row = dict[str, Any]


@dataclass
class Sheet:
    """What is being drawn on: definitions so far, and the outlines that lie beneath."""

    defs: list[str] = field(default_factory=list)
    under: list[Array] = field(default_factory=list)


@dataclass
class Ink:
    """One part of a leaf: what is painted, and its outline where it has one of its own."""

    lines: list[str]
    outline: str = ""
    rings: list[Array] = field(default_factory=list)


def draw(row: Row, sheet: Sheet) -> Ink:
    """Return the ink of one part; the first word of the row says what it is."""
    return _PARTS[next(iter(row))](row, sheet)


def _form(row: Row, sheet: Sheet) -> Ink:
    """Return a carved body: bone, cartilage, muscle, fat, skin."""
    outline = Knots.parse(row["outline"])
    body = relief.BODIES[row["form"]]
    body = replace(body, **{name: row[name] for name in ("swell", "grain", "height", "soft", "glow") if name in row})
    lines = relief.tones(outline, row.get("marks", []), body, row.get("seed", 1), row.get("rim", True))
    for lip in row.get("lips", []):
        line = spine(Knots.parse(lip), 0.6)
        lines.append(f'<path class="{body.tone}-o" d="{band(line, -line.width / 2, line.width / 2)}"/>')
    if "opacity" in row:
        lines = [f'<g opacity="{row["opacity"]}">', *lines, "</g>"]
    return Ink(lines, smooth_path(outline, True), [sample(outline, True)])


def _cord(row: Row, sheet: Sheet) -> Ink:
    """Return a tendon, vessel or nerve along a course of points with widths."""
    tube = cords.TUBES[row["cord"]]
    tube = replace(tube, **{name: row[name] for name in ("fibres", "flat", "wobble") if name in row})
    seed = row.get("seed", 1)
    lines, outline, rings = [], "", []
    for text in row["course"] if isinstance(row["course"], list) else [row["course"]]:
        line = cords.course(Knots.parse(text), tube, seed)
        rise = row.get("rise", 1.6)
        lines += shade.contact(line, sheet.under, rise, row.get("shadows", 4), row.get("shadow", 0.08))
        lines += cords.cord(line, tube, seed)
        outline += _closed(line)
        rings.append(ring(line))
        seed += 1
    return Ink(lines, outline, rings)


def _fan(row: Row, sheet: Sheet) -> Ink:
    """Return a ligament: bundles of fibres between two edges, over a ground that fades at its ends."""
    edge_a, edge_b = Knots.parse(row["fan"]), Knots.parse(row["to"])
    middle = (edge_a.xy[[0, -1]] + edge_b.xy[[0, -1]]) / 2
    count, seed = row["fibres"], row["seed"]
    name = _gradient(sheet, "lg-g", middle[0], middle[1], (0.1, 0.86), row.get("ground", 0.95))
    shape = smooth_path(edge_a) + "L" + smooth_path(knots(edge_b.xy[::-1]))[1:] + "Z"
    lines = [f'<path fill="url(#{name})" d="{shape}"/>']
    held = fascicles(max(3, count // 5), seed)
    lines += _fascicles(edge_a, edge_b, held)
    for at, (tone, share, thick, cover) in enumerate(_LIGAMENT):
        made = slivers(edge_a, edge_b, int(count * share), thick, seed + at, cover, 0.6, 0.05, held)
        lines.append(bundle(f"lg-{tone}", made))
    outline = _band_outline(edge_a, edge_b, 0.05)
    return Ink(lines, smooth_path(outline, True), [sample(outline, True)])


def _fascicles(edge_a: Knots, edge_b: Knots, held: list[Fascicle]) -> list[str]:
    """Return the bundles of a ligament as flat cords: lit towards the upper left, a furrow on the other side."""
    lit_first = float((edge_a.xy - edge_b.xy).sum()) < 0
    shade = [(0.9, 1 + far) if lit_first else (-far, 0.1) for far in (0.06, 0.1, 0.15)]
    lines = [bundle("lg-s", [strand(edge_a, edge_b, Fascicle(*one, 0.02, 0.97), 0.0, 1.0)]) for one in shade]
    for tone, low, high in _CORD:
        if not lit_first:
            low, high = 1 - high, 1 - low
        lines.append(bundle(f"lg-{tone}", [strand(edge_a, edge_b, one, low, high) for one in held]))
    return lines


# tone, from and to as shares of the breadth from the lit side
_CORD = (("m", 0.04, 0.8), ("s", 0.5, 1.0), ("s", 0.78, 1.06), ("d", 0.93, 1.03))


def _band_outline(edge_a: Knots, edge_b: Knots, bulge: float) -> Knots:
    """Return the outline of what runs between two edges, its ends rounded by a share of its length."""
    rows = np.linspace(0, 1, 6)
    a, b = _along(edge_a, rows), _along(edge_b, rows)
    start, end = (a[0] + b[0]) / 2, (a[-1] + b[-1]) / 2
    out = (end - start) * bulge
    return knots(np.vstack([a, end + out, b[::-1], start - out]))


def _along(edge: Knots, rows: Array) -> Array:
    points = sample(edge)
    share = np.linspace(0, 1, len(points))
    return np.asarray(np.c_[np.interp(rows, share, points[:, 0]), np.interp(rows, share, points[:, 1])])


# tone, share of the fibre count, width in mm, share of the length one fibre covers
_LIGAMENT = (
    ("m", 0.5, 0.5, (0.15, 0.7)),
    ("d", 0.8, 0.16, (0.06, 0.5)),
    ("h", 0.8, 0.18, (0.06, 0.55)),
)


def _veil(row: Row, sheet: Sheet) -> Ink:
    """Return a translucent sheet with fibres from edge to edge and glints over the cords beneath."""
    edge_a, edge_b = Knots.parse(row["veil"]), Knots.parse(row["to"])
    middle = (edge_a.xy[[0, -1]] + edge_b.xy[[0, -1]]) / 2
    name = _gradient(sheet, "rt-g", middle[0], middle[1], (0.2, 0.8), row.get("ground", 0.42))
    shape = smooth_path(edge_a) + "L" + smooth_path(knots(edge_b.xy[::-1]))[1:] + "Z"
    lines = [f'<path fill="url(#{name})" d="{shape}"/>']
    for glint in row.get("glints", []):
        lines.append(f'<path class="rt-g2" d="{_glint(spine(Knots.parse(glint)))}"/>')
    count, seed = row["fibres"], row["seed"]
    held = fascicles(max(4, count // 5), seed)
    for at, (tone, share, thick, cover) in enumerate(_RETINACULUM):
        made = slivers(edge_a, edge_b, int(count * share), thick, seed + at, cover, 0.5, -0.02, held)
        lines.append(bundle(f"rt-{tone}", made))
    outline = _band_outline(edge_a, edge_b, 0.03)
    return Ink([line for line in lines if line], smooth_path(outline, True), [sample(outline, True)])


_RETINACULUM = (
    ("s", 0.3, 1.5, (0.5, 1.0)),
    ("d", 1.0, 0.15, (0.15, 0.9)),
    ("l", 1.1, 0.28, (0.2, 0.95)),
    ("h", 0.6, 0.2, (0.1, 0.4)),
)


def _glint(line: Spine) -> str:
    fade = np.sin(np.pi * np.linspace(0, 1, len(line.centre))) ** 0.5
    return band(line, -line.width / 2 * fade, line.width / 2 * fade)


def _tuft(row: Row, sheet: Sheet) -> Ink:
    """Return fibres alone: muscle grain, frayed insertions, ragged edges."""
    low, high = (float(part) for part in str(row.get("cover", ".35 .95")).split())
    made = slivers(
        Knots.parse(row["from"]),
        Knots.parse(row["to"]),
        row["fibres"],
        row["width"],
        row.get("seed", 1),
        (low, high),
        row.get("wave", 0.4),
        row.get("fray", 0.0),
    )
    return Ink([bundle(row["tuft"], made)])


def _grain(row: Row, sheet: Sheet) -> Ink:
    """Return the fibres of a muscle belly between its two edges: dark, light and glinting."""
    edge_a, edge_b = Knots.parse(row["grain"]), Knots.parse(row["to"])
    count, seed, longest = row["fibres"], row["seed"], row.get("longest", 0.32)
    lines = []
    for at, (tone, share, thick, most) in enumerate((("d", 1, 0.34, 1), ("l", 0.75, 0.28, 0.8), ("h", 0.22, 0.2, 0.4))):
        cover = (0.05, longest * most)
        made = slivers(edge_a, edge_b, int(count * share), thick, seed + at, cover, 0.6, 0.0)
        lines.append(bundle(f"mu-{tone}", made))
    return Ink(lines)


def _sheath(row: Row, sheet: Sheet) -> Ink:
    """Return a tendon sheath: a glassy ribbon wider than the tendon, with rounded ends."""
    line = spine(Knots.parse(row["sheath"]), 0.6)
    half = line.width / 2
    lines = [
        f'<path class="ts-b" d="{band(line, -half, half)}"/>',
        f'<path class="ts-l" d="{band(line, 0.30 * half, 0.62 * half)}"/>',
        f'<path class="ts-l" d="{band(line, 0.40 * half, 0.52 * half)}"/>',
        f'<path class="ts-d" d="{band(line, -half, -0.72 * half)}"/>',
        f'<path class="ts-e" d="{band(line, half - 0.14, half)}{band(line, -half, -half + 0.22)}"/>',
    ]
    return Ink(lines)


def _seam(row: Row, sheet: Sheet) -> Ink:
    """Return a joint line: cartilage on either side of a narrow dark gap."""
    line = spine(Knots.parse(row["seam"]), 0.5)
    half = line.width / 2
    lines = [
        f'<path class="ct4" d="{band(line, -half, half)}"/>',
        f'<path class="ct7" d="{band(line, 0.35 * half, 0.80 * half)}"/>',
        f'<path class="ct6" d="{band(line, -0.80 * half, -0.35 * half)}"/>',
        f'<path class="bm-o" d="{band(line, -0.20 * half, 0.12 * half)}"/>',
    ]
    return Ink(lines, _closed(line), [ring(line)])


def _wash(row: Row, sheet: Sheet) -> Ink:
    """Return a tinted area: a territory has a pattern and a dashed border, a space has neither."""
    outline = Knots.parse(row["outline"])
    tone = row["wash"]
    edge = sample(outline, True, 0.4)
    lines = [f'<path class="{tone}-w" d="{smooth_path(outline, True)}"/>']
    marks = _PATTERNS[row.get("pattern", "none")](edge, row.get("gap", 2.4))
    lines.append(bundle(f"{tone}-p", marks))
    if "pattern" in row:
        lines.append(bundle(f"{tone}-e", _dashes(edge, 1.8)))
    return Ink([line for line in lines if line], smooth_path(outline, True), [edge])


def _dots(edge: Array, gap: float) -> list[str]:
    (left, top), (right, bottom) = edge.min(0), edge.max(0)
    rows = np.arange(top, bottom, gap * 0.866)
    points = [(x, y) for at, y in enumerate(rows) for x in np.arange(left + (at % 2) * gap / 2, right, gap)]
    within = inside(edge, np.array(points))
    return [
        f"M{x - 0.22:.2f} {y:.2f}a.22 .22 0 1 0 .44 0a.22 .22 0 1 0-.44 0Z"
        for (x, y), held in zip(points, within, strict=True)
        if held
    ]


def _strokes(edge: Array, gap: float) -> list[str]:
    (left, top), (right, bottom) = edge.min(0), edge.max(0)
    rows = np.arange(top, bottom, gap)
    points = [(x, y) for at, y in enumerate(rows) for x in np.arange(left + (at % 2) * gap * 0.75, right, gap * 1.5)]
    within = inside(edge, np.array(points)) & inside(edge, np.array(points) + np.array([gap * 0.6, -gap * 0.6]))
    long = gap * 0.55
    return [
        f"M{x:.2f} {y:.2f}l{long:.2f}-{long:.2f}.12 .12-{long:.2f} {long:.2f}Z"
        for (x, y), held in zip(points, within, strict=True)
        if held
    ]


_PATTERNS: dict[str, Callable[[Array, float], list[str]]] = {
    "none": lambda edge, gap: [],
    "dots": _dots,
    "strokes": _strokes,
}


def _dashes(edge: Array, length: float) -> list[str]:
    closed = np.vstack([edge, edge[:1]])
    arc = np.r_[0, np.cumsum(np.hypot(*np.diff(closed, axis=0).T))]
    found = []
    for start in np.arange(0, arc[-1] - length, length * 1.7):
        at = np.linspace(start, start + length, 5)
        points = np.c_[np.interp(at, arc, closed[:, 0]), np.interp(at, arc, closed[:, 1])]
        line = spine(Knots(points, np.full(5, 0.34), np.zeros(5, bool)), 0.4)
        found.append(band(line, -line.width / 2, line.width / 2))
    return found


def _cast(row: Row, sheet: Sheet) -> Ink:
    """Return the shadow of an edge on what lies beneath it."""
    return Ink(
        shade.cast(
            row["cast"], row["rise"], row.get("shadows", 5), row["shadow"], row.get("dx", 0.6), row.get("dy", 1.2)
        )
    )


def _hatch(row: Row, sheet: Sheet) -> Ink:
    """Return the engraver's strokes that model a landmark, inside an outline of its own."""
    outline = Knots.parse(row["outline"])
    lines = [bundle(stroke["tone"], [_stroke(text) for text in stroke["lines"]]) for stroke in row.get("strokes", [])]
    return Ink(lines, smooth_path(outline, True), [sample(outline, True)])


def _stroke(text: str) -> str:
    line = spine(Knots.parse(text), 0.5)
    fade = np.sin(np.pi * np.linspace(0, 1, len(line.centre))) ** 0.7
    half = np.maximum(line.width / 2 * fade, 0.01)
    return band(line, -half, half)


def _halo(row: Row, sheet: Sheet) -> Ink:
    """Return a thin sheet that fades towards its border: the ground of a fan of ligaments."""
    outline = Knots.parse(row["outline"])
    x, y, radius = (float(part) for part in row["halo"].split())
    name = f"g{len(sheet.defs)}"
    stops = ((0.15, 0.75), (0.6, 0.5), (1.0, 0.0))
    sheet.defs.append(
        f'<radialGradient id="{name}" gradientUnits="userSpaceOnUse" cx="{x:g}" cy="{y:g}" r="{radius:g}">'
        + "".join(f'<stop class="lg-g" offset="{at:g}" stop-opacity="{share:g}"/>' for at, share in stops)
        + "</radialGradient>"
    )
    data = smooth_path(outline, True)
    return Ink([f'<path fill="url(#{name})" d="{data}"/>'], data, [sample(outline, True)])


def _gradient(sheet: Sheet, tone: str, start: Array, end: Array, full: tuple[float, float], opacity: float) -> str:
    name = f"g{len(sheet.defs)}"
    stops = ((0.0, 0.0), (full[0], opacity), (full[1], opacity), (1.0, 0.0))
    ends = f'x1="{start[0]:g}" y1="{start[1]:g}" x2="{end[0]:g}" y2="{end[1]:g}"'
    sheet.defs.append(
        f'<linearGradient id="{name}" gradientUnits="userSpaceOnUse" {ends}>'
        + "".join(f'<stop class="{tone}" offset="{at:g}" stop-opacity="{share:g}"/>' for at, share in stops)
        + "</linearGradient>"
    )
    return name


def _closed(line: Spine) -> str:
    return band(line, -line.width / 2, line.width / 2)


def _section(row: Row, sheet: Sheet) -> Ink:
    """Return a cut bone or cut fat."""
    outline = Knots.parse(row["outline"])
    seed = row.get("seed", 1)
    if row["section"] == "bone":
        lines = section.bone(outline, row.get("cortex", 1.2), seed)
    else:
        lines = section.fat(outline, row.get("lobules", 4.0), seed)
    return Ink(lines, smooth_path(outline, True), [sample(outline, True)])


def _oval(row: Row, sheet: Sheet) -> Ink:
    """Return a cut cord, or several of one structure."""
    lines, data, rings = [], "", []
    for number, one in enumerate(row["cuts"]):
        at, size, turn = section.parsed(one)
        seed = row.get("seed", 1) + 5 * number
        outline = section.oval(at, size, turn, seed)
        lines += section.cord(row["oval"], outline, at, size, turn, seed)
        data += smooth_path(outline, True)
        rings.append(sample(outline, True))
    return Ink(lines, data, rings)


_PARTS: dict[str, Callable[[Row, Sheet], Ink]] = {
    "form": _form,
    "cord": _cord,
    "fan": _fan,
    "veil": _veil,
    "tuft": _tuft,
    "grain": _grain,
    "sheath": _sheath,
    "seam": _seam,
    "wash": _wash,
    "cast": _cast,
    "hatch": _hatch,
    "halo": _halo,
    "section": _section,
    "oval": _oval,
}
