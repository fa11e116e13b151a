"""The drawing is what its source makes, byte for byte, and within what both renderers draw."""

from __future__ import annotations

import re

import pytest
from press.plate import build

from quizapp.anatomy import atlas
from quizapp.base import paths

FOLDER = paths.resources("diagrams")
SVGS = {view.id: (FOLDER / view.file).read_text(encoding="utf-8") for view in atlas.views(FOLDER).values()}


@pytest.mark.parametrize("view", SVGS)
def test_the_source_makes_the_drawing_byte_for_byte(view: str) -> None:
    source = FOLDER / f"{view}.plate.yaml"
    for name, text in build(source).items():
        assert text == (FOLDER / name).read_text(encoding="utf-8"), name
    assert source.stat().st_size < 0.06 * len(SVGS[view])


@pytest.mark.parametrize("view", SVGS)
def test_only_what_qt_and_browsers_draw_alike_is_used(view: str) -> None:
    elements = set(re.findall(r"<([a-zA-Z]+)", SVGS[view]))
    assert elements <= {"svg", "style", "defs", "g", "path", "linearGradient", "radialGradient", "stop"}
    foreign = r"clip-path|filter=|mask=|hsl\(|rgba?\(|var\(|href|url\(http|@media|:root"
    assert not re.search(foreign, SVGS[view])


@pytest.mark.parametrize("view", SVGS)
@pytest.mark.parametrize("theme", ["dark", "print"])
def test_every_theme_colours_the_same_classes(theme: str, view: str) -> None:
    rules = (FOLDER / f"theme.{theme}.css").read_text(encoding="utf-8")
    light = re.search(r'<style id="theme">(.*?)</style>', SVGS[view], re.DOTALL)
    assert light is not None
    assert _classes(rules) == _classes(light[1])
    used = set(re.findall(r'class="([a-z0-9-]+)"', SVGS[view])) - {"layer", "leaf", "context"}
    assert used <= _classes(rules)


def _classes(css: str) -> set[str]:
    return set(re.findall(r"\.([a-z][a-z0-9-]*)\{", css))


@pytest.mark.parametrize("view", SVGS)
def test_the_layers_stand_deepest_first(view: str) -> None:
    layers = re.findall(r'id="layer-(\d)"', SVGS[view])
    assert layers[0] == "9" and layers == sorted(set(layers), reverse=True)


def test_the_medial_view_has_every_layer() -> None:
    assert re.findall(r'id="layer-(\d)"', SVGS["medial"]) == list("987654321")
