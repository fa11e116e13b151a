"""The one theme block of every plate: light, dark and print from the same classes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import numpy as np

from press.relief import BODIES
from press.section import CUT

Theme = Literal["light", "dark", "print"]

# Five stops from shadow to highlight, light theme | dark theme.
_RAMPS = {
    "bn": ("#6f5335 #a08058 #d3bb92 #eee0c2 #fffaec", "#3a2b1c #7b6141 #b9a078 #ded0af #f7efdc"),
    "bm": ("#664d33 #94764f #c9b189 #e6d7b8 #f9f1df", "#33261a #705a3a #aa926b #cdbd9b #e9dec6"),
    "bd": ("#5b4632 #82694b #ab946f #c6b28c #d9c8a6", "#2a2016 #554530 #85714f #a8946f #c2b08c"),
    "cb": ("#8a6f4a #b59a70 #e0cfab #f6ecd5 #fffdf6", "#4a3924 #8f7650 #cdb78e #e9dcbd #fbf4e2"),
    "sb": ("#9a6a50 #c08f6e #e0b995 #f0d6b6 #faeddb", "#4d2f22 #86583f #b88a68 #d8b18d #ecd3b6"),
    "bg": ("#d0b294 #dcc4a8 #e8d6bf #f1e5d4 #f8f0e4", "#4a3f34 #5d5042 #736452 #8c7b66 #a8967e"),
    "bp": ("#a58c6c #bfa885 #d8c6a6 #e9dcc4 #f6eedd", "#2f251c #4a3c2e #6a5945 #87755d #a5947b"),
    "mp": ("#6b2b26 #96483f #bb6c60 #d6958a #efc4ba", "#2e100e #4e211d #75392f #95584c #b88072"),
    "ct": ("#74898e #a9bdc0 #d9e5e4 #f2f8f7 #ffffff", "#33474f #6f8d95 #b3c9cc #dceaea #ffffff"),
    "tn": ("#5f5648 #9b907c #cfc6b2 #f0eadb #ffffff", "#2d2a24 #6f695d #b3ac9d #ddd6c7 #fbf8f1"),
    "mu": ("#3f0f0d #6f201b #a23a30 #c7604f #eba995", "#260807 #551612 #8c2f27 #b85446 #e39c88"),
    "ar": ("#5e0c0f #a82420 #de4a3e #f2806d #ffdbd0", "#3d0608 #86120f #c2312a #e56b59 #ffcfc2"),
    "ve": ("#0d1738 #16285a #254385 #5c7fc0 #c9d9f5", "#122148 #3358a0 #6f95dc #a9c3f0 #e4eefc"),
    "nv": ("#a3863a #d3b75f #efdb8e #f9edb8 #fffbe6", "#4e3a08 #927219 #cfae40 #eed97f #fff8d6"),
    "ft": ("#c29a4a #dcbc70 #efd997 #f7eabf #fffbe8", "#5f4410 #92722a #bf9d4e #d9bf7a #f0e0ae"),
    "sk": ("#d9b49a #ecd2bf #f6e5d8 #fbf0e8 #fefaf6", "#1c1613 #251d19 #30261f #3b2f28 #4a3b33"),
    "sf": ("#a9765a #cd9b7c #e3b898 #f0d0b5 #fbe9d8", "#3a261b #664636 #8f6850 #b08a6d #cdab8e"),
}
_COUNTS = {"tn": 12, "ar": 7, "ve": 6, "nv": 6} | {body.tone: len(body.levels) for body in (*BODIES.values(), *CUT)}
_LEVELS = {body.tone: body.levels for body in BODIES.values() if body.tone in ("bn", "bm", "bd")}

# class: property, light colour, dark colour, opacity (0: opaque)
_FLAT: tuple[tuple[str, str, str, str, float], ...] = (
    ("sh", "fill", "#3a2212", "#000000", 0),
    ("bn-o", "fill", "#5f4528", "#1d140b", 0),
    ("bd-o", "fill", "#4a3620", "#150e07", 0),
    ("bm-o", "fill", "#553d24", "#1a120a", 0),
    ("cb-o", "fill", "#6b5232", "#1f160c", 0),
    ("bg-o", "fill", "#c4a284", "#6a5948", 0),
    ("bp-o", "fill", "#8d7454", "#211810", 0),
    ("mp-o", "fill", "#5a211d", "#250c0a", 0),
    ("bn-k", "fill", "#5f4528", "#1d140b", 0.42),
    ("bn-h", "fill", "#fffdf4", "#fff7e2", 0.65),
    ("mu-o", "fill", "#3a0c0a", "#1c0504", 0),
    ("ct-o", "fill", "#5c747a", "#22343a", 0),
    ("ft-o", "fill", "#a07a30", "#45310c", 0),
    ("sk-o", "fill", "#d8b79f", "#5d4c41", 0),
    ("sf-o", "fill", "#9a6a50", "#2a1a12", 0),
    ("sk-n", "fill", "#fff6ee", "#8f7a6b", 0.75),
    ("sk-v", "fill", "#1b5cae", "#5f93c4", 0.19),
    ("sk-k", "fill", "#b98f74", "#6d5a4d", 0.55),
    ("tn-d", "fill", "#57503f", "#15120c", 0.34),
    ("tn-l", "fill", "#ffffff", "#ffffff", 0.62),
    ("tn-s", "fill", "#f2ecdf", "#d9d3c4", 0.72),
    ("tn-o", "fill", "#8d8270", "#1e1b15", 0),
    ("tn-b", "fill", "#aca391", "#6e6a62", 0),
    ("ar-b", "fill", "#c0392f", "#962019", 0),
    ("ve-b", "fill", "#4a69a6", "#2f4a85", 0),
    ("nv-d", "fill", "#8a6c1c", "#8a6c1c", 0.42),
    ("nv-l", "fill", "#fffdf0", "#fffdf0", 0.75),
    ("lg-g", "stop-color", "#dfd3ba", "#a4967b", 0),
    ("lg-s", "fill", "#9d8a68", "#4e4330", 0.32),
    ("lg-m", "fill", "#f3ebd8", "#d6cab0", 0.6),
    ("lg-d", "fill", "#5f4f34", "#1c160c", 0.5),
    ("lg-h", "fill", "#ffffff", "#f6eeda", 0.85),
    ("rt-g", "stop-color", "#f0e9da", "#b7ae9c", 0),
    ("rt-g2", "fill", "#ffffff", "#ffffff", 0.34),
    ("rt-s", "fill", "#a99c84", "#2a2418", 0.16),
    ("rt-d", "fill", "#6f6148", "#17130b", 0.42),
    ("rt-l", "fill", "#ffffff", "#efe8da", 0.36),
    ("rt-h", "fill", "#ffffff", "#ffffff", 0.55),
    ("ts-b", "fill", "#dfe9ee", "#8fa3ad", 0.20),
    ("ts-l", "fill", "#ffffff", "#ffffff", 0.30),
    ("ts-d", "fill", "#3d5663", "#000000", 0.16),
    ("ts-e", "fill", "#5f7885", "#9fb7c2", 0.34),
    ("mu-d", "fill", "#3d0c09", "#3d0c09", 0.42),
    ("mu-l", "fill", "#e8a28e", "#e8a28e", 0.42),
    ("mu-h", "fill", "#ffe3d8", "#ffe3d8", 0.6),
    ("ta-w", "fill", "#2f8f83", "#57b8ab", 0.20),
    ("ta-p", "fill", "#1f6f66", "#8fd8cd", 0.55),
    ("ta-e", "fill", "#17584f", "#a8e4da", 0.8),
    ("tb-w", "fill", "#b3651f", "#dd9a55", 0.22),
    ("tb-p", "fill", "#8a4a12", "#f0be8a", 0.55),
    ("tb-e", "fill", "#73390a", "#f5cfa6", 0.8),
    ("tc-w", "fill", "#6a4fb0", "#a78be6", 0.20),
    ("tc-p", "fill", "#4c3590", "#cbb8f5", 0.55),
    ("tc-e", "fill", "#3d2a78", "#dccff9", 0.8),
    ("sp-w", "fill", "#3c4a63", "#9fb4d6", 0.03),
    ("sp-p", "fill", "#3c4a63", "#b7c8e4", 0.30),
    ("sp-e", "fill", "#33415a", "#c3d2ea", 0.55),
)


def css(theme: Theme) -> str:
    """Return the rules of one theme; print is the light one drained towards grey."""
    dark = theme == "dark"
    rules = []
    for tone, stops in _RAMPS.items():
        colours = _ramp(stops[dark].split(), _COUNTS[tone], _LEVELS.get(tone))
        rules.append(" ".join(f".{tone}{at}{{fill:{_inked(one, theme)}}}" for at, one in enumerate(colours)))
    for name, what, light, night, opacity in _FLAT:
        colour = _inked(night if dark else light, theme)
        rules.append(f".{name}{{{what}:{colour}{f';opacity:{opacity:g}' if opacity else ''}}}")
    return "\n".join(rules)


def _ramp(stops: list[str], count: int, levels: tuple[float, ...] | None) -> list[str]:
    """Return count + 1 colours; where thresholds are given, the colour follows the brightness."""
    at = [0.0, *(max(0.0, (level - 0.17) / 0.83) for level in levels)] if levels else np.linspace(0, 1, count + 1)
    channels = np.array([[int(stop[part : part + 2], 16) for part in (1, 3, 5)] for stop in stops], float)
    places = np.linspace(0, 1, len(stops))
    mixed = np.array([np.interp(at, places, channels[:, part]) for part in range(3)]).T
    return [_hex(row) for row in mixed]


def _inked(colour: str, theme: Theme) -> str:
    """Return a colour as it prints: 70 % towards its own grey, a little lifted."""
    if theme != "print":
        return colour
    red, green, blue = (int(colour[part : part + 2], 16) for part in (1, 3, 5))
    grey = 255 - (255 - (0.299 * red + 0.587 * green + 0.114 * blue)) * 0.92
    return _hex([grey + (one - grey) * 0.30 for one in (red, green, blue)])


def _hex(channels: Iterable[float]) -> str:
    return "#" + "".join(f"{max(0, min(255, round(float(one)))):02x}" for one in channels)
