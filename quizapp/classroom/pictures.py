"""What a phone shows of a diagram: a WebP of the plate, light or dark, and the outlines to lay over it."""

from __future__ import annotations

import asyncio
import io
import json
import re
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
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
_STYLE = re.compile(r'(<style id="theme">).*?(</style>)', re.DOTALL)
_QUALITY = 72


class Pictures:
    """Pictures by view, depth, theme and width, each made once and kept in the cache folder."""

    def __init__(self, diagrams: Mapping[str, Diagram]) -> None:
        self._diagrams = diagrams
        # Drawing takes half a second, in a process of its own so that no phone waits for another's picture.
        self._pool: ProcessPoolExecutor | None = None
        self._making: dict[Path, asyncio.Future[bytes]] = {}
        self._outlines: dict[tuple[str, int], bytes] = {}

    def close(self) -> None:
        """Let go of the process that draws."""
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)

    async def picture(self, view: str, peel: int, theme: str, width: int) -> bytes:
        """Return a picture as WebP; raise RefusedError where there is none of such a name."""
        diagram = self._known(view, peel)
        if theme not in THEMES or width not in WIDTHS:
            raise RefusedError("bad")
        stamp = fingerprint(diagram.path.read_bytes(), f"{peel} {theme} {width} {_QUALITY}")
        kept = paths.cache() / "phone" / f"{view}-{stamp}.webp"
        if kept.exists():
            return kept.read_bytes()
        if kept not in self._making:
            self._pool = self._pool or ProcessPoolExecutor(1)
            work = self._pool.submit(_drawn, diagram.path, peel, theme, width)
            self._making[kept] = asyncio.wrap_future(work)
        try:
            made = await asyncio.shield(self._making[kept])
        finally:
            self._making.pop(kept, None)
        kept.parent.mkdir(parents=True, exist_ok=True)
        save_whole(kept, made)
        return made

    def outlines(self, view: str, peel: int) -> bytes:
        """Return the outlines of the structures as path data in mm, deepest first; one that is peeled away is empty."""
        if (view, peel) not in self._outlines:
            paths_of = ("".join(map(_path, one.rings)) * (one.depth >= peel) for one in self._known(view, peel).regions)
            self._outlines[view, peel] = msgspec.json.encode(list(paths_of))
        return self._outlines[view, peel]

    def _known(self, view: str, peel: int) -> Diagram:
        if view not in self._diagrams or not 1 <= peel <= DEEPEST:
            raise RefusedError("bad")
        return self._diagrams[view]


def colours(theme: str) -> dict[str, str]:
    """Return the colours of a theme by their roles."""
    found = json.loads(paths.resources("themes", f"{theme}.json").read_text(encoding="utf-8"))
    return {role: one for role, one in found.items() if isinstance(one, str) and one.startswith("#")}


def style() -> str:
    """Return the colours of both themes as a style sheet; the phone's own wish decides between them."""
    light, dark = ("".join(f"--{role}:{one};" for role, one in colours(theme).items()) for theme in THEMES)
    return f":root{{{light}}}@media (prefers-color-scheme:dark){{:root{{{dark}}}}}".replace("_", "-")


def _path(ring: Ring) -> str:
    return "M" + " ".join(f"{x:.1f},{y:.1f}" for x, y in ring) + "Z"


def _drawn(svg: Path, peel: int, theme: str, width: int) -> bytes:
    """Return a drawing as WebP; runs in a process of its own."""
    import resvg_py
    from PIL import Image

    if svg.suffix.lower() != ".svg":
        image = Image.open(svg).convert("RGB")
        image.thumbnail((width, width * 4))
    else:
        text = svg.read_text(encoding="utf-8")
        css = paths.resources("diagrams", f"theme.{theme}.css")
        if css.exists():
            rules = css.read_text(encoding="utf-8")
            text = _STYLE.sub(lambda found: found[1] + rules + found[2], text, count=1)
        above = [f"layer-{layer}" for layer in range(1, peel)]
        folded = [f"reflected-{layer}" for layer in range(1, DEEPEST + 1) if layer != peel - 1]
        hidden = "".join(f"#{one}{{display:none}}" for one in (*above, *folded))
        drawn = resvg_py.svg_to_bytes(
            svg_string=text, style_sheet=hidden, width=width, background=colours(theme)["ground"]
        )
        image = Image.open(io.BytesIO(bytes(drawn))).convert("RGB")
    made = io.BytesIO()
    image.save(made, "WEBP", quality=_QUALITY, method=6)
    return made.getvalue()
