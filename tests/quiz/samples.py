"""Questions and outlines for tests of marking and rounds."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from quizapp.anatomy.catalogue import Catalogue
from quizapp.anatomy.diagram import Diagram, Region, View
from quizapp.anatomy.outline import Ring, box_of
from quizapp.anatomy.structure import Structure
from quizapp.bank.kinds.choice import Choice
from quizapp.bank.kinds.locate import Locate
from quizapp.bank.kinds.multiple import Multiple
from quizapp.bank.kinds.name import Name
from quizapp.bank.question import Option, Question
from quizapp.quiz.session import Session
from quizapp.quiz.surroundings import Surroundings

AT = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)


def option(text: str, correct: bool = False, structure: str = "") -> Option:
    return Option(text=text, correct=correct, structure=structure, why="why")


_COMMON = {"topic": "T", "level": "recall", "objective": "o", "ask": "Which?", "take_home": "t"}
CHOICE: Question = Choice(id="c", options=(option("a", True), option("b"), option("c")), **_COMMON)  # type: ignore[arg-type]
MULTIPLE: Question = Multiple(
    id="m",
    options=(option("a", True), option("b", True), option("c"), option("d")),
    **_COMMON,  # type: ignore[arg-type]
)
LOCATE: Question = Locate(
    id="l",
    options=(option("", True, "nerve"), option("", False, "artery")),
    **_COMMON,  # type: ignore[arg-type]
)
NAME: Question = Name(
    id="n",
    lit="nerve",
    options=(option("", True, "nerve"), option("", False, "artery"), option("", False, "sheet")),
    **_COMMON,  # type: ignore[arg-type]
)


def box(left: float, top: float, right: float, bottom: float) -> Ring:
    return ((left, top), (right, top), (right, bottom), (left, bottom))


def region(name: str, ring: Ring) -> Region:
    return Region(name, 5, (ring,), box_of([ring]), ring[0])


# A nerve, an artery half over it, and a sheet over both.
DIAGRAM = Diagram(
    View("medial", "a.svg", "A", "a view", "toes", "heel", "alt", "sources"),
    Path("a.svg"),
    (-50, -50, 50, 50),
    (region("nerve", box(0, 0, 10, 10)), region("artery", box(8, 0, 14, 10)), region("sheet", box(-5, -20, 20, 3))),
)
CATALOGUE = Catalogue(
    [
        Structure(id="nerve", name="Tibial nerve", system="nerve", depth=5, also=("TN",)),
        Structure(id="artery", name="Posterior tibial artery", system="artery", depth=5),
        Structure(id="sheet", name="Flexor retinaculum", system="fascia", depth=3),
    ]
)
SURROUNDINGS = Surroundings(CATALOGUE, {"medial": DIAGRAM})


def session(*questions: Question) -> Session:
    return Session(id="s", title="", seed=3, questions=tuple(one.id for one in questions), started=AT)
