"""Draws a plate for phones, in a process of its own: ``python -m quizapp.classroom.drawing FILE PEEL THEME WIDTH``."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import resvg_py
from PIL import Image

from quizapp.anatomy.diagram import DEEPEST
from quizapp.anatomy.themed import themed
from quizapp.classroom.pictures import colours

_QUALITY = 72


def webp(svg: Path, peel: int, theme: str, width: int) -> bytes:
    """Return a drawing without the layers above one (1 to 9), ``width`` pixels wide, as WebP."""
    if svg.suffix.lower() != ".svg":
        image = Image.open(svg).convert("RGB")
        image.thumbnail((width, width * 4))
    else:
        above = [f"layer-{layer}" for layer in range(1, peel)]
        folded = [f"reflected-{layer}" for layer in range(1, DEEPEST + 1) if layer != peel - 1]
        hidden = "".join(f"#{one}{{display:none}}" for one in (*above, *folded))
        drawn = resvg_py.svg_to_bytes(
            svg_string=themed(svg, theme), style_sheet=hidden, width=width, background=colours(theme)["ground"]
        )
        image = Image.open(io.BytesIO(bytes(drawn))).convert("RGB")
    made = io.BytesIO()
    image.save(made, "WEBP", quality=_QUALITY, method=6)
    return made.getvalue()


if __name__ == "__main__":
    file, peel, theme, width = sys.argv[1:]
    sys.stdout.buffer.write(webp(Path(file), int(peel), theme, int(width)))
