"""A view in words, for who does not see it: its structures in anatomical order, each with what it is next to."""

from __future__ import annotations

from quizapp.anatomy.catalogue import Catalogue
from quizapp.anatomy.diagram import Diagram
from quizapp.anatomy.relations import Kind, Relations
from quizapp.base.words import words

# How a row of relations is told from its first and from its second structure.
_TOLD: tuple[tuple[Kind, str, str], ...] = (
    ("behind", "relations.behind", "relations.before"),
    ("deep_to", "relations.deep_to", "relations.over"),
    ("passes_under", "relations.passes_under", "relations.holds"),
    ("crosses_over", "relations.crosses_over", "relations.crossed_by"),
    ("attaches_to", "relations.attaches_to", "relations.carries"),
    ("branch_of", "relations.branch_of", "relations.gives"),
    ("supplies", "relations.supplies", "relations.supplied_by"),
    ("part_of", "relations.part_of", "relations.has_parts"),
)


def relations_of(structure: str, catalogue: Catalogue, relations: Relations) -> list[str]:
    """Return a sentence for each kind of relation a structure has: "Behind it lies the tibial nerve."."""
    found = []
    for kind, from_one, from_other in _TOLD:
        for key, others in (
            (from_one, relations.others(kind, structure)),
            (from_other, relations.ones(kind, structure)),
        ):
            if others:
                found.append(words(key, names=", ".join(catalogue.name(one) for one in others)))
    return found


def describe(diagram: Diagram, catalogue: Catalogue, relations: Relations, caption: str = "") -> str:
    """Return a view as lines of text, one structure a line, in the order of the catalogue.

    The ``caption`` stands first where the view is not looked at as its own sentence says, such as for a left foot.
    """
    lines = [caption or diagram.view.alt]
    if diagram.view.note:
        lines.append(diagram.view.note)
    for structure in catalogue:
        if structure.id in diagram.by_id:
            told = " ".join(relations_of(structure.id, catalogue, relations))
            lines.append(f"{structure.name}. {told}".rstrip())
    return "\n".join(lines)
