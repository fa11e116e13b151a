"""What a class is held with: the bank, the diagrams and the clinical knowledge, read once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quizapp.anatomy import atlas, framing
from quizapp.anatomy.diagram import Diagram
from quizapp.bank import loading, stock, variants
from quizapp.bank.kinds.choice import Choice
from quizapp.bank.kinds.locate import Locate
from quizapp.bank.library import Library
from quizapp.bank.question import Option, Question, slug
from quizapp.bank.stock import Stock
from quizapp.bank.wording import words_of
from quizapp.base import paths
from quizapp.base.cache import Cache
from quizapp.base.errors import UserError
from quizapp.base.nearest import did_you_mean
from quizapp.classroom.journal import Item
from quizapp.classroom.wire import Improvised
from quizapp.clinic import skeleton_reading
from quizapp.quiz.surroundings import Surroundings

# Kinds that can be answered on a phone; each has a file in resources/phone/kinds.
PHONE_KINDS = ("choice", "multiple", "locate", "name", "matching", "order", "ranking", "flip", "staged")
_MADE = "made-here"


@dataclass(frozen=True, slots=True)
class Materials:
    """The knowledge, a bank, and the diagrams by view."""

    stock: Stock
    bank: Library
    diagrams: Mapping[str, Diagram]

    @property
    def surroundings(self) -> Surroundings:
        """Return what marking needs."""
        return Surroundings(self.stock.catalogue, self.diagrams)

    def question(self, item: Item) -> Question:
        """Return the question of an item; raise UserError where the bank has it no more, or no phone can answer it."""
        if item.made is not None:
            return _made(item.question, item.made)
        if item.question not in self.bank:
            raise UserError(f"the bank has no question {item.question}; take it out of the running order")
        question = self.bank[item.question]
        if question.kind not in PHONE_KINDS:
            raise UserError(
                f"{item.question}: a question of the kind {question.kind} cannot be answered on a phone;"
                f" choose one of {', '.join(PHONE_KINDS)}"
            )
        return question

    def improvised(self, number: int, asked: Improvised) -> Item:
        """Return a question made on the spot as an item; raise UserError where it can be neither chosen nor clicked."""
        if asked.view:
            try:
                view = framing.parse(asked.view).view
            except ValueError as fault:
                raise UserError(str(fault)) from None
            if view not in self.diagrams:
                raise UserError(f"no view is called {view}{did_you_mean(view, self.diagrams)}")
        elif len(asked.options) < 2 or len({slug(one) for one in asked.options}) < len(asked.options):
            raise UserError("a question made on the spot needs two options that differ, or a view to click on")
        made: dict[str, Any] = {"ask": asked.ask, "options": asked.options, "view": asked.view}
        return Item(f"{_MADE}-{number}", made)

    def answerable(self) -> list[str]:
        """Return the ids of the questions in use that phones can answer, in the order of their files."""
        return [one.id for one in self.bank.choose(kinds=PHONE_KINDS)]

    def words(self, option: Option) -> str:
        """Return what an option says: its own words, or the name of its structure or condition."""
        return words_of(option, self.stock.catalogue, self.stock.clinic)

    def names(self, question: Question, chosen: Iterable[str]) -> dict[str, str]:
        """Return the words for every option of a question, and for whatever else was chosen, by key."""
        found = {one: self.name(one) for one in chosen if one}
        return found | {option.key: self.words(option) for option in question.options}

    def name(self, structure: str) -> str:
        """Return the name of a structure, or the id of one that is none."""
        return self.stock.catalogue.name(structure) if structure in self.stock.catalogue else structure


def load(questions: Path) -> Materials:
    """Read the resources and a bank; raise UserError with the file and line that is wrong."""
    known = stock.load()
    folder = paths.resources("diagrams")
    kept = Cache(paths.cache() / "resources.sqlite")
    readings = Cache(paths.cache() / "readings.sqlite")
    try:
        diagrams = {
            name: atlas.diagram(folder, view, known.catalogue, kept) for name, view in atlas.views(folder, kept).items()
        }
        skeletons, _ = skeleton_reading.read_folder(
            paths.resources("clinic", "skeletons"), known.clinic, known.table, kept
        )
        bank = loading.load(questions, known.known, readings)
    finally:
        kept.close()
        readings.close()
    bank.maker = lambda item: variants.question(item, skeletons, known.clinic, known.table)
    return Materials(known, bank, diagrams)


def _made(item: str, made: Mapping[str, Any]) -> Question:
    """Return a question made on the spot; it has no key."""
    shared: dict[str, Any] = {
        "id": item,
        "topic": "",
        "level": "recall",
        "objective": made["ask"],
        "ask": made["ask"],
        "take_home": "",
    }
    if made["view"]:
        return Locate(**shared, options=(), view=made["view"])
    return Choice(**shared, options=tuple(Option(text=text, why="") for text in made["options"]))
