"""``prove``: a third each for the source, the condition and the deciding finding.

The response has the steps source, condition and finding, each with one id or none; its point is the click.
"""

from __future__ import annotations

from dataclasses import replace

from quizapp.anatomy.framing import view_of
from quizapp.bank.kinds.prove import Prove
from quizapp.bank.question import Question
from quizapp.quiz.attempt import Mark, Response
from quizapp.quiz.marking.locate import mark_place
from quizapp.quiz.marking.rule import graded
from quizapp.quiz.surroundings import Surroundings


def mark(question: Question, response: Response, surroundings: Surroundings) -> Mark:
    """Mark the three answers."""
    assert isinstance(question, Prove)
    place, condition, finding = parts(question, response, surroundings)
    value = round((place.value + condition + finding) / 3, 9)
    named = response.steps[1][:1] if len(response.steps) > 1 else ()
    return graded(value, (*place.chosen, *named), place.gap)


def parts(question: Prove, response: Response, surroundings: Surroundings) -> tuple[Mark, bool, bool]:
    """Return the mark of the source, and whether condition and finding are right."""
    source, condition, finding = (*response.steps, (), (), ())[:3]
    clicked = replace(response, chosen=source)
    place = mark_place(question.places, clicked, surroundings.diagrams[view_of(question.view)])
    return place, condition[:1] == question.keys, bool(finding) and finding[0] in question.deciding
