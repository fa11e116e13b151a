"""``paint``: what the painted and the true patch have in common, as a share of what they cover together.

A border is drawn by hand: within ``BORDER`` mm of the true one, to either side, paint costs nothing and missing paint
neither. Published maps differ by more; from ``ENOUGH`` on it counts as right, though the mark stays what was measured.
"""

from __future__ import annotations

from dataclasses import replace

from quizapp.anatomy import patch
from quizapp.anatomy.diagram import DEEPEST, Diagram
from quizapp.anatomy.framing import view_of
from quizapp.bank.kinds.paint import Paint
from quizapp.bank.question import Question
from quizapp.quiz.attempt import Mark, Outcome, Response
from quizapp.quiz.surroundings import Surroundings

ENOUGH, SOME = 0.7, 0.2
BORDER = 2.0  # mm
_SEAM = 1.5  # mm


def truth(question: Question, diagram: Diagram) -> frozenset[patch.Square]:
    """Return the patch that was asked for."""
    return fields(question.keys, diagram)


def fields(structures: tuple[str, ...], diagram: Diagram) -> frozenset[patch.Square]:
    """Return what some structures cover together of the ground, the seams between them included."""
    covered = patch.closed(patch.covered(diagram.by_id[one] for one in structures if one in diagram.by_id), _SEAM)
    return covered & (ground(diagram) or covered)


def ground(diagram: Diagram) -> frozenset[patch.Square]:
    """Return what can be painted on: the limbs, which are drawn beneath all else; empty where nothing is."""
    limbs = [one for one in diagram.drawn if one.is_scenery and one.depth == DEEPEST]
    # Ring by ring: where a toe lies over the foot, two rings that run against each other would make a hole.
    return patch.covered(replace(limb, rings=(ring,)) for limb in limbs for ring in limb.rings)


def mark(question: Question, response: Response, surroundings: Surroundings) -> Mark:
    """Mark a painted patch, or skin fields chosen by their markers."""
    assert isinstance(question, Paint)
    diagram = surroundings.diagrams[view_of(question.view)]
    painted = patch.from_rows(response.drawn) or fields(response.chosen, diagram)
    value = patch.overlap(painted, truth(question, diagram), BORDER) if painted else 0.0
    outcome: Outcome = "right" if value >= ENOUGH else "partly" if value >= SOME else "wrong"
    return Mark(value=value, outcome=outcome, chosen=response.chosen)
