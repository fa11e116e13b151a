"""Checks that every id a question names exists, and that a diagram shows what is asked on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quizapp.bank import markup
from quizapp.bank.kinds.locate import Locate
from quizapp.bank.kinds.name import Name
from quizapp.bank.known import Known
from quizapp.bank.question import Question
from quizapp.base.nearest import did_you_mean
from quizapp.base.shape import Fault, PathInFile


def unknown_ids(question: Question, known: Known) -> Iterator[Fault]:
    """Yield a fault for every id that names nothing."""
    yield from _each(question.structures, ("structures",), "structure", known.structures)
    yield from _each(question.references, ("references",), "reference", known.references)
    for tag in markup.tags(question.stem):
        yield from _one(tag.finding, ("stem",), "finding", known.findings)
    for index, option in enumerate(question.options):
        at: PathInFile = ("options", index)
        yield from _one(option.structure, (*at, "structure"), "structure", known.structures)
        yield from _one(option.condition, (*at, "condition"), "condition", known.conditions)
        yield from _each(option.speaks_for, (*at, "for"), "finding", known.findings)
        yield from _each(option.speaks_against, (*at, "against"), "finding", known.findings)
        yield from _each(option.missing, (*at, "missing"), "finding", known.findings)
    if isinstance(question, Locate | Name):
        yield from _not_drawn(question, known)


def _not_drawn(question: Locate | Name, known: Known) -> Iterator[Fault]:
    if question.view not in known.views:
        yield _unknown("view", question.view, ("view",), known.views)
        return
    drawn = known.views[question.view]
    asked: list[tuple[PathInFile, str]] = [
        (("options", index, "structure"), one.structure) for index, one in enumerate(question.options)
    ]
    if isinstance(question, Name):
        asked.append((("lit",), question.lit))
    for path, structure in asked:
        if structure and structure not in drawn:
            text = f"the {question.view} diagram does not show {structure}{did_you_mean(structure, drawn)}"
            yield Fault(path, "drawn", text)


def _each(ids: Iterable[str], path: PathInFile, what: str, known: Iterable[str]) -> Iterator[Fault]:
    for index, one in enumerate(ids):
        yield from _one(one, (*path, index), what, known)


def _one(one: str, path: PathInFile, what: str, known: Iterable[str]) -> Iterator[Fault]:
    if one and one not in known:
        yield _unknown(what, one, path, known)


def _unknown(what: str, one: str, path: PathInFile, known: Iterable[str]) -> Fault:
    return Fault(path, f"known-{what}", f"no {what} is called {one}{did_you_mean(one, known)}")
