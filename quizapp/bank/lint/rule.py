"""What a lint rule is: a name, how grave it is, and a check of one question or of the whole bank."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from quizapp.bank.question import Question
from quizapp.bank.stock import Stock
from quizapp.base.problem import Severity
from quizapp.base.shape import Fault, PathInFile

CheckOne = Callable[[Question], Iterator[Fault]]
CheckAll = Callable[[list[Question]], Iterator[tuple[int, Fault]]]
CheckKnown = Callable[[Question, Stock], Iterator[Fault]]
CheckBank = Callable[[list[Question], Stock], Iterator[tuple[int, Fault]]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule; ``keeps_out`` where a question that breaks it could not be marked or explained.

    ``one`` and ``all`` look at a question or the bank alone, ``known`` and ``bank`` hold them against what is known.
    ``number`` is the rule's number in the item-writing guide of the bank (docs/questions.md).
    """

    name: str
    number: int
    one: CheckOne | None = None
    all: CheckAll | None = None
    known: CheckKnown | None = None
    bank: CheckBank | None = None
    severity: Severity = "error"
    keeps_out: bool = False

    def check(self, question: Question) -> Iterator[Fault]:
        """Yield what one question gets wrong."""
        return self.one(question) if self.one else iter(())


def story(question: Question) -> str:
    """Return all that a question tells of the patient, with its tags."""
    return "\n".join(text for _, text in question.texts if text)


def sentences(text: str) -> list[str]:
    """Return the sentences of a plain text."""
    return [one for one in re.split(r"(?<=[.?!])\s+", text) if one.strip()]


def option_at(index: int, name: str = "text") -> PathInFile:
    """Return the path of a field of an option inside its question."""
    return ("options", index, name)


def shown(question: Question) -> Iterable[tuple[int, str]]:
    """Yield the words of every option that has words of its own."""
    return ((index, option.text) for index, option in enumerate(question.options) if option.text)
