"""``territory``: a nerve or a root is cut; the skin that would be numb is painted."""

from __future__ import annotations

from collections.abc import Sequence

from quizapp.bank.kinds.paint import Paint
from quizapp.bank.question import Question
from quizapp.base.words import words
from quizapp.quiz.drills.knowledge import Knowledge, told


def items(view: str, structures: Sequence[str], knowledge: Knowledge) -> list[tuple[str, ...]]:
    """Return one item for each nerve or root that feels skin which the view shows."""
    if view not in knowledge.views or not knowledge.views[view].traces_nerves:
        return []
    nerves = [one for one in structures if knowledge.catalogue[one].system == "nerve"]
    return [(view, one) for one in nerves if numb(view, one, knowledge)]


def question(item: str, parts: Sequence[str], knowledge: Knowledge) -> Question | None:
    """Return the question ``view:nerve`` stands for."""
    if len(parts) != 2 or not knowledge.has(*parts):
        return None
    view, nerve = parts
    lost = numb(view, nerve, knowledge)
    if not lost:
        return None
    name = knowledge.catalogue.name(nerve)
    below = knowledge.relations.lost_below(nerve)
    rest = [one for one in _fields(view, knowledge) if one not in lost]
    return Paint(
        id=item,
        view=view,
        topic=words("drills.topic_territory"),
        level="recall",
        objective=words("drills.territory_objective", name=name),
        ask=_asked(nerve, lost, knowledge),
        options=(
            *(knowledge.option(one, True) for one in lost),
            *(knowledge.option(one, why=words("drills.partly") if one in below else "") for one in rest),
        ),
        take_home=told(nerve, knowledge),
        structures=(nerve, *lost),
        status="reviewed",
    )


def numb(view: str, nerve: str, knowledge: Knowledge) -> list[str]:
    """Return the skin fields of a view that lose their feeling with a nerve; a dermatome is its root's own."""
    if not knowledge.has(view, nerve):
        return []
    fields = _fields(view, knowledge)
    if nerve in fields and knowledge.catalogue[nerve].system == "nerve":
        return [nerve]
    lost = knowledge.relations.lost_wholly(nerve)
    return [one for one in fields if one in lost]


def _asked(nerve: str, lost: Sequence[str], knowledge: Knowledge) -> str:
    """Return the lead-in: a dermatome is asked for as such, a nerve is cut at a height that says what goes with it."""
    known = knowledge.catalogue[nerve]
    if nerve in lost:
        return words("drills.dermatome_ask", name=known.name)
    return words("drills.territory_ask", name=known.name, level=known.lesion)


def _fields(view: str, knowledge: Knowledge) -> list[str]:
    """Return what stands for skin on a view: its territories, or on a map of dermatomes the roots."""
    shown = knowledge.diagrams[view].regions
    territories = [one.id for one in shown if knowledge.catalogue[one.id].system == "territory"]
    return territories or [one.id for one in shown if one.id.endswith("_root")]
