"""Foot types: a flat or a high-arched foot is a view with some landmarks moved."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, ClassVar

from quizapp.anatomy.diagram import Diagram
from quizapp.base.cache import Cache, fingerprint
from quizapp.base.files import save_whole
from quizapp.base.listfile import read_list
from quizapp.base.shape import CONFIG


@dataclass(frozen=True, slots=True)
class FootType:
    """A foot type of a view; each move is x, y, dx, dy in mm."""

    __pydantic_config__: ClassVar[Any] = CONFIG

    id: str
    view: str
    name: str
    moves: tuple[tuple[float, float, float, float], ...]

    @property
    def view_id(self) -> str:
        """Return the id under which the moved drawing is a view of its own."""
        return f"{self.view}~{self.id}"


def load(path: Path, cache: Cache | None = None) -> list[FootType]:
    """Read the table; raise UserError with the first row that is wrong."""
    return read_list(path, "feet", FootType, cache)


def drawn(diagram: Diagram, foot: FootType, folder: Path) -> Path:
    """Return the file of a moved drawing; it is kept in ``folder`` for as long as nothing changes."""
    text = diagram.path.read_text(encoding="utf-8")
    path = folder / f"{foot.view}-{foot.id}-{fingerprint(text, repr(foot.moves))[:12]}.svg"
    if not path.exists():
        from quizapp.anatomy import warp  # brings numpy in, which a later start does without

        path.parent.mkdir(parents=True, exist_ok=True)
        save_whole(path, warp.moved_drawing(text, warp.Field(foot.moves)))
    return path


def moved(diagram: Diagram, foot: FootType, folder: Path) -> Diagram:
    """Return a diagram as a foot type has it."""
    from quizapp.anatomy import warp

    field = warp.Field(foot.moves)
    return Diagram(
        replace(diagram.view, id=foot.view_id, title=f"{diagram.view.title}, {foot.name}"),
        drawn(diagram, foot, folder),
        diagram.box,
        tuple(warp.moved_region(one, field) for one in diagram.regions),
        tuple(warp.moved_region(one, field) for one in diagram.drawn),
        diagram.air,
    )
