"""Checks that every id a question names exists, and that a diagram shows what is asked on it.

They read the question as it was written, so that a wrong field elsewhere in it hides no wrong id.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from quizapp.anatomy import framing
from quizapp.bank import markup
from quizapp.bank.known import Known
from quizapp.base.nearest import did_you_mean
from quizapp.base.shape import Fault, Named, PathInFile, unknown

# The view that each kind shows where its file names none.
_ON_A_DIAGRAM = {"locate": "medial", "name": "medial", "trace": "medial", "paint": "nerves", "prove": "medial"}
# Lists of options, and of blocks that tell of a patient.
_OPTIONS = ("options", "places")
_TEXTS = ("stems", "stages")


def unknown_ids(question: Mapping[str, Any], known: Known) -> Iterator[Fault]:
    """Yield a fault for every id that names nothing, and for every structure that is asked for but not drawn."""
    yield from unknown("structure", _listed(question, "structures"), known.structures)
    yield from unknown("reference", _listed(question, "references"), known.references)
    yield from unknown("misconception", _listed(question, "misconceptions"), known.misconceptions)
    for path, text in _texts(question):
        yield from unknown("finding", [(path, tag.finding) for tag in markup.tags(text)], known.findings)
    yield from unknown("finding", _single(question, "turned"), known.findings)
    yield from unknown("finding", _listed(question, "deciding"), known.findings)
    for at, option in _blocks(question, _OPTIONS):
        yield from unknown("structure", _single(option, "structure", at), known.structures)
        yield from unknown("condition", _single(option, "condition", at), known.conditions)
        for field in ("for", "against", "missing"):
            yield from unknown("finding", _listed(option, field, at), known.findings)
    if question.get("kind") in _ON_A_DIAGRAM:
        yield from _not_drawn(question, known)


def _not_drawn(question: Mapping[str, Any], known: Known) -> Iterator[Fault]:
    code = str(question.get("view", _ON_A_DIAGRAM[str(question["kind"])]))
    try:
        view = framing.parse(code).view
    except ValueError as fault:
        yield Fault(("view",), "view", str(fault))
        return
    if view not in known.views:
        yield from unknown("view", [(("view",), view)], known.views)
        return
    drawn = known.views[view]
    asked = [one for at, option in _blocks(question, _OPTIONS) for one in _single(option, "structure", at)]
    for path, structure in [*asked, *_single(question, "lit")]:
        if structure not in drawn:
            text = f"the {view} diagram does not show {structure}{did_you_mean(structure, drawn)}"
            yield Fault(path, "drawn", text)


def _texts(question: Mapping[str, Any]) -> Iterator[Named]:
    """Yield every text in which findings may be tagged."""
    yield from _single(question, "stem")
    for at, block in _blocks(question, _TEXTS):
        yield from _single(block, "text", at)


def _blocks(question: Mapping[str, Any], fields: Iterable[str]) -> Iterator[tuple[PathInFile, Mapping[str, Any]]]:
    for field in fields:
        blocks = question.get(field)
        for index, block in enumerate(blocks if isinstance(blocks, list) else []):
            if isinstance(block, dict):
                yield (field, index), block


def _single(block: Mapping[str, Any], field: str, at: PathInFile = ()) -> list[Named]:
    value = block.get(field)
    return [((*at, field), value)] if isinstance(value, str) and value else []


def _listed(block: Mapping[str, Any], field: str, at: PathInFile = ()) -> list[Named]:
    values = block.get(field)
    some = enumerate(values if isinstance(values, list) else [])
    return [((*at, field, index), value) for index, value in some if isinstance(value, str)]
