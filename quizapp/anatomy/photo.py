"""A photo or scan as a diagram whose regions are zones given as fractions of its width and height."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from quizapp.anatomy import own
from quizapp.anatomy.diagram import DEEPEST, PHOTO_MM, Diagram, Region, View
from quizapp.anatomy.outline import Point, box_of, inner_point

PLAIN = 1.0  # the contrast of the file itself


def diagram(path: Path, alt: str, zones: Mapping[str, Sequence[Point]]) -> Diagram:
    """Return a picture with its zones; raise UserError where it must not be opened."""
    from PIL import Image  # imported where a picture is asked for

    own.check(path)
    with Image.open(path) as image:
        width, height = image.size
    scale = PHOTO_MM / max(width, height)
    wide, high = width * scale, height * scale
    regions = []
    for name, zone in zones.items():
        ring = tuple((x * wide, y * high) for x, y in zone)
        regions.append(Region(name, DEEPEST, (ring,), box_of([ring]), inner_point([ring])))
    # Without a title: a caption would lie over the picture, and the question says what it is.
    view = View(f"picture_{path.stem}", str(path), alt, "", "", "", alt, "")
    return Diagram(view, path, (0.0, 0.0, wide, high), tuple(regions), tuple(regions))


def share_of(shown: Diagram, point: Point) -> Point:
    """Return a point (mm) as fractions of the picture."""
    left, top, right, bottom = shown.box
    return (point[0] - left) / (right - left), (point[1] - top) / (bottom - top)


def point_at(shown: Diagram, share: Point) -> Point:
    """Return the point (mm) at fractions of the picture."""
    left, top, right, bottom = shown.box
    return left + share[0] * (right - left), top + share[1] * (bottom - top)


def with_contrast(path: Path, contrast: float, folder: Path) -> Path:
    """Return the file of a picture with more (over 1) or less contrast, made in a folder where it is not there yet."""
    from PIL import Image, ImageEnhance

    if contrast == PLAIN:
        return path
    made = folder / f"{path.stem}-{path.stat().st_mtime_ns}-{round(contrast * 100)}.png"
    if not made.exists():
        folder.mkdir(parents=True, exist_ok=True)
        with Image.open(path) as image:
            ImageEnhance.Contrast(image.convert("RGB")).enhance(contrast).save(made)
    return made
