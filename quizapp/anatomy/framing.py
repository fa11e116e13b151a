"""How a view is looked at, as a short line of words: ``medial peel 5 zoom 2.5 at 12 -4 select tibial_nerve left``.

The same line is kept for a saved view, undone and redone in the atlas, and written in a question file.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from quizapp.anatomy.outline import Point

_FLAGS = {"left": "mirrored", "alone": "alone", "labels": "labels"}


@dataclass(frozen=True, slots=True)
class Framing:
    """A view, its uppermost layer (1 to 9), how many times larger than whole, about which point (mm), and what is on.

    ``zoom`` 1 shows the whole drawing, wherever ``at`` is.
    """

    view: str
    peel: float = 2.0
    zoom: float = 1.0
    at: Point | None = None
    select: str = ""
    mirrored: bool = False
    alone: bool = False
    labels: bool = False
    hidden: tuple[str, ...] = ()

    def code(self) -> str:
        """Return the line that ``parse`` reads; what is as usual is left out."""
        parts = [self.view]
        if self.peel != 2.0:
            parts.append(f"peel {_short(self.peel)}")
        if self.zoom != 1.0:
            parts.append(f"zoom {_short(self.zoom)}")
            if self.at is not None:
                parts.append(f"at {_short(self.at[0])} {_short(self.at[1])}")
        if self.select:
            parts.append(f"select {self.select}")
        if self.hidden:
            parts.append(f"hide {','.join(self.hidden)}")
        return " ".join(parts + [word for word, name in _FLAGS.items() if getattr(self, name)])


def parse(code: str) -> Framing:
    """Read the line of a framing; raise ValueError with what is wrong in it."""
    words = iter(code.split())
    found: dict[str, object] = {"view": next(words, "")}
    if not found["view"]:
        raise ValueError("the view is missing; begin with its name, such as medial")
    for word in words:
        if word in _FLAGS:
            found[_FLAGS[word]] = True
        elif word in ("peel", "zoom"):
            found[word] = _number(word, words)
        elif word == "at":
            found["at"] = (_number(word, words), _number(word, words))
        elif word == "select":
            found["select"] = next(words, "")
        elif word == "hide":
            found["hidden"] = tuple(one for one in next(words, "").split(",") if one)
        else:
            raise ValueError(f"{word} means nothing here; use peel, zoom, at, select, hide, left, alone or labels")
    framing = Framing(**found)  # type: ignore[arg-type]
    if not 1 <= framing.peel <= 9 or not 1 <= framing.zoom <= 12:
        raise ValueError("peel goes from 1 (skin) to 9 (bone), zoom from 1 to 12")
    return framing


def view_of(code: str) -> str:
    """Return the view that a line begins with."""
    return code.split(maxsplit=1)[0] if code.strip() else ""


def _number(word: str, words: Iterator[str]) -> float:
    text = next(words, "")
    try:
        return float(text)
    except ValueError:
        raise ValueError(f"{word} wants a number, not {text or 'nothing'}") from None


def _short(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
