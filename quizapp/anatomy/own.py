"""A person's own drawings and photographs as views: let in only where they are harmless and of a sane size.

Nothing in such a file is run or fetched. An SVG becomes clickable where the id of a shape is that of a structure.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

from quizapp.anatomy.diagram import View
from quizapp.base.cache import Cache
from quizapp.base.errors import UserError
from quizapp.base.words import words

MOST_BYTES = 20_000_000
MOST_SHAPES = 20_000
MOST_PIXELS = 12_000
MOST_MEGAPIXELS = 64  # four bytes each: what Qt lets a picture take
_PHOTOS = (".png", ".jpg", ".jpeg", ".webp")
_KEY = "own view 1"
# What runs, fetches or multiplies: scripts and their events, outside links, entities.
_FORBIDDEN = (
    (r"<\s*script|<\s*foreignObject|\son[a-z]+\s*=", "own.script"),
    (r"<!DOCTYPE|<!ENTITY", "own.entity"),
    (r"""(?:href|src)\s*=\s*["'](?!#|data:image/(?:png|jpeg);)""", "own.link"),
    (r"""url\(\s*["']?(?!#)|@import""", "own.link"),
)
_SHAPES = r"<\s*(?:path|rect|circle|ellipse|polygon|polyline|line|text|image|use)\b"


def views(folder: Path, told: Callable[[str], None], cache: Cache | None = None) -> list[View]:
    """Return a view for each sound file of the folder, by name; ``told`` hears why another one was refused."""
    found = []
    for path in sorted(_files(folder)):
        try:
            if cache is None or cache.get(path, _KEY) is None:
                check(path)
                if cache is not None:
                    cache.put([(path, _KEY, b"sound")])
        except UserError as refusal:
            told(str(refusal))
            continue
        name = path.stem.replace("_", " ").replace("-", " ").strip() or path.stem
        found.append(View(f"own_{path.stem}", str(path), name, name, "", "", name, words("own.source")))
    return found


def check(path: Path) -> None:
    """Raise UserError, with the remedy, where a file must not become a view."""
    try:
        size = path.stat().st_size
    except OSError as fault:
        raise UserError(words("own.unreadable", path=path, why=fault.strerror)) from None
    if size > MOST_BYTES:
        raise UserError(words("own.large", path=path, size=size // 1_000_000, most=MOST_BYTES // 1_000_000))
    if path.suffix.lower() == ".svg":
        _check_drawing(path)
    else:
        _check_photo(path)


def _files(folder: Path) -> Iterator[Path]:
    try:
        listed = list(folder.iterdir())
    except OSError:  # nobody made the folder, which is the usual case
        return
    yield from (path for path in listed if path.suffix.lower() in (".svg", *_PHOTOS) and path.is_file())


def _check_drawing(path: Path) -> None:
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        raise UserError(words("own.no_text", path=path)) from None
    for pattern, why in _FORBIDDEN:
        met = re.search(pattern, text, re.IGNORECASE)
        if met is not None:
            line = text.count("\n", 0, met.start()) + 1
            raise UserError(words(why, path=path, line=line, what=met[0].strip()))
    shapes = sum(1 for _ in re.finditer(_SHAPES, text))
    if shapes > MOST_SHAPES:
        raise UserError(words("own.many_shapes", path=path, shapes=shapes, most=MOST_SHAPES))
    if "<svg" not in text:
        raise UserError(words("own.no_svg", path=path))


def _check_photo(path: Path) -> None:
    # Imported where somebody has put a photograph into the folder.
    from PIL import Image, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # we say ourselves what is too much
            with Image.open(path) as image:  # reads the head of the file alone
                width, height = image.size
    except (OSError, UnidentifiedImageError, Image.DecompressionBombError, ValueError):
        raise UserError(words("own.no_picture", path=path)) from None
    if width * height > MOST_MEGAPIXELS * 1_000_000:
        millions = round(width * height / 1_000_000)
        raise UserError(words("own.many_megapixels", path=path, millions=millions, most=MOST_MEGAPIXELS))
    if max(width, height) > MOST_PIXELS:
        raise UserError(words("own.many_pixels", path=path, width=width, height=height, most=MOST_PIXELS))
