"""What marking may need beside the question: names and outlines."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

from quizapp.anatomy.catalogue import Catalogue
from quizapp.anatomy.diagram import Diagram


class Diagrams(Protocol):
    """Diagrams by the id of their view."""

    def __getitem__(self, view_id: str, /) -> Diagram: ...


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The catalogue and the diagrams; a start knows them before it knows how anything is marked."""

    catalogue: Catalogue
    diagrams: Diagrams = field(default_factory=dict[str, Diagram])
