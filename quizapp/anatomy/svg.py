"""An SVG file to the outlines in it.

The file's conventions: ``<g class="layer" id="layer-9">`` holds ``<g class="leaf" id="tibia">``, and the
first path of a leaf is the structure's true outline. 1 user unit is 1 mm.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path
from xml.etree import ElementTree

from quizapp.anatomy.diagram import DEEPEST, PHOTO_MM, Region
from quizapp.anatomy.outline import Box, box_of, inner_point, rings_of
from quizapp.base.errors import UserError

_SVG = "{http://www.w3.org/2000/svg}"
_LEAF = re.compile(r'<g class="leaf" id="([a-z0-9_]+)"')


def leaf_ids(path: Path) -> tuple[str, ...]:
    """Return the ids of the leaves of a diagram, deepest first, without reading their shapes."""
    return tuple(_LEAF.findall(_text(path)))


def regions(path: Path, known: Collection[str] = ()) -> tuple[Box, tuple[Region, ...]]:
    """Return the window of a diagram (left, top, right, bottom in mm) and its regions, deepest first.

    Solid scenery is among them, its ids beginning with ``x-``. In a drawing without layers every shape whose id is
    ``known`` is a region; a photograph has none. Raises UserError where the file cannot be read or a leaf has no
    outline.
    """
    if path.suffix.lower() != ".svg":
        return _photo_box(path), ()
    try:
        root = ElementTree.fromstring(_text(path))
    except ElementTree.ParseError as fault:
        raise UserError(f"{path}:{fault.position[0]}: this is not an SVG drawing: {fault}") from None
    try:
        left, top, width, height = map(float, root.get("viewBox", "").split())
    except ValueError:
        raise UserError(f"{path}:1: the drawing has no viewBox; give it one in mm") from None
    found = [
        _region(path, leaf, _depth(layer))
        for layer in root.iter(f"{_SVG}g")
        if layer.get("class") == "layer"
        for leaf in layer.findall(f"{_SVG}g")
        if leaf.get("class") in ("leaf", "context cover")
    ]
    box = (left, top, left + width, top + height)
    return box, tuple(found) or _shapes(path, box, known)


def _shapes(path: Path, box: Box, known: Collection[str]) -> tuple[Region, ...]:
    """Return the regions of a drawing of somebody's own: shapes named by ids, wherever they are in it."""
    from svgelements import SVG, Shape
    from svgelements import Path as SvgPath

    left, top, right, bottom = box
    drawing = SVG.parse(str(path), reify=True, width=right - left, height=bottom - top)
    found = []
    for shape in drawing.elements():
        name = getattr(shape, "id", None)
        if isinstance(shape, Shape) and name in known:
            rings = tuple(tuple((x + left, y + top) for x, y in ring) for ring in rings_of(SvgPath(shape).d()))
            if rings:
                found.append(Region(str(name), DEEPEST, rings, box_of(rings), inner_point(rings)))
    return tuple(found)


def _photo_box(path: Path) -> Box:
    # Imported for photographs alone.
    from PIL import Image

    try:
        with Image.open(path) as image:
            width, height = image.size
    except OSError as fault:
        raise UserError(f"{path}: the picture cannot be read: {fault}") from None
    scale = PHOTO_MM / max(width, height)
    return (0.0, 0.0, width * scale, height * scale)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as fault:
        raise UserError(f"{path}: the drawing cannot be read: {fault.strerror}") from None
    except UnicodeDecodeError:
        raise UserError(f"{path}: the drawing is not UTF-8 text; export it again as plain SVG") from None


def _depth(layer: ElementTree.Element) -> int:
    number = layer.get("id", "").removeprefix("layer-")
    return int(number) if number.isdecimal() else 9


def _region(path: Path, leaf: ElementTree.Element, depth: int) -> Region:
    outline = leaf.find(f".//{_SVG}path")
    name = leaf.get("id", "")
    rings = rings_of(outline.get("d", "")) if outline is not None else ()
    if not rings:
        raise UserError(f"{path}: the leaf {name} has no outline; draw one as its first path")
    return Region(name, depth, rings, box_of(rings), inner_point(rings))
