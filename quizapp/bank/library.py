"""All sound questions as one bank."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from quizapp.bank.entry import Entry
from quizapp.bank.question import Question
from quizapp.base.problem import Problem


class Library:
    """All sound questions by id, in the order of their files, and the problems with the others; ids are unique."""

    def __init__(self, entries: Iterable[Entry] = (), problems: Iterable[Problem] = ()) -> None:
        self._entries = {entry.question.id: entry for entry in entries}
        self.problems = sorted(problems)
        self._about: dict[str, list[str]] = {}
        for question in self:
            for structure in {*question.structures, *(one.structure for one in question.options)}:
                self._about.setdefault(structure, []).append(question.id)

    def __iter__(self) -> Iterator[Question]:
        return (entry.question for entry in self._entries.values())

    def __len__(self) -> int:
        return len(self._entries)

    def __contains__(self, question_id: object) -> bool:
        return question_id in self._entries

    def __getitem__(self, question_id: str) -> Question:
        return self._entries[question_id].question

    @property
    def entries(self) -> Collection[Entry]:
        """Return the questions with their places and versions."""
        return self._entries.values()

    def version(self, question_id: str) -> str:
        """Return the fingerprint of a question's content."""
        return self._entries[question_id].version

    def about(self, structure: str) -> list[str]:
        """Return the ids of the questions that ask about a structure or name it in an answer, in file order."""
        return self._about.get(structure, [])

    def topics(self) -> dict[str, int]:
        """Return how many questions each topic has, in the order of the files."""
        return dict(Counter(question.topic for question in self))

    def choose(
        self,
        topics: Collection[str] = (),
        kinds: Collection[str] = (),
        levels: Collection[str] = (),
    ) -> list[Question]:
        """Return the questions in use that match; an empty wish matches all."""
        return [
            question
            for question in self
            if question.status != "retired"
            and (not topics or question.topic in topics)
            and (not kinds or question.kind in kinds)
            and (not levels or question.level in levels)
        ]
