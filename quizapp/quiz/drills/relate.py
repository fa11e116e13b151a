"""``relate``: what lies behind, beneath, ends on or supplies, asked from the table of relations."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

from quizapp.anatomy.relations import Kind, Relation
from quizapp.bank.kinds.choice import Choice
from quizapp.bank.question import Question
from quizapp.base.words import words
from quizapp.quiz.drills.knowledge import OPTIONS, Knowledge, drawn_by_lot, told

_KINDS: tuple[Kind, ...] = get_args(Kind)
# Asked for the other end of the row: where it attaches, what it branches from.
_FROM_ONE: frozenset[Kind] = frozenset(("branch_of", "attaches_to"))
_NOT_ASKED: frozenset[Kind] = frozenset(("fibres_from", "part_of"))


def items(view: str, structures: Sequence[str], knowledge: Knowledge) -> list[tuple[str, ...]]:
    """Return one item for each relation that touches one of the structures."""
    asked = set(structures)
    return [
        (row.kind, row.one, row.other)
        for row in knowledge.relations
        if row.kind not in _NOT_ASKED and (row.one in asked or row.other in asked) and not _tells(row, knowledge)
    ]


def question(item: str, parts: Sequence[str], knowledge: Knowledge) -> Question | None:
    """Return the question ``kind:one:other`` stands for."""
    if len(parts) != 3 or parts[0] not in _KINDS:
        return None
    kind, one, other = next(known for known in _KINDS if known == parts[0]), parts[1], parts[2]
    relations = knowledge.relations
    if other not in relations.others(kind, one):
        return None
    from_one = kind in _FROM_ONE
    key, given = (other, one) if from_one else (one, other)
    right = relations.others(kind, one) if from_one else relations.ones(kind, other)
    names = {"one": knowledge.catalogue.name(one), "other": knowledge.catalogue.name(other)}
    others = _others(item, key, given, right, knowledge)
    return Choice(
        id=item,
        topic=words("drills.topic_relate"),
        level="recall",
        objective=words(f"drills.{kind}_ask", **names),
        ask=words(f"drills.{kind}_ask", **names),
        options=(
            knowledge.option(key, True, words(f"drills.{kind}_told", **names)),
            *(knowledge.option(wrong) for wrong in others),
        ),
        take_home=told(key, knowledge),
        structures=(key, given, *others),
        status="reviewed",
    )


def _tells(row: Relation, knowledge: Knowledge) -> bool:
    """Tell whether the name of what is given holds the answer, as that of the branches of an artery does."""
    key, given = (row.other, row.one) if row.kind in _FROM_ONE else (row.one, row.other)
    return knowledge.catalogue.name(key).lower() in knowledge.catalogue.name(given).lower()


def _others(item: str, key: str, given: str, right: Sequence[str], knowledge: Knowledge) -> list[str]:
    """Return wrong answers of the key's system, those that stand in the table first."""
    system = knowledge.catalogue[key].system
    # What the key branches from, gives off, holds or is held by is no fair wrong answer.
    kin = (*knowledge.relations.way_up(key), *knowledge.relations.lost_below(key))
    banned = {key, given, *right, *kin}
    banned |= {near for one in (key, given, *right) for near in knowledge.relations.whole_and_parts(one)}
    named = [end for row in knowledge.relations for end in (row.one, row.other)]
    roots = {row.other for row in knowledge.relations if row.kind == "fibres_from"}
    banned |= roots - {key}  # a nerve has fibres of its roots, so that a root is half an answer
    fitting = [one for one in named if knowledge.catalogue[one].system == system and one not in banned]
    chosen = drawn_by_lot(item, fitting, OPTIONS - 1)
    rest = [one.id for one in knowledge.catalogue if one.system == system and one.id not in banned | set(chosen)]
    return chosen + drawn_by_lot(item, rest, OPTIONS - 1 - len(chosen))
