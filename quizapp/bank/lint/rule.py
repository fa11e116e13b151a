"""What a lint rule is: a name, how grave it is, and a check of one question or of the whole bank."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from quizapp.bank.question import Question
from quizapp.base.problem import Severity
from quizapp.base.shape import Fault, PathInFile

CheckOne = Callable[[Question], Iterator[Fault]]
CheckAll = Callable[[list[Question]], Iterator[tuple[int, Fault]]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule; ``keeps_out`` where a question that breaks it could not be marked or explained.

    ``number`` is the rule's number in the item-writing guide of the bank (docs/questions.md).
    """

    name: str
    number: int
    one: CheckOne | None = None
    all: CheckAll | None = None
    severity: Severity = "error"
    keeps_out: bool = False

    def check(self, question: Question) -> Iterator[Fault]:
        """Yield what one question gets wrong."""
        return self.one(question) if self.one else iter(())


def option_at(index: int, name: str = "text") -> PathInFile:
    """Return the path of a field of an option inside its question."""
    return ("options", index, name)


def shown(question: Question) -> Iterable[tuple[int, str]]:
    """Yield the words of every option that has words of its own."""
    return ((index, option.text) for index, option in enumerate(question.options) if option.text)
