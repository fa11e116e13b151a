"""The drawing is what its source makes, byte for byte, and within what both renderers draw."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from press.plate import build

from quizapp.base import paths

FOLDER = paths.resources("diagrams")
SVG = (FOLDER / "medial.svg").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def built() -> dict[str, str]:
    return build(FOLDER / "medial.plate.yaml")


@pytest.mark.parametrize("name", ["medial.svg", "theme.dark.css", "theme.print.css"])
def test_the_source_makes_the_drawing_byte_for_byte(built: dict[str, str], name: str) -> None:
    assert built[name] == (FOLDER / name).read_text(encoding="utf-8")


def test_only_what_qt_and_browsers_draw_alike_is_used() -> None:
    elements = set(re.findall(r"<([a-zA-Z]+)", SVG))
    assert elements <= {"svg", "style", "defs", "g", "path", "linearGradient", "radialGradient", "stop"}
    assert not re.search(r"clip-path|filter=|mask=|hsl\(|rgba?\(|var\(|href|url\(http|@media|:root", SVG)


@pytest.mark.parametrize("theme", ["dark", "print"])
def test_every_theme_colours_the_same_classes(theme: str) -> None:
    rules = (FOLDER / f"theme.{theme}.css").read_text(encoding="utf-8")
    light = re.search(r'<style id="theme">(.*?)</style>', SVG, re.DOTALL)
    assert light is not None
    assert _classes(rules) == _classes(light[1])
    used = set(re.findall(r'class="([a-z0-9-]+)"', SVG)) - {"layer", "leaf", "context"}
    assert used <= _classes(rules)


def _classes(css: str) -> set[str]:
    return set(re.findall(r"\.([a-z][a-z0-9-]*)\{", css))


def test_the_layers_stand_deepest_first() -> None:
    assert re.findall(r'id="layer-(\d)"', SVG) == list("987654321")


def test_the_source_stays_small(built: dict[str, str]) -> None:
    source = Path(FOLDER / "medial.plate.yaml").stat().st_size
    assert source < 0.05 * len(built["medial.svg"])
