"""What a bank covers: by structure, condition, misconception, level, kind, and the place of the key."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from quizapp.bank.lint.coverage import as_distractors, as_keys
from quizapp.bank.question import Question
from quizapp.bank.stock import Stock

_PLACED = ("choice", "name")


@dataclass(frozen=True, slots=True)
class Report:
    """Counts of questions, each by a name or an id; ``conditions`` are how often as key and as distractor."""

    kinds: Mapping[str, int]
    levels: Mapping[str, int]
    topics: Mapping[str, int]
    structures: Mapping[str, int]
    conditions: Mapping[str, tuple[int, int]]
    misconceptions: Mapping[str, int]
    key_positions: Mapping[str, int]


def report(questions: Iterable[Question], stock: Stock) -> Report:
    """Return what some questions cover; what none of them meets is counted as 0."""
    some = [one for one in questions if one.status != "retired"]
    keys, distractors = as_keys(some), as_distractors(some)
    asked = Counter(one for question in some for one in _structures(question))
    met = Counter(one for question in some for one in question.misconceptions)
    return Report(
        kinds=Counter(one.kind for one in some),
        levels=Counter(one.level for one in some),
        topics=Counter(one.topic for one in some),
        structures={one.id: asked[one.id] for one in stock.catalogue},
        conditions={one: (len(keys[one]), distractors[one]) for one in stock.clinic.conditions},
        misconceptions={one: met[one] for one in stock.clinic.misconceptions},
        key_positions=_positions(some),
    )


def _structures(question: Question) -> set[str]:
    named = {option.structure for option in question.options if option.structure}
    return {*question.structures, *question.targets, *named}


def _positions(questions: Iterable[Question]) -> Counter[str]:
    """Return where the key stands in the file, such as ``2 of 5``, in questions with one key."""
    found: Counter[str] = Counter()
    for one in questions:
        if one.kind in _PLACED and len(one.keys) == 1:
            place = next(at for at, option in enumerate(one.options, 1) if option.correct)
            found[f"{place} of {len(one.options)}"] += 1
    return found
