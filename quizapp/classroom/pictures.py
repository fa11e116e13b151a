"""What a phone shows of a diagram: a WebP of the plate, light or dark, and the outlines to lay over it."""

from __future__ import annotations

import asyncio
import functools
import gzip
import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import msgspec

from quizapp.anatomy.diagram import DEEPEST, Diagram
from quizapp.anatomy.outline import Ring
from quizapp.base import paths
from quizapp.base.cache import fingerprint
from quizapp.base.files import save_whole
from quizapp.classroom.refusal import RefusedError

WIDTHS = (900, 2000)  # pixels: for the whole view, and for a close look
THEMES = ("light", "dark")
_FORMAT = "phone 1"  # raised when pictures are made in another way


class Pictures:
    """Pictures by view, depth, theme and width, each made once and kept in the cache folder."""

    def __init__(self, diagrams: Mapping[str, Diagram]) -> None:
        self._diagrams = diagrams
        self._drawing = asyncio.Lock()
        self._made: dict[tuple[str, int, str, int], bytes] = {}
        self._outlines: dict[tuple[str, int], bytes] = {}

    async def picture(self, view: str, peel: int, theme: str, width: int) -> bytes:
        """Return a picture as WebP; raise RefusedError where there is none of such a name."""
        diagram = self._known(view, peel)
        if theme not in THEMES or width not in WIDTHS:
            raise RefusedError("bad")
        wish = (view, peel, theme, width)
        if wish in self._made:
            return self._made[wish]
        # Drawing takes half a second, in a process of its own so that no phone waits for another's picture.
        async with self._drawing:
            if wish not in self._made:
                self._made[wish] = await _kept_or_drawn(diagram.path, *wish)
        return self._made[wish]

    def outlines(self, view: str, peel: int) -> bytes:
        """Return the outlines of the structures as path data in mm, deepest first; one that is peeled away is empty."""
        if (view, peel) not in self._outlines:
            paths_of = ("".join(map(_path, one.rings)) * (one.depth >= peel) for one in self._known(view, peel).regions)
            # Packed once, for a whole class asks for it at the same moment; every browser unpacks it.
            self._outlines[view, peel] = gzip.compress(msgspec.json.encode(list(paths_of)))
        return self._outlines[view, peel]

    def _known(self, view: str, peel: int) -> Diagram:
        if view not in self._diagrams or not 1 <= peel <= DEEPEST:
            raise RefusedError("bad")
        return self._diagrams[view]


def colours(theme: str) -> dict[str, str]:
    """Return the colours of a theme by their roles."""
    found = json.loads(paths.resources("themes", f"{theme}.json").read_text(encoding="utf-8"))
    return {role: one for role, one in found.items() if isinstance(one, str) and one.startswith("#")}


@functools.cache
def style() -> str:
    """Return the colours of both themes as a style sheet; the phone's own wish decides between them."""
    light, dark = ("".join(f"--{role}:{one};" for role, one in colours(theme).items()) for theme in THEMES)
    return f":root{{{light}}}@media (prefers-color-scheme:dark){{:root{{{dark}}}}}".replace("_", "-")


def _path(ring: Ring) -> str:
    return "M" + " ".join(f"{x:.1f},{y:.1f}" for x, y in ring) + "Z"


async def _kept_or_drawn(svg: Path, view: str, peel: int, theme: str, width: int) -> bytes:
    stamp = fingerprint(svg.read_bytes(), f"{peel} {theme} {width} {_FORMAT}")
    kept = paths.cache() / "phone" / f"{view}-{stamp}.webp"
    if not kept.exists():
        kept.parent.mkdir(parents=True, exist_ok=True)
        save_whole(kept, await _drawn(svg, peel, theme, width))
    return kept.read_bytes()


async def _drawn(svg: Path, *wish: object) -> bytes:
    """Return a drawing as WebP; raise RefusedError where it cannot be drawn."""
    words = [sys.executable, "-m", "quizapp.classroom.drawing", str(svg), *map(str, wish)]
    process = await asyncio.create_subprocess_exec(*words, stdout=subprocess.PIPE)
    made, _ = await process.communicate()
    if process.returncode:
        raise RefusedError("bad")
    return made
