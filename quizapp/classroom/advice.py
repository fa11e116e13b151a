"""What to do after a vote, for the lecturer alone: advice from the bands of peer instruction, never a decision.

Below 35 % right few can explain it to others, so it is worth teaching again; between 35 and 70 % discussion gains
most; above 70 % a word is enough (Crouch & Mazur 2001, bands after Vickrey et al. 2015). The share is corrected for
guessing. The bands come from physics classes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from quizapp.bank.question import Question
from quizapp.classroom.tally import DONT_KNOW, ELSEWHERE, FEWEST, Tally
from quizapp.clinic.differential import Differential

Word = Literal["teach", "discuss", "go_on"]
LOW, HIGH = 0.35, 0.70
_ONE_OF = ("choice", "name")


@dataclass(frozen=True, slots=True)
class Advice:
    """What to do, the share right corrected for guessing, and what to argue about: two choices and a finding."""

    word: Word
    share: float
    pair: tuple[str, ...] = ()
    finding: str = ""


def advise(question: Question, counted: Tally, table: Differential) -> Advice | None:
    """Return advice after a vote; None where too few answered or nothing is right or wrong."""
    if counted.answered < FEWEST or not question.keys:
        return None
    share = corrected(counted.right / counted.answered, question)
    word: Word = "teach" if share < LOW else "discuss" if share <= HIGH else "go_on"
    pair = _pair(question, counted.parts[0] if len(counted.parts) == 1 else {})
    return Advice(word, share, pair, _settles(question, pair, table))


def corrected(share: float, question: Question) -> float:
    """Return the share that knew it: what guessing among the options would bring is taken off."""
    if question.kind not in _ONE_OF:
        return share
    chance = 1 / len(question.options)
    return max(0.0, (share - chance) / (1 - chance))


def _pair(question: Question, counts: Mapping[str, Mapping[str, int]]) -> tuple[str, ...]:
    """Return the right choice and the wrong one that most made, for they are worth an argument."""
    often = {one: sum(some.values()) for one, some in counts.items() if one not in (ELSEWHERE, DONT_KNOW)}
    first = sorted(often, key=lambda one: (-often[one], one))
    right, wrong = ([one for one in first if (one in question.keys) is is_key][:1] for is_key in (True, False))
    return (*right, *wrong) if right and wrong else ()


def _settles(question: Question, pair: tuple[str, ...], table: Differential) -> str:
    """Return the finding that would settle an argument between two conditions; empty where they are none."""
    named = [option.condition for key in pair if (option := question.option(key)) is not None and option.condition]
    if len(named) < 2 or not all(table.knows(one) for one in named):
        return ""
    return next((row.finding.label for row in table.separating(named, 1)), "")
