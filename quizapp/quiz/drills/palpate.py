"""``palpate``: a tendon, a pulse or a nerve is followed on the skin of an average, a flat or a high-arched foot."""

from __future__ import annotations

from collections.abc import Sequence

from quizapp.anatomy.framing import Framing
from quizapp.bank.kinds.trace import Trace
from quizapp.bank.question import Question
from quizapp.base.words import words
from quizapp.quiz.drills.knowledge import Knowledge, look_alikes, told

_AVERAGE = "average"
_SKIN = 1.0


def items(view: str, structures: Sequence[str], knowledge: Knowledge) -> list[tuple[str, ...]]:
    """Return one item for each structure that can be felt on the view, on each foot type."""
    felt = [one for one in structures if one in knowledge.palpations and knowledge.palpations[one].view == view]
    types = [_AVERAGE, *(foot.id for foot in knowledge.feet.values() if foot.view == view)]
    return [(view, one, foot) for foot in types for one in felt]


def question(item: str, parts: Sequence[str], knowledge: Knowledge) -> Question | None:
    """Return the question ``view:structure:foot`` stands for."""
    if len(parts) != 3 or parts[1] not in knowledge.palpations or not knowledge.has(*parts[:2]):
        return None
    view, structure, foot_id = parts
    felt = knowledge.palpations[structure]
    type_of_foot = next((one for one in knowledge.feet.values() if (one.view, one.id) == (view, foot_id)), None)
    if type_of_foot is None and foot_id != _AVERAGE:
        return None
    shown, foot = view, words("drills.average_foot")
    course, press = felt.course, felt.press
    if type_of_foot is not None:
        from quizapp.anatomy.warp import Field  # brings numpy in, which other drills do without

        shown, foot = type_of_foot.view_id, type_of_foot.name
        *moved, press = Field(type_of_foot.moves).moved([*course, press])
        course = tuple(moved)
    name = knowledge.catalogue.name(structure)
    others = look_alikes(structure, view, knowledge)[:2]
    why = knowledge.catalogue[structure].palpation
    return Trace(
        id=item,
        view=Framing(shown, peel=_SKIN).code(),
        course=course,
        press=press,
        topic=words("drills.topic_palpate", foot=foot),
        level="recall",
        objective=words("drills.palpate_objective", name=name, foot=foot),
        ask=words("drills.palpate_ask", name=name[:1].lower() + name[1:], follow=felt.follow, find=felt.find),
        options=(knowledge.option(structure, True, why), *(knowledge.option(one) for one in others)),
        take_home=told(structure, knowledge),
        structures=(structure,),
        status="reviewed",
    )
