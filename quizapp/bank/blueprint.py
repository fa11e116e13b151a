"""The plan of the shipped bank: how many items each topic has, by level and by sort."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

from quizapp.bank.kinds.matching import Matching
from quizapp.bank.question import Question
from quizapp.base.listfile import read_list
from quizapp.base.shape import CONFIG

# The kinds that the plan counts together.
SORT_OF = {
    "choice": "best-answer",
    "multiple": "multiple",
    "matching": "matching",
    "locate": "on-a-picture",
    "name": "on-a-picture",
    "trace": "on-a-picture",
    "paint": "on-a-picture",
    "picture": "on-a-picture",
    "order": "order",
    "ranking": "differential",
    "sort": "differential",
    "flip": "differential",
    "key-feature": "key-feature",
    "staged": "staged",
    "prove": "staged",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One topic: how many items of each level, and of each sort of question."""

    __pydantic_config__: ClassVar[Any] = CONFIG

    topic: str
    levels: Mapping[str, int]
    sorts: Mapping[str, int]


def load(path: Path) -> dict[str, Row]:
    """Read the plan, by topic; raise UserError with the first row that is wrong."""
    return {row.topic: row for row in read_list(path, "topics", Row)}


def items(question: Question) -> int:
    """Return how many items a question counts for: one, or one for each stem of a matching question."""
    return len(question.stems) if isinstance(question, Matching) else 1


def tally(questions: Iterable[Question]) -> dict[str, tuple[Counter[str], Counter[str]]]:
    """Return for each topic how many items there are of each level and of each sort."""
    found: dict[str, tuple[Counter[str], Counter[str]]] = {}
    for one in questions:
        levels, sorts = found.setdefault(one.topic, (Counter(), Counter()))
        levels[one.level] += items(one)
        sorts[SORT_OF[one.kind]] += items(one)
    return found
