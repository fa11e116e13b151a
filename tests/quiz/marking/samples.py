"""Questions of the kinds that weigh conditions, small enough to read at a glance."""

from __future__ import annotations

from typing import Any

from quizapp.bank.kinds import KINDS
from quizapp.bank.kinds.flip import Rival
from quizapp.bank.kinds.key_feature import Step
from quizapp.bank.kinds.matching import Stem
from quizapp.bank.kinds.picture import Zone
from quizapp.bank.kinds.staged import Stage
from quizapp.bank.question import Option, Question

_COMMON = {"id": "q", "topic": "T", "level": "recall", "objective": "o", "ask": "Which?", "take_home": "t"}


def made(kind: str, **fields: Any) -> Question:
    """Return a question of a kind."""
    return KINDS[kind](**{**_COMMON, **fields})


def condition(name: str, correct: bool = False, **fields: Any) -> Option:
    """Return an option that names a condition."""
    return Option(condition=name, correct=correct, why="why", **fields)


MATCHING = made(
    "matching",
    options=tuple(Option(text=one, why="why") for one in "abcdef"),
    stems=(Stem(text="1", key="a", why="why"), Stem(text="2", key="b", why="why"), Stem(text="3", key="a", why="why")),
)
KEY_FEATURE = made(
    "key-feature",
    options=(
        Step(text="a", correct=True, why="why"),
        Step(text="b", correct=True, why="why"),
        Step(text="c", why="why"),
        Step(text="d", why="why"),
        Step(text="e", harmful=True, why="why"),
    ),
)
RANKING = made("ranking", options=tuple(condition(one) for one in ("a", "b", "c", "d", "e")), red_flag="c")
SORT = made(
    "sort",
    options=(
        condition("a", speaks_for=("x", "y"), missing=("z",)),
        condition("b", speaks_against=("x",), missing=("w",)),
    ),
)
FLIP = made(
    "flip",
    stem="[it](x)",
    turned="x",
    options=(
        Rival(condition="a", shift=-2, why="why"),
        Rival(condition="b", shift=1, why="why"),
        Rival(condition="c", shift=0, why="why"),
    ),
)
STAGED = made(
    "staged",
    options=(condition("a"), condition("b", True), condition("c")),
    stages=(
        Stage(text="1", why="why"),
        Stage(text="2", why="why", drops="a"),
        Stage(text="3", why="why"),
        Stage(text="4", why="why", drops="c"),
    ),
)
PROVE = made(
    "prove",
    stem="[it](x) and [that](y)",
    places=(Option(structure="nerve", correct=True, why="why"), Option(structure="artery", why="why")),
    options=(condition("a", True), condition("b"), condition("c")),
    deciding=("x",),
    deciding_why="why",
)
PICTURE = made(
    "picture",
    picture="p.png",
    alt="a drawn section",
    options=(
        Zone(text="left", correct=True, zone=((0.0, 0.0), (0.4, 0.0), (0.4, 1.0), (0.0, 1.0)), why="why"),
        Zone(text="right", zone=((0.6, 0.0), (1.0, 0.0), (1.0, 1.0), (0.6, 1.0)), why="why"),
    ),
)
