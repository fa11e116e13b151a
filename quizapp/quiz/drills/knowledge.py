"""What drills are made from, and what they have in common."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from quizapp.anatomy.catalogue import Catalogue
from quizapp.anatomy.diagram import Diagram, View
from quizapp.anatomy.foot_type import FootType
from quizapp.anatomy.palpation import Palpation
from quizapp.anatomy.relations import Relations
from quizapp.bank.question import Option, Question
from quizapp.base.words import words
from quizapp.quiz.surroundings import Diagrams

OPTIONS = 5


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Names, drawings by view, the views there are, relations, and what is felt on which foot types."""

    catalogue: Catalogue
    diagrams: Diagrams
    views: dict[str, View]
    relations: Relations
    palpations: Mapping[str, Palpation] = field(default_factory=dict)
    feet: Mapping[str, FootType] = field(default_factory=dict)

    def option(self, structure: str, correct: bool = False, why: str = "") -> Option:
        """Return a structure as an option; what is told of it is its course or what it does."""
        known = self.catalogue[structure]
        told = why or known.course or known.action or known.relevance or known.name
        return Option(structure=structure, correct=correct, why=told)

    def has(self, view: str, structure: str) -> bool:
        """Tell whether a view shows a structure."""
        return view in self.views and structure in self.diagrams[view].by_id


@dataclass(frozen=True, slots=True)
class Drill:
    """One sort of drill: what it can ask, as parts of ids, and the question that such parts stand for."""

    items: Callable[[str, Sequence[str], Knowledge], list[tuple[str, ...]]]
    question: Callable[[str, Sequence[str], Knowledge], Question | None]


def look_alikes(structure: str, view: str, knowledge: Knowledge) -> list[str]:
    """Return what is easily taken for a structure in a view: of its system first, then by how near it lies."""
    diagram: Diagram = knowledge.diagrams[view]
    system, anchor = knowledge.catalogue[structure].system, diagram.by_id[structure].anchor

    def distance(other: str) -> tuple[bool, float]:
        return knowledge.catalogue[other].system != system, math.dist(anchor, diagram.by_id[other].anchor)

    others = [region.id for region in diagram.regions if region.id != structure]
    return sorted(others, key=distance)[: OPTIONS - 1]


def drawn_by_lot(item: str, candidates: Sequence[str], count: int) -> list[str]:
    """Return some of the candidates, always the same for an id."""
    chosen = list(dict.fromkeys(candidates))
    random.Random(item).shuffle(chosen)
    return chosen[:count]


def told(structure: str, knowledge: Knowledge) -> str:
    """Return the one line to remember of a structure."""
    known = knowledge.catalogue[structure]
    return known.relevance or known.action or known.course or words("drills.remember", name=known.name)
