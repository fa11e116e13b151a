"""A plate: its source read, its leaves drawn deepest first, its themes written beside it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml

from press.parts import Ink, Row, Sheet, draw
from press.theme import Theme, css

_THEMES: tuple[Theme, ...] = ("dark", "print")


def build(source: Path) -> dict[str, str]:
    """Return the files a plate source makes: the drawing in light, and the other themes as style sheets."""
    plate: dict[str, Any] = yaml.safe_load(source.read_text(encoding="utf-8"))
    sheet = Sheet()
    body: list[str] = []
    for layer in plate["layers"]:
        # What is reflected stands between the layer that was peeled away and the next one.
        name = f"layer-{layer['layer']}" if "layer" in layer else f"reflected-{layer['reflected']}"
        body.append(f'<g class="layer" id="{name}">')
        for row in layer["leaves"]:
            body += _leaf(row, sheet)
        body.append("</g>")
    name = source.name.removesuffix(".plate.yaml")
    text = "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{plate["window"]}">',
            f'<style id="theme">\n{css("light")}\n</style>',
            f"<defs>\n{chr(10).join(sheet.defs)}\n</defs>",
            *body,
            "</svg>\n",
        ]
    )
    return {f"{name}.svg": text} | {f"theme.{theme}.css": css(theme) + "\n" for theme in _THEMES}


def _leaf(row: Row, sheet: Sheet) -> list[str]:
    """Return one leaf: its outline first, which is also what is hit, then its ink back to front.

    Solid scenery has an outline too, for it hides what lies beneath.
    """
    parts = [draw(part, sheet) for part in row["parts"]]
    name = row.get("leaf")
    if name is None:
        parts = [replace(part, rings=part.rings if row.get("solid") else []) for part in parts]
        cover = "".join(part.outline for part in parts) if row.get("solid") else ""
        hull = [f'<path fill="none" d="{cover}"/>'] if cover else []
        kind = "context cover" if cover else "context"
        return [f'<g class="{kind}" id="x-{row["context"]}">', *hull, *_ink(parts, sheet), "</g>"]
    outline = "".join(part.outline for part in parts)
    return [f'<g class="leaf" id="{name}">', f'<path fill="none" d="{outline}"/>', *_ink(parts, sheet), "</g>"]


def _ink(parts: list[Ink], sheet: Sheet) -> list[str]:
    for part in parts:
        sheet.under += part.rings
    return [line for part in parts for line in part.lines if line]
