"""What is found with a finger: courses on the skin and the points that are pressed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

from quizapp.anatomy.outline import Point
from quizapp.base.cache import Cache
from quizapp.base.listfile import read_list
from quizapp.base.shape import CONFIG


@dataclass(frozen=True, slots=True)
class Palpation:
    """A structure, from where to where it is followed, which point is pressed; both in mm of its view."""

    __pydantic_config__: ClassVar[Any] = CONFIG

    structure: str
    follow: str
    find: str
    course: tuple[Point, ...]
    press: Point
    view: str = "medial"


def load(path: Path, cache: Cache | None = None) -> dict[str, Palpation]:
    """Read the table, by structure; raise UserError with the first row that is wrong."""
    return {one.structure: one for one in read_list(path, "palpations", Palpation, cache)}
