"""``locate``: 1 inside the outline of an accepted structure; near misses are told, and halve only on bare ground.

A flat picture cannot tell which layer a click was meant for, so whatever covers the target does not count
against it; only a look-alike of the question, picked above the target, does. A click within ``NEAR`` mm of
the target is near. It earns half a mark where no other structure lies under it, for then a shaky hand is the
likeliest reason; on another structure it earns nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from quizapp.anatomy import hit
from quizapp.anatomy.diagram import Diagram
from quizapp.anatomy.framing import view_of
from quizapp.bank.kinds.locate import Locate
from quizapp.bank.question import Option, Question
from quizapp.quiz.attempt import Mark, Response
from quizapp.quiz.marking.rule import graded
from quizapp.quiz.surroundings import Surroundings

NEAR = 4.0


def mark(question: Question, response: Response, surroundings: Surroundings) -> Mark:
    """Mark a click, or a structure chosen by its marker."""
    assert isinstance(question, Locate)
    return mark_place(question.options, response, surroundings.diagrams[view_of(question.view)])


def mark_place(options: Sequence[Option], response: Response, diagram: Diagram) -> Mark:
    """Mark a click on a diagram, or a structure chosen by its marker, among places right and wrong."""
    keys = [option.key for option in options if option.correct]
    if response.point is None:
        return graded(float(any(one in keys for one in response.chosen)), response.chosen)
    targets = [diagram.by_id[key] for key in keys if key in diagram.by_id]
    look_alikes = {option.structure for option in options if not option.correct}
    inside = [region.id for region in targets if region.contains(*response.point)]
    fooled = any(one in look_alikes for one in response.chosen)
    if any(one in keys for one in response.chosen) or (inside and not fooled):
        meant = [one for one in response.chosen if one in keys] or inside
        return Mark(value=1.0, outcome="right", chosen=(meant[0],))
    gap = min((region.gap(*response.point) for region in targets), default=None)
    under = hit.region_at(diagram.regions, *response.point, reach=0.0)
    chosen = response.chosen or ((under.id,) if under else ())
    if gap is None or (gap > NEAR and not inside):
        return Mark(value=0.0, outcome="wrong", chosen=chosen, gap=gap)
    return Mark(value=0.0 if under else 0.5, outcome="near", chosen=chosen, gap=0.0 if inside else gap)
