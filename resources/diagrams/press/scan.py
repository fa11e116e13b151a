"""Draws a section in the greys of a T1-weighted scan, for questions on pictures: ``python -m press.scan``.

It is a drawing, not a scan: the outlines are those of the section, each tissue has the grey that it has on such a scan
(fat and marrow bright, muscle in between, tendon, ligament and cortex dark), with a little blur and grain.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

from PIL import Image, ImageDraw, ImageFilter

from quizapp.anatomy import catalogue, svg
from quizapp.anatomy.diagram import Region
from quizapp.base import paths

_WIDTH = 1200  # px
_GREYS = {
    "bone": 188,
    "muscle": 96,
    "tendon": 26,
    "ligament": 40,
    "fascia": 52,
    "artery": 22,
    "vein": 60,
    "nerve": 120,
    "bursa": 70,
    "joint": 60,
}
_FAT, _AIR, _SKIN, _CORTEX = 206, 8, 110, 30
_GRAIN, _BLUR = 7, 1.6


def draw(view: str, target: Path) -> dict[str, list[list[float]]]:
    """Write the picture of a section; return the outline of each structure as fractions of its size."""
    structures = catalogue.load(paths.resources("anatomy", "structures.yaml"))
    box, regions = svg.regions(paths.resources("diagrams", f"{view}.svg"), structures.ids)
    left, top, right, bottom = box
    scale = _WIDTH / (right - left)
    size = (_WIDTH, round((bottom - top) * scale))
    image = Image.new("L", size, _AIR)
    pen = ImageDraw.Draw(image)
    _draw_limb(image, [((x - left) * scale, (y - top) * scale) for one in regions for x, y in one.rings[0]], scale)
    for region in regions:
        grey = _grey(region, structures)
        for ring in region.rings if grey is not None else ():
            points = [((x - left) * scale, (y - top) * scale) for x, y in ring]
            pen.polygon(points, fill=grey, outline=_CORTEX if grey == _GREYS["bone"] else grey)
            if grey == _GREYS["bone"]:
                pen.line([*points, points[0]], fill=_CORTEX, width=round(1.3 * scale))
    grained = _grained(image.filter(ImageFilter.GaussianBlur(_BLUR)))
    grained.save(target, quality=72)
    return {one.id: _fractions(one, box) for one in regions}


def _draw_limb(image: Image.Image, points: list[tuple[float, float]], scale: float) -> None:
    """Draw the skin and the fat beneath it, as a rounded hull around all that lies inside."""
    hull = _hull(points)
    for grey, beyond in ((_SKIN, 4.6), (_FAT, 3.2)):
        mask = Image.new("L", image.size, 0)
        pen, reach = ImageDraw.Draw(mask), beyond * scale
        pen.polygon(hull, fill=255)
        pen.line([*hull, hull[0]], fill=255, width=round(2 * reach))
        for x, y in hull:
            pen.ellipse((x - reach, y - reach, x + reach, y + reach), fill=255)
        smooth = mask.filter(ImageFilter.GaussianBlur(3.5 * scale)).point(lambda value: 255 * (value > 127))
        image.paste(grey, mask=smooth)


def _hull(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Return the corners of the convex hull of some points, in order (Andrew 1979)."""
    some = sorted(set(points))
    found: list[tuple[float, float]] = []
    for line in (some, some[::-1]):
        half: list[tuple[float, float]] = []
        for point in line:
            while len(half) > 1 and _turn(half[-2], half[-1], point) <= 0:
                half.pop()
            half.append(point)
        found += half[:-1]
    return found


def _turn(one: tuple[float, float], two: tuple[float, float], three: tuple[float, float]) -> float:
    return (two[0] - one[0]) * (three[1] - one[1]) - (two[1] - one[1]) * (three[0] - one[0])


def _grey(region: Region, structures: catalogue.Catalogue) -> int | None:
    return _GREYS.get(structures[region.id].system) if region.id in structures else None


def _grained(image: Image.Image) -> Image.Image:
    rng = random.Random(1)
    grain = bytes(max(0, min(255, value + round(rng.gauss(0, _GRAIN)))) for value in image.tobytes())
    return Image.frombytes("L", image.size, grain).filter(ImageFilter.GaussianBlur(0.7))


def _fractions(region: Region, box: tuple[float, float, float, float]) -> list[list[float]]:
    left, top, right, bottom = box
    ring = max(region.rings, key=len)
    step = max(1, len(ring) // 16)
    return [[round((x - left) / (right - left), 3), round((y - top) / (bottom - top), 3)] for x, y in ring[::step]]


if __name__ == "__main__":
    for name, zone in draw(sys.argv[1], Path(sys.argv[2])).items():
        print(f"{name}: {zone}")
