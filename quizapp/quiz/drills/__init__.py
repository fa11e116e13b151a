"""The drills: questions made from the drawings and the table of relations, each with an id that never changes.

An id says what is asked, such as ``drill:find:medial:tibial_nerve``, so that an answer of last year is known
again and nothing has to be stored but answers.
"""

from __future__ import annotations

from collections.abc import Sequence

from quizapp.bank.question import Question
from quizapp.quiz.drills import cover, find, name, order, palpate, relate, territory
from quizapp.quiz.drills.knowledge import Drill, Knowledge

PREFIX = "drill"
DRILLS: dict[str, Drill] = {
    "find": Drill(find.items, find.question),
    "name_it": Drill(name.items, name.question),
    "relate": Drill(relate.items, relate.question),
    "order": Drill(order.items, order.question),
    "cover": Drill(cover.items, cover.question),
    "palpate": Drill(palpate.items, palpate.question),
    "territory": Drill(territory.items, territory.question),
}


def items(drill: str, view: str, structures: Sequence[str], knowledge: Knowledge) -> list[str]:
    """Return the ids of what a drill can ask of some structures of a view."""
    return [":".join((PREFIX, drill, *rest)) for rest in DRILLS[drill].items(view, structures, knowledge)]


def question(item: str, knowledge: Knowledge) -> Question | None:
    """Return the question that an id stands for, or None where it stands for none (any more)."""
    prefix, _, rest = item.partition(":")
    drill, *parts = rest.split(":")
    if prefix != PREFIX or drill not in DRILLS:
        return None
    return DRILLS[drill].question(item, parts, knowledge)
