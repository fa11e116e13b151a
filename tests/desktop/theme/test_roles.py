from __future__ import annotations

import itertools

import pytest

from quizapp.desktop.theme import style
from quizapp.desktop.theme.roles import NAMES, palette, roles

TEXT_PAIRS = [
    ("text", "ground"), ("text", "surface"), ("text", "raised"), ("text", "accent_soft"),
    ("quiet", "ground"), ("quiet", "surface"), ("quiet", "raised"),
    ("on_accent", "accent"), ("accent", "ground"), ("accent", "surface"),
    ("right", "surface"), ("right", "ground"), ("wrong", "surface"), ("wrong", "ground"),
    ("near", "surface"), ("near", "ground"), ("near", "near_soft"), ("text", "near_soft"),
]  # fmt: skip


def luminance(colour: str) -> float:
    """Relative luminance of WCAG 2.2."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("text", "ground"), TEXT_PAIRS)
def test_text_can_be_read(name: str, text: str, ground: str) -> None:
    theme = roles(name)
    assert contrast(getattr(theme, text), getattr(theme, ground)) >= 4.5


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("ground", ["ground", "surface", "raised", "accent_soft"])
def test_the_focus_ring_can_be_seen(name: str, ground: str) -> None:
    theme = roles(name)
    assert contrast(theme.focus, getattr(theme, ground)) >= 3


def seen_with(colour: str, matrix: tuple[tuple[float, float, float], ...]) -> tuple[float, ...]:
    """A colour as a colour-blind eye sees it (Machado, Oliveira and Fernandes 2009, severity 1.0)."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    return tuple(sum(weight * one for weight, one in zip(row, channels, strict=True)) for row in matrix)


BLIND = {
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("eye", BLIND)
def test_right_wrong_and_near_differ_for_colour_blind_eyes(name: str, eye: str) -> None:
    theme = roles(name)
    seen = [seen_with(one, BLIND[eye]) for one in (theme.right, theme.wrong, theme.near)]
    for one, other in itertools.combinations(seen, 2):
        assert sum(abs(a - b) for a, b in zip(one, other, strict=True)) > 0.15


@pytest.mark.parametrize("name", NAMES)
def test_the_style_sheet_takes_its_colours_from_the_roles(name: str) -> None:
    sheet = style.sheet(roles(name), 1.0, "icons")
    assert "$" not in sheet and roles(name).accent in sheet
    assert "font-size: 15px" in sheet and "font-size: 30px" in style.sheet(roles(name), 2.0, "icons")


@pytest.mark.parametrize("name", NAMES)
def test_the_palette_marks_selections_readably(name: str) -> None:
    made = palette(roles(name))
    assert contrast(made.highlight().color().name(), made.highlightedText().color().name()) >= 4.5
