"""What phones may know of a question: before the answer is told what is asked, and only then the key and why.

On a phone options go by their numbers in the order shown, and outlines by their places in the drawing: an id such as
``tp_tendon`` would tell which outline is the answer.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from msgspec import structs

from quizapp.anatomy import framing, hit
from quizapp.bank import markup
from quizapp.bank.kinds.flip import SHIFTS, Flip
from quizapp.bank.kinds.locate import Locate
from quizapp.bank.kinds.matching import Matching
from quizapp.bank.kinds.multiple import Multiple
from quizapp.bank.kinds.name import Name
from quizapp.bank.kinds.staged import Staged
from quizapp.bank.question import Option, Question
from quizapp.base.words import words
from quizapp.classroom.materials import Materials
from quizapp.classroom.refusal import RefusedError
from quizapp.classroom.wire import Given

Shuffled = Sequence[Option]
Face = dict[str, Any]

_SHIFTS = frozenset(map(str, SHIFTS))
REACH = 2.0  # mm around an outline that count as touching it: a fingertip is broad

# Whatever a phone may be told before the key is; a test holds every question of the bank to it.
_ALWAYS = {"id", "kind", "stem", "ask", "options"}
_OF_KINDS = {"count", "view", "peel", "box", "mirrored", "markers", "lit", "typed", "stems", "turned", "stages", "last"}
PUBLIC: Final = frozenset(_ALWAYS | _OF_KINDS)


def stem(question: Question) -> Face:
    """Return what stands on the phone while the class reads: the case alone, or the lead-in where there is none."""
    shown = markup.html(question.stem) if question.stem else ""
    return {"id": question.id, "kind": question.kind, "stem": shown, "ask": "" if shown else question.ask}


def face(question: Question, options: Shuffled, materials: Materials) -> Face:
    """Return what is asked; nothing in it tells a right option from a wrong one."""
    found = stem(question) | {"ask": question.ask}
    if not (isinstance(question, Name) and question.typed):
        found["options"] = [
            {"key": number, "words": materials.words(option)}
            for number, option in zip(numbers(options).values(), options, strict=True)
        ]
    of_kind = _FACES.get(question.kind)
    return found | (of_kind(question, options, materials) if of_kind else {})


def numbers(options: Shuffled) -> dict[str, str]:
    """Return the number, from 1, by which each option goes on phones, by its key."""
    return {option.key: str(at) for at, option in enumerate(options, 1)}


def understood(question: Question, options: Shuffled, given: Given, materials: Materials) -> Given:
    """Return an answer of a phone with keys in the place of numbers; raise RefusedError where it names no option."""
    _check(question, given)
    keys = {number: key for key, number in numbers(options).items()}
    found = _renamed(question, given, keys)
    if isinstance(question, Locate) and found.point is not None:
        # What lies under the finger is found here, as in the window; a phone could claim anything.
        view = framing.parse(question.view)
        seen = [one for one in materials.diagrams[view.view].regions if one.depth >= view.peel]
        under = hit.region_at(seen, *found.point, reach=REACH)
        found = structs.replace(found, chosen=[under.id] if under is not None else [])
    return found


def _check(question: Question, given: Given) -> None:
    """Raise RefusedError where an answer is none of its kind: empty, too long, or the same twice."""
    is_empty = not (given.chosen or given.steps or given.typed or given.point)
    if is_empty != given.unknown or not (is_empty or _fits(question, given)):
        raise RefusedError("bad")


def _fits(question: Question, given: Given) -> bool:
    chosen, count = given.chosen, len(question.options)
    match question:
        case Matching():
            return len(chosen) == len(question.stems) and any(chosen)
        case Flip():
            rivals = [step[0] for step in given.steps if len(step) == len(("key", "shift")) and step[1] in _SHIFTS]
            return len(rivals) == len(given.steps) == len(set(rivals)) == count
        case Staged():
            return len(given.steps) == len(question.stages) and _goes_through(question, given.steps)
        case Multiple():
            return 0 < len(chosen) == len(set(chosen)) <= len(question.keys)
        case Locate():
            return given.point is not None or len(chosen) == 1
    if question.ORDERED:
        return len(chosen) == len(set(chosen)) == count
    return len(chosen) == 1 or bool(given.typed)


def _goes_through(question: Staged, steps: Sequence[Sequence[str]]) -> bool:
    """Tell whether steps say a reason of their stage, or none, and put every condition in order."""
    reasons = [{"", *(tag.finding for tag in markup.tags(stage.text))} for stage in question.stages]
    count = 1 + len(question.options)
    return len(steps) <= len(reasons) and all(
        len(step) == len(set(step[1:])) + 1 == count and step[0] in some
        for step, some in zip(steps, reasons, strict=False)
    )


def shown(question: Question, options: Shuffled, given: Given) -> Given:
    """Return an answer as the phone that gave it knows it: numbers in the place of keys."""
    known = numbers(options)
    if given.point is not None:
        given = structs.replace(given, chosen=[])
    return _renamed(question, given, known)


def _renamed(question: Question, given: Given, names: Mapping[str, str]) -> Given:
    """Return an answer with its options under other names."""
    try:
        chosen = [names[one] if one else "" for one in given.chosen]
        match question:
            case Flip():
                steps = [[names[key], shift] for key, shift in given.steps]
            case Staged():
                steps = [[reason, *(names[one] for one in order)] for reason, *order in given.steps]
            case _:
                steps = []
    except (KeyError, ValueError):
        raise RefusedError("bad") from None
    return structs.replace(given, chosen=chosen, steps=steps)


def told(question: Question, options: Shuffled, materials: Materials) -> Face:
    """Return the key, why each option is right or wrong, and what to keep; for after the answer is told."""
    found: Face = {
        "keys": [number for key, number in numbers(options).items() if key in question.keys],
        # In the author's order: how they were shuffled is of no use any more.
        "options": [_explained(question, one, numbers(options)[one.key], materials) for one in question.options],
        "take_home": question.take_home,
        "parts": _parts(question, materials),
    }
    if isinstance(question, Locate):
        found["lit"] = [_outline(question.view, key, materials) for key in question.keys]
    if question.ORDERED:
        found["order"] = [materials.words(one) for one in question.options]
    return found


def _explained(question: Question, option: Option, number: str, materials: Materials) -> Face:
    found: Face = {
        "key": number,
        "words": materials.words(option),
        "right": option.correct and not question.ORDERED,
        "why": option.why,
    }
    clinic = materials.stock.clinic
    vignette = question.vignette
    if option.condition in clinic.conditions and vignette.present:
        weighing = materials.stock.table.weigh(option.condition, vignette)
        for name, some in (("for", weighing.speaks_for), ("against", weighing.speaks_against)):
            found[name] = [
                one.finding.label if one.word == name else f"{one.finding.label} ({words(f'evidence.{one.word}')})"
                for one in some
            ]
    return found


def _parts(question: Question, materials: Materials) -> list[Face]:
    """Return what is right for each part of a question that has several, and why."""
    match question:
        case Matching():
            by_key = {one.key: materials.words(one) for one in question.options}
            return [
                {"part": words("phone.case", number=at), "right": by_key[one.key], "why": one.why}
                for at, one in enumerate(question.stems, 1)
            ]
        case Flip():
            return [
                {"part": "", "right": f"{materials.words(one)}: {one.shift:+d}", "why": one.why}
                for one in question.options
            ]
        case Staged():
            last = len(question.stages)
            return [
                {"part": words("phone.stage", number=at, of=last), "right": "", "why": one.why}
                for at, one in enumerate(question.stages, 1)
            ]
    return []


def _multiple(question: Question, options: Shuffled, materials: Materials) -> Face:
    assert isinstance(question, Multiple)
    return {"count": len(question.keys)}


def _locate(question: Question, options: Shuffled, materials: Materials) -> Face:
    assert isinstance(question, Locate)
    found = _picture(question.view, materials)
    diagram = materials.diagrams[found["view"]]
    markers = []
    for key, number in numbers(options).items():
        x, y = diagram.by_id[key].anchor
        markers.append({"key": number, "x": round(x, 1), "y": round(y, 1)})
    # The options are the markers; their names would be the answer.
    return found | {"options": [], "markers": markers}


def _name(question: Question, options: Shuffled, materials: Materials) -> Face:
    assert isinstance(question, Name)
    lit = _outline(question.view, question.lit, materials)
    return _picture(question.view, materials) | {"lit": lit, "typed": question.typed}


def _outline(code: str, structure: str, materials: Materials) -> int:
    """Return the place of a structure's outline in its drawing."""
    regions = materials.diagrams[framing.view_of(code)].regions
    return next(at for at, one in enumerate(regions) if one.id == structure)


def _matching(question: Question, options: Shuffled, materials: Materials) -> Face:
    assert isinstance(question, Matching)
    return {"stems": [markup.html(one.text) for one in question.stems]}


def _flip(question: Question, options: Shuffled, materials: Materials) -> Face:
    assert isinstance(question, Flip)
    is_there = question.turned in question.vignette.present
    finding = materials.stock.clinic.findings[question.turned].label
    return {"turned": words("study.flip_absent" if is_there else "study.flip_present", finding=finding)}


def _staged(question: Question, options: Shuffled, materials: Materials) -> Face:
    assert isinstance(question, Staged)
    return {"stages": stages(question, (), materials), "last": len(question.stages)}


def stages(question: Question, steps: Sequence[Sequence[str]], materials: Materials) -> list[Face]:
    """Return the stages of a case up to the one that is reached by some steps; raise RefusedError where they are none.

    What comes later is not on the phone, or it would be read before the order is settled.
    """
    if not (isinstance(question, Staged) and len(steps) < len(question.stages) and _goes_through(question, steps)):
        raise RefusedError("bad")
    findings = materials.stock.clinic.findings
    return [
        {
            "text": markup.html(one.text),
            "reasons": [{"key": tag.finding, "words": findings[tag.finding].label} for tag in markup.tags(one.text)],
        }
        for one in question.stages[: len(steps) + 1]
    ]


def _picture(code: str, materials: Materials) -> Face:
    framed = framing.parse(code)
    left, top, right, bottom = materials.diagrams[framed.view].box
    return {
        "view": framed.view,
        "peel": round(framed.peel),
        "box": [left, top, right - left, bottom - top],
        "mirrored": framed.mirrored,
    }


_FACES: dict[str, Callable[[Question, Shuffled, Materials], Face]] = {
    "multiple": _multiple,
    "locate": _locate,
    "name": _name,
    "matching": _matching,
    "flip": _flip,
    "staged": _staged,
}
