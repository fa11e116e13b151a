"""One marker a kind."""

from __future__ import annotations

from quizapp.quiz.marking import (
    choice,
    flip,
    key_feature,
    locate,
    matching,
    multiple,
    name,
    order,
    paint,
    picture,
    prove,
    ranking,
    sort,
    staged,
    trace,
)
from quizapp.quiz.marking.rule import Marker

MARKERS: dict[str, Marker] = {
    "choice": choice.mark,
    "multiple": multiple.mark,
    "matching": matching.mark,
    "key-feature": key_feature.mark,
    "locate": locate.mark,
    "name": name.mark,
    "picture": picture.mark,
    "order": order.mark,
    "ranking": ranking.mark,
    "sort": sort.mark,
    "flip": flip.mark,
    "staged": staged.mark,
    "prove": prove.mark,
    "trace": trace.mark,
    "paint": paint.mark,
}
