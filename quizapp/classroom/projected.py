"""What of the private view may be on the projector: the key only when it is told, results only when they are shown."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_ALWAYS = ("code", "title", "version", "pace", "phase", "item", "of", "round", "now", "closes", "shown", "joined")
_ASKED = ("stem", "ask", "options", "view", "peel", "box", "mirrored", "lit", "turned", "count", "stems")


def projected(view: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the class may see; a new field of the private view stays private until it is named here."""
    found = {name: view[name] for name in _ALWAYS if name in view}
    phase = view["phase"]
    if view.get("board_shown") and view["board"]:
        found["board"] = view["board"]
    if "set" in view:
        found |= {"done": view["done"], "looked": view.get("looked")}
    # What the lecturer looks at while a set is open is not for the class yet.
    if "question" not in view or phase in ("lobby", "ended") or ("set" in view and phase != "reveal"):
        return found
    question = view["question"]
    if phase == "reading":
        found["question"] = {"stem": question["stem"], "ask": "" if question["stem"] else question["ask"]}
        return found
    found["question"] = {name: question[name] for name in _ASKED if name in question}
    found["answered"] = view["answered"]
    if view["shown"] and phase in ("closed", "discuss", "reveal"):
        found["tallies"] = [_shared(one) for one in view["tallies"]]
        found["moved"] = view["moved"]
        found["names"] = view["names"]
        found["numbers"] = view["numbers"]
    if phase == "reveal":
        found["told"] = view["told"]
    return found


def _shared(tally: Mapping[str, Any]) -> dict[str, Any]:
    """Return a tally without what tells right from wrong."""
    return {name: tally[name] for name in ("round", "answered", "parts")}
