"""How a region looks in each state: a pure description, painted elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

State = Literal[
    "hovered",
    "chosen",
    "lit",
    "right",
    "wrong",
    "near",
    "context",
    "above",
    "numb",
    "weak",
    "known",
    "shaky",
    "one",
    "other",
    "third",
    "both",
]
Dash = Literal["solid", "dashed", "dotted"]


@dataclass(frozen=True, slots=True)
class Look:
    """The paint of one region: a colour role, how strongly it fills, the width and dash of its outline (px).

    States differ in line as well as in colour, so that no meaning hangs on colour alone.
    """

    role: str
    fill: float
    width: float
    dash: Dash = "solid"


Pattern = Literal["solid", "dashed", "dotted", "plain", "dots", "hatch"]


@dataclass(frozen=True, slots=True)
class Sample:
    """One entry of a legend: what it is called in the catalogue, its colour role, and its line or its filling."""

    name: str
    role: str
    pattern: Pattern


_LOOKS: dict[State, Look] = {
    "hovered": Look("accent", 0.10, 1.5),
    "chosen": Look("accent", 0.14, 2.5),
    "lit": Look("lit", 0.16, 2.5),
    "right": Look("right", 0.16, 3.0),
    "wrong": Look("wrong", 0.12, 2.5, "dashed"),
    "near": Look("near", 0.12, 3.0, "dotted"),
    "context": Look("quiet", 0.0, 1.25),
    "above": Look("quiet", 0.10, 2.0),
    "numb": Look("near", 0.20, 2.5, "dotted"),
    "weak": Look("wrong", 0.20, 2.0, "dashed"),
    "known": Look("right", 0.14, 1.0),
    "shaky": Look("near", 0.14, 1.5, "dotted"),
    "one": Look("accent", 0.22, 2.5),
    "other": Look("near", 0.16, 2.5, "dashed"),
    "third": Look("lit", 0.16, 2.5, "dotted"),
    "both": Look("text", 0.14, 2.0),
}


def look_of(state: State) -> Look:
    """Return the look of a state."""
    return _LOOKS[state]
