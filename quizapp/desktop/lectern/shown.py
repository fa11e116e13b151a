"""From what the server tells to bars and heat: plain values, the same for the private window and the projector."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtGui import QColor

from quizapp.base.words import words
from quizapp.classroom.tally import DONT_KNOW, ELSEWHERE, Counts, Tally
from quizapp.desktop.lectern.bars import PALE, Bar
from quizapp.desktop.lectern.heat import Heat
from quizapp.desktop.theme.roles import Roles

View = Mapping[str, Any]
_SURE = "certain"


def groups(view: View) -> list[tuple[str, list[Bar]]]:
    """Return the bars of the vote on show, a group for each part of the question, each with a heading or none."""
    tally, before = latest(view), latest(view, 1)
    if tally is None:
        is_private = "told" in view and view["question"].get("options")
        tally = Tally(0, 0, ({},)) if is_private else Tally()  # the options are there before the answers
    parts = len(tally.parts)
    return [(_heading(view, at, parts), _bars(view, tally, before, at)) for at in range(parts)]


def latest(view: View, back: int = 0) -> Tally | None:
    """Return the tally of the vote on show, or one before it; on the projector nobody is right or wrong in it."""
    number = view.get("round", 1) - back
    told = next((one for one in view.get("tallies", ()) if one["round"] == number), None)
    if told is None:
        return None
    return Tally(told["answered"], 0, tuple(told["parts"]), told.get("sure_and_wrong", {}))


def key(theme: Roles, groups: Sequence[tuple[str, Sequence[Bar]]]) -> str:
    """Return what the parts of bars mean, as rich text; empty where nobody has answered."""
    bars = [bar for _, some in groups for bar in some]
    if not any(bar.count for bar in bars):
        return ""
    dark, pale, past = (theme.colour(role) for role in ("accent", "accent", "quiet"))
    pale.setAlphaF(PALE)
    signs = [("■", dark, "surely"), ("■", pale, "less_surely")]
    signs += [("▬", past, "first_vote")] if any(bar.before is not None for bar in bars) else []
    said = [
        f'<span style="color: {colour.name(QColor.NameFormat.HexArgb)}">{sign}</span> {words(f"classroom.key.{name}")}'
        for sign, colour, name in signs
    ]
    return " &nbsp; ".join(said)


def part(told: Mapping[str, str]) -> str:
    """Return which part of a question is told, and what is right in it."""
    right = f"✓ {told['right']}" if told["right"] else ""
    return "  ".join(one for one in (told["part"], right) if one)


def heat(view: View) -> Heat | None:
    """Return what is painted over the diagram; None where the question is none of places, or too few answered."""
    tally = latest(view)
    if tally is None or "view" not in view.get("question", {}) or len(tally.parts) != 1 or not tally.shares():
        return None
    moves = [(one, other, count) for one, other, count in view.get("moved", ())]
    return Heat(tally.shares(), moves if view.get("round") == 2 else (), frozenset(tally.sure_and_wrong))


def _bars(view: View, tally: Tally, before: Tally | None, at: int) -> list[Bar]:
    """Return a bar for each choice of a part: in the order of the options where there is one part, else by number."""
    names, numbers, part = view["names"], view["numbers"], tally.parts[at]
    counted = _counted(part)
    past = _counted(before.parts[at]) if before is not None and at < len(before.parts) else None
    is_one = len(tally.parts) == 1
    listed = list(numbers) if is_one and view["question"].get("options") else []
    others = [one for one in {**part, **(past or {})} if one not in listed]
    right = set(view["told"]["keys"]) if is_one and "told" in view else None
    made = []
    for key in [*listed, *others] if is_one else sorted(others, key=lambda one: -counted.get(one, 0)):
        text = f"{numbers[key]}  {_name(key, names)}" if key in listed else _name(key, names)
        is_right = None if right is None else numbers.get(key) in right
        count, sure = counted.get(key, 0), part.get(key, {}).get(_SURE, 0)
        then = None if past is None else past.get(key, 0)
        made.append(Bar(text, count, tally.answered, sure, is_right, then))
    return made


def _counted(part: Counts) -> dict[str, int]:
    return {key: sum(counts.values()) for key, counts in part.items()}


def _name(key: str, names: Mapping[str, str]) -> str:
    if key == ELSEWHERE:
        return words("classroom.elsewhere")
    if key == DONT_KNOW:
        return words("study.unknown")
    return names.get(key, key)


def _heading(view: View, at: int, parts: int) -> str:
    if parts == 1:
        return ""
    question = view["question"]
    if question.get("turned"):
        return str(question["options"][at]["words"]) if at < len(question["options"]) else ""
    if question.get("stems"):
        return words("phone.case", number=at + 1)
    return words("classroom.in_place", number=at + 1)
