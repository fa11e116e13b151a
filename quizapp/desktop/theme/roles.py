"""Colour roles: what a colour is for; which colour it is stands in resources/themes."""

from __future__ import annotations

import functools
import json
from dataclasses import dataclass

from PySide6.QtGui import QColor, QPalette

from quizapp.base import paths

NAMES = ("light", "dark")


@dataclass(frozen=True, slots=True)
class Roles:
    """One theme: a colour a role, written #rrggbb."""

    name: str
    dark: bool
    ground: str
    surface: str
    raised: str
    line: str
    text: str
    quiet: str
    accent: str
    accent_soft: str
    on_accent: str
    right: str
    right_soft: str
    wrong: str
    wrong_soft: str
    near: str
    near_soft: str
    focus: str
    lit: str
    markers: tuple[str, ...]

    def colour(self, role: str, alpha: float = 1.0) -> QColor:
        """Return the colour of a role, ``alpha`` 0 to 1."""
        colour = QColor(getattr(self, role))
        colour.setAlphaF(alpha)
        return colour

    def marker(self, number: int) -> QColor:
        """Return the colour of a numbered marker, from 1; its option has the same."""
        return QColor(self.markers[(number - 1) % len(self.markers)])


@functools.cache
def roles(name: str) -> Roles:
    """Return a theme by name."""
    text = paths.resources("themes", f"{name}.json").read_text(encoding="utf-8")
    found = json.loads(text)
    return Roles(**found | {"markers": tuple(found["markers"])})


def palette(theme: Roles) -> QPalette:
    """Return a theme as the palette that Fusion draws with, for what the style sheet leaves alone."""
    made = QPalette()
    for role, name in (
        (QPalette.ColorRole.Window, "ground"),
        (QPalette.ColorRole.WindowText, "text"),
        (QPalette.ColorRole.Base, "surface"),
        (QPalette.ColorRole.AlternateBase, "raised"),
        (QPalette.ColorRole.Text, "text"),
        (QPalette.ColorRole.PlaceholderText, "quiet"),
        (QPalette.ColorRole.Button, "surface"),
        (QPalette.ColorRole.ButtonText, "text"),
        (QPalette.ColorRole.ToolTipBase, "raised"),
        (QPalette.ColorRole.ToolTipText, "text"),
        (QPalette.ColorRole.Highlight, "accent"),
        (QPalette.ColorRole.HighlightedText, "on_accent"),
        (QPalette.ColorRole.Link, "accent"),
        (QPalette.ColorRole.LinkVisited, "accent"),
    ):
        made.setColor(role, theme.colour(name))
    return made
