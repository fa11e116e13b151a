"""What a marker is given and gives."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from quizapp.anatomy.catalogue import Catalogue
from quizapp.anatomy.diagram import Diagram
from quizapp.bank.question import Question
from quizapp.quiz.attempt import Mark, Response


class Diagrams(Protocol):
    """Diagrams by the id of their view."""

    def __getitem__(self, view_id: str, /) -> Diagram: ...


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What marking may need beside the question: names and outlines."""

    catalogue: Catalogue
    diagrams: Diagrams = field(default_factory=dict[str, Diagram])


Marker = Callable[[Question, Response, Surroundings], Mark]

UNKNOWN = Mark(value=0.0, outcome="unknown")
