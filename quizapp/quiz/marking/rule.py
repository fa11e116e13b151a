"""What a marker is given and gives."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from quizapp.anatomy.catalogue import Catalogue
from quizapp.anatomy.diagram import Diagram
from quizapp.bank.question import Question
from quizapp.quiz.attempt import Mark, Response


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What marking may need beside the question: names and outlines."""

    catalogue: Catalogue
    diagrams: Mapping[str, Diagram] = field(default_factory=dict)


Marker = Callable[[Question, Response, Surroundings], Mark]

UNKNOWN = Mark(value=0.0, outcome="unknown")
