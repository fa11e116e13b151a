"""What a learner gave and what it was worth: plain values, the same in the window, on disk and in a class."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Certainty = Literal["guess", "fairly", "certain"]
Outcome = Literal["right", "partly", "near", "wrong", "unknown"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """What a learner gave: keys of options or ids of structures, a point on the diagram (mm), or a typed name.

    ``drawn`` are the points (mm) of a line that was traced, or the middles of the squares that were painted. On a
    picture the point is a fraction of its width and height. ``steps`` are the answers to the parts of a question
    that has several, in their order.
    """

    chosen: tuple[str, ...] = ()
    point: tuple[float, float] | None = None
    drawn: tuple[tuple[float, float], ...] = ()
    steps: tuple[tuple[str, ...], ...] = ()
    typed: str = ""
    certainty: Certainty | None = None
    unknown: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """How right one response is: 0 to 1, and in a word.

    ``chosen`` is what the response came to mean, ``gap`` how far a point, or a line on the mean, missed the
    target (mm).
    """

    value: float
    outcome: Outcome
    chosen: tuple[str, ...] = ()
    gap: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """One question answered once, as it is kept: the item in its version, what was asked and what was chosen."""

    session_id: str
    question_id: str
    version: str
    kind: str
    asked: tuple[str, ...]
    chosen: tuple[str, ...]
    point: tuple[float, float] | None
    typed: str
    certainty: Certainty | None
    mark: float
    outcome: Outcome
    gap: float | None
    seconds: float
    at: datetime
    round: int = 1
    drawn: tuple[tuple[float, float], ...] = ()
    steps: tuple[tuple[str, ...], ...] = ()
