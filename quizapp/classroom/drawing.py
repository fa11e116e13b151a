"""Draws a plate for phones, in a process of its own: ``python -m quizapp.classroom.drawing FILE PEEL THEME WIDTH``."""

from __future__ import annotations

import io
import re
import sys
from pathlib import Path

import resvg_py
from PIL import Image

from quizapp.anatomy.diagram import DEEPEST
from quizapp.base import paths
from quizapp.classroom.pictures import colours

QUALITY = 72
_STYLE = re.compile(r'(<style id="theme">).*?(</style>)', re.DOTALL)


def webp(svg: Path, peel: int, theme: str, width: int) -> bytes:
    """Return a drawing without the layers above one (1 to 9), ``width`` pixels wide, as WebP."""
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
    image.save(made, "WEBP", quality=QUALITY, method=6)
    return made.getvalue()


if __name__ == "__main__":
    file, peel, theme, width = sys.argv[1:]
    sys.stdout.buffer.write(webp(Path(file), int(peel), theme, int(width)))
