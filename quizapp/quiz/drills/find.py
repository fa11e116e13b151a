"""``find``: a name is given, the place is clicked."""

from __future__ import annotations

from collections.abc import Sequence

from quizapp.anatomy.framing import Framing
from quizapp.bank.kinds.locate import Locate
from quizapp.bank.question import Question
from quizapp.base.words import words
from quizapp.quiz.drills.knowledge import Knowledge, look_alikes, told

_DEEP = 7


def items(view: str, structures: Sequence[str], knowledge: Knowledge) -> list[tuple[str, ...]]:
    """Return one item for each structure that the view shows."""
    return [(view, one) for one in structures if knowledge.has(view, one)]


def _peel(view: str, structure: str, knowledge: Knowledge) -> float:
    """Return the layer to begin with: what lies under muscles is not looked for through them."""
    depth = knowledge.diagrams[view].by_id[structure].depth
    return float(depth) if depth >= _DEEP else 2.0


def question(item: str, parts: Sequence[str], knowledge: Knowledge) -> Question | None:
    """Return the question ``view:structure`` stands for."""
    if len(parts) != 2 or not knowledge.has(*parts):
        return None
    view, structure = parts
    name = knowledge.catalogue.name(structure)
    others = look_alikes(structure, view, knowledge)
    return Locate(
        id=item,
        view=Framing(view, peel=_peel(view, structure, knowledge)).code(),
        topic=words("drills.topic_find", view=knowledge.views[view].name),
        level="recall",
        objective=words("drills.find_objective", name=name),
        ask=words("drills.find_ask", name=name),
        options=(knowledge.option(structure, True), *(knowledge.option(one) for one in others)),
        take_home=told(structure, knowledge),
        structures=(structure, *others),
        status="reviewed",
    )
