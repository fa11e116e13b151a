"""From what the server tells to bars and heat: plain values, the same for the private window and the projector."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from quizapp.base.words import words
from quizapp.classroom.tally import DONT_KNOW, ELSEWHERE, FEWEST
from quizapp.desktop.lectern.bars import Bar
from quizapp.desktop.lectern.heat import Heat

View = Mapping[str, Any]
_SURE = "certain"


def groups(view: View) -> list[tuple[str, list[Bar]]]:
    """Return the bars of the vote on show, a group for each part of the question, each with a heading or none."""
    tally = latest(view)
    if tally is None:
        return []
    parts = tally["parts"]
    return [(_heading(view, at, len(parts)), _bars(view, tally, part, len(parts))) for at, part in enumerate(parts)]


def latest(view: View) -> Mapping[str, Any] | None:
    """Return the tally of the vote on show."""
    number = view.get("round", 1)
    return next((one for one in view.get("tallies", ()) if one["round"] == number), None)


def heat(view: View) -> Heat | None:
    """Return what is painted over the diagram; None where the question is none of places, or too few answered."""
    tally = latest(view)
    if tally is None or "view" not in view.get("question", {}) or len(tally["parts"]) != 1:
        return None
    if tally["answered"] < FEWEST:
        return None
    shares = {one: sum(counts.values()) / tally["answered"] for one, counts in tally["parts"][0].items()}
    moves = [(one, other, count) for one, other, count in view.get("moved", ())]
    return Heat(shares, moves if view.get("round") == 2 else (), frozenset(tally.get("sure_and_wrong", ())))


def _bars(view: View, tally: Mapping[str, Any], part: Mapping[str, Mapping[str, int]], parts: int) -> list[Bar]:
    names, numbers = view["names"], view["numbers"]
    is_one = parts == 1
    listed = [one for one in numbers if is_one and view["question"].get("options")]
    keys = [*listed, *(one for one in part if one not in listed)]
    right = set(view.get("told", {}).get("keys", ())) if is_one else set()
    of, shares = tally["answered"], tally["answered"] >= FEWEST
    made = []
    for key in keys if is_one else sorted(part, key=lambda one: -sum(part[one].values())):
        counts = part.get(key, {})
        count = sum(counts.values())
        text = _name(key, names)
        if is_one and key in numbers and view["question"].get("options"):
            text = f"{numbers[key]}  {text}"
        told = numbers.get(key) in right if "told" in view and is_one else None
        made.append(Bar(text, count, of, counts.get(_SURE, 0), told, count / of if shares and of else None))
    return made


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
