"""The answers to one item with their marks: what the private window shows, and what a phone has earned."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from quizapp.bank.question import Question
from quizapp.classroom.journal import Given
from quizapp.classroom.tally import Tally, chosen_in, mark, moved, tally
from quizapp.quiz.attempt import Mark
from quizapp.quiz.surroundings import Surroundings

_AT_ONCE = 40  # answers marked before others have their turn

Marked = tuple[int, Mark | None]


@dataclass(frozen=True, slots=True)
class Report:
    """The answers of each vote, and for each phone the number of its answer with its mark."""

    question: Question
    votes: Mapping[int, Sequence[Given]] = field(default_factory=dict)
    marks: Mapping[int, Mapping[int, Marked]] = field(default_factory=dict)

    def tally(self, number: int) -> Tally:
        """Return the tally of a vote."""
        marked = {phone: one for phone, (_, one) in self.marks.get(number, {}).items()}
        return tally(self.question, self.votes.get(number, ()), marked)

    def marked(self) -> dict[int, Mark]:
        """Return the marks by phone, each of its latest vote; empty where nothing is right or wrong."""
        latest = {phone: one for number in sorted(self.marks) for phone, (_, one) in self.marks[number].items()}
        return {phone: one for phone, one in latest.items() if one is not None}

    def chosen(self) -> set[str]:
        """Return everything that was chosen in any vote."""
        return {one for some in self.marks.values() for _, mark in some.values() if mark for one in mark.chosen}

    def moved(self) -> dict[tuple[str, str], int]:
        """Return how many went from one choice to another between the two votes."""
        return moved(self._first_choices(1), self._first_choices(2))

    def _first_choices(self, number: int) -> dict[int, str]:
        found = {}
        for given in self.votes.get(number, ()):
            response = given.answer.given.response(None)
            parts = chosen_in(self.question, response, self.marks[number][given.phone][1])
            if len(parts) == 1 and len(parts[0]) == 1:
                found[given.phone] = parts[0][0]
        return found


async def read_report(
    question: Question, given: Sequence[Given], surroundings: Surroundings, known: Report | None
) -> Report:
    """Return the report of some answers; the marks of a report that is known already are taken over."""
    votes: dict[int, list[Given]] = {}
    marks: dict[int, dict[int, Marked]] = {}
    fresh = 0
    for one in given:
        number = one.answer.round
        votes.setdefault(number, []).append(one)
        before = known.marks.get(number, {}).get(one.phone) if known else None
        if before is None or before[0] != one.answer.number:
            fresh += 1
            if fresh % _AT_ONCE == 0:
                await asyncio.sleep(0)
            response = one.answer.given.response(one.answer.certainty)
            before = (one.answer.number, mark(question, response, surroundings))
        marks.setdefault(number, {})[one.phone] = before
    return Report(question, votes, marks)
