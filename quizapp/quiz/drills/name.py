"""``name_it``: a structure is lit, its name is typed; synonyms, Latin, abbreviations and small typos count."""

from __future__ import annotations

from collections.abc import Sequence

from quizapp.bank.kinds.name import Name
from quizapp.bank.question import Question
from quizapp.base.words import words
from quizapp.quiz.drills.knowledge import Knowledge, look_alikes, told


def items(view: str, structures: Sequence[str], knowledge: Knowledge) -> list[tuple[str, ...]]:
    """Return one item for each structure that the view shows."""
    shown = [one for one in structures if knowledge.has(view, one)]
    if view in knowledge.views and knowledge.views[view].traces_nerves:
        # A muscle is a mere mark on a map of nerves; nobody could tell which.
        shown = [one for one in shown if knowledge.catalogue[one].system != "muscle"]
    return [(view, one) for one in shown]


def question(item: str, parts: Sequence[str], knowledge: Knowledge) -> Question | None:
    """Return the question ``view:structure`` stands for."""
    if len(parts) != 2 or not knowledge.has(*parts):
        return None
    view, structure = parts
    name = knowledge.catalogue.name(structure)
    others = look_alikes(structure, view, knowledge)
    return Name(
        id=item,
        view=view,
        lit=structure,
        typed=True,
        topic=words("drills.topic_name", view=knowledge.views[view].name),
        level="recall",
        objective=words("drills.name_objective", name=name),
        ask=words("drills.name_ask"),
        options=(knowledge.option(structure, True), *(knowledge.option(one) for one in others)),
        take_home=told(structure, knowledge),
        structures=(structure, *others),
        status="reviewed",
    )
