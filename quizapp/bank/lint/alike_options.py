"""The options of one question are of one sort: all conditions, all structures of one group, or all in words.

Passes: three nerves and an artery.
Fails: two tendons and a condition.
"""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.anatomy.structure import System
from quizapp.bank.lint.rule import Rule
from quizapp.bank.question import Option, Question
from quizapp.bank.stock import Stock
from quizapp.base.shape import Fault

# Kinds whose options nobody reads before the answer, or all belong to it.
_FREE = ("locate", "trace", "paint", "picture", "order")
_GROUPS: dict[System, str] = {
    "bone": "bones and landmarks",
    "landmark": "bones and landmarks",
    "ligament": "what holds",
    "joint": "bones and landmarks",
    "fascia": "what holds",
    "space": "what holds",
    "bursa": "what holds",
    "muscle": "muscles and tendons",
    "tendon": "muscles and tendons",
    "artery": "nerves and vessels",
    "vein": "nerves and vessels",
    "nerve": "nerves and vessels",
    "territory": "skin",
}


def check(question: Question, stock: Stock) -> Iterator[Fault]:
    """Yield a fault where the options are of more than one sort."""
    if question.kind in _FREE:
        return
    sorts = list(dict.fromkeys(_sort(option, stock) for option in question.options))
    if len(sorts) > 1:
        yield Fault(("options",), RULE.name, f"these options are of different sorts: {'; '.join(sorts)}")


def _sort(option: Option, stock: Stock) -> str:
    if option.condition:
        return "conditions"
    if not option.structure:
        return "words"
    return _GROUPS[stock.catalogue[option.structure].system] if option.structure in stock.catalogue.ids else "unknown"


RULE = Rule("alike-options", 16, known=check, severity="warning")
