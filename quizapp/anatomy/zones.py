"""Zones that a person drew on a picture of their own, kept in a file beside it."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, ClassVar

from quizapp.anatomy.diagram import DEEPEST, Region
from quizapp.anatomy.outline import Point, box_of, inner_point
from quizapp.base.errors import UserError
from quizapp.base.files import save_whole
from quizapp.base.listfile import read_list
from quizapp.base.shape import CONFIG
from quizapp.base.words import words


@dataclass(frozen=True, slots=True)
class Zone:
    """One outline, in the units of its picture, and the structure it shows."""

    __pydantic_config__: ClassVar[Any] = CONFIG

    structure: str
    ring: tuple[Point, ...]


def file_of(picture: Path) -> Path:
    """Return where the zones of a picture are kept."""
    return picture.with_name(picture.name + ".zones.yaml")


def read(picture: Path) -> list[Zone]:
    """Return the zones of a picture; raise UserError with the first line that is wrong."""
    path = file_of(picture)
    return [one for one in read_list(path, "zones", Zone) if len(one.ring) > 2] if path.exists() else []


def add(picture: Path, zone: Zone) -> None:
    """Keep one more zone; a structure may have several. Raises UserError where it cannot be written."""
    _write(picture, [*read(picture), zone])


def remove(picture: Path, structure: str) -> None:
    """Forget the zones of a structure."""
    _write(picture, [one for one in read(picture) if one.structure != structure])


def regions(picture: Path) -> list[Region]:
    """Return the zones of a picture as regions, one a structure, in the order they were drawn.

    A picture without layers cannot be peeled, so that all lie deepest.
    """
    rings: dict[str, list[tuple[Point, ...]]] = {}
    for zone in read(picture):
        rings.setdefault(zone.structure, []).append(zone.ring)
    return [Region(one, DEEPEST, tuple(some), box_of(some), inner_point(some)) for one, some in rings.items()]


def _write(picture: Path, zones: list[Zone]) -> None:
    rows = ",\n  ".join(json.dumps(asdict(zone)) for zone in zones)  # JSON is YAML too
    try:
        save_whole(file_of(picture), f'{{"zones": [\n  {rows}\n]}}\n')
    except OSError as fault:
        raise UserError(words("own.zone_not_kept", path=file_of(picture), why=fault.strerror)) from None
