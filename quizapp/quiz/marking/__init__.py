"""One marker a kind."""

from __future__ import annotations

from quizapp.quiz.marking import choice, locate, multiple, name, order, paint, trace
from quizapp.quiz.marking.rule import Marker

MARKERS: dict[str, Marker] = {
    "choice": choice.mark,
    "multiple": multiple.mark,
    "locate": locate.mark,
    "name": name.mark,
    "order": order.mark,
    "trace": trace.mark,
    "paint": paint.mark,
}
