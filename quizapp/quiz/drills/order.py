"""``order``: a row of structures, such as those behind the malleolus from front to back, brought into order."""

from __future__ import annotations

from collections.abc import Sequence

from quizapp.anatomy.relations import Kind
from quizapp.bank.kinds.order import Order
from quizapp.bank.question import Question
from quizapp.base.words import words
from quizapp.quiz.drills.knowledge import Knowledge, told

_ROWS: tuple[Kind, ...] = ("behind", "deep_to")
_LEAST, _MOST = 3, 6


def items(view: str, structures: Sequence[str], knowledge: Knowledge) -> list[tuple[str, ...]]:
    """Return an item for each stretch of a row of which the view shows at least two: its kind, first and length."""
    asked = set(structures)
    found: list[tuple[str, ...]] = []
    for kind in _ROWS:
        for row in _rows(kind, knowledge):
            for first in range(len(row) - _LEAST + 1):
                stretch = row[first : first + _MOST]
                if len(asked & set(stretch)) >= 2:
                    found.append((kind, stretch[0], str(len(stretch))))
    return found


def question(item: str, parts: Sequence[str], knowledge: Knowledge) -> Question | None:
    """Return the question ``kind:first:length`` stands for."""
    if len(parts) != 3 or parts[0] not in _ROWS or not parts[2].isdecimal():
        return None
    kind = next(known for known in _ROWS if known == parts[0])
    stretch = _from(kind, parts[1], knowledge)[: int(parts[2])]
    if len(stretch) < _LEAST or len(stretch) != int(parts[2]):
        return None
    return Order(
        id=item,
        topic=words("drills.topic_order"),
        level="recall",
        objective=words(f"drills.order_{kind}"),
        ask=words(f"drills.order_{kind}"),
        options=tuple(knowledge.option(one) for one in stretch),
        take_home=told(stretch[0], knowledge),
        structures=tuple(stretch),
        status="reviewed",
    )


def _rows(kind: Kind, knowledge: Knowledge) -> list[list[str]]:
    """Return the rows that a relation makes, each from its very first structure."""
    ones = {row.one for row in knowledge.relations if row.kind == kind}
    firsts = dict.fromkeys(row.other for row in knowledge.relations if row.kind == kind and row.other not in ones)
    return [row for row in (_from(kind, first, knowledge) for first in firsts) if len(row) >= _LEAST]


def _from(kind: Kind, first: str, knowledge: Knowledge) -> list[str]:
    """Return a structure and what follows it, as long as one thing alone comes next."""
    row = [first]
    while len(following := knowledge.relations.ones(kind, row[-1])) == 1 and following[0] not in row:
        row.append(following[0])
    return row if row[0] in knowledge.catalogue else []
