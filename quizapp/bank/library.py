"""All sound questions as one bank."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path

from quizapp.bank.entry import Entry
from quizapp.bank.question import Question
from quizapp.base.problem import Problem

_MADE = "made 1"  # the version of questions that are made; a change of how they are made raises it


class Library:
    """All sound questions by id, in the order of their files, and the problems with the others; ids are unique."""

    def __init__(self, entries: Iterable[Entry] = (), problems: Iterable[Problem] = ()) -> None:
        self._entries = {entry.question.id: entry for entry in entries}
        self.problems = sorted(problems)
        self.maker: Callable[[str], Question | None] = lambda item: None
        self._made: dict[str, Question | None] = {}
        self._about: dict[str, list[str]] = {}
        for question in self:
            for structure in {*question.structures, *(one.structure for one in question.options)}:
                self._about.setdefault(structure, []).append(question.id)

    def __iter__(self) -> Iterator[Question]:
        return (entry.question for entry in self._entries.values())

    def __len__(self) -> int:
        return len(self._entries)

    def __contains__(self, question_id: object) -> bool:
        return question_id in self._entries or self._make(str(question_id)) is not None

    def __getitem__(self, question_id: str) -> Question:
        entry = self._entries.get(question_id)
        made = entry.question if entry is not None else self._make(question_id)
        if made is None:
            raise KeyError(question_id)
        return made

    @property
    def entries(self) -> Collection[Entry]:
        """Return the questions with their places and versions."""
        return self._entries.values()

    def version(self, question_id: str) -> str:
        """Return the fingerprint of a question's content."""
        entry = self._entries.get(question_id)
        return entry.version if entry is not None else _MADE

    def folder(self, question_id: str) -> Path:
        """Return the folder of a question's file, where its picture lies."""
        return Path(self._entries[question_id].path).parent

    def _make(self, question_id: str) -> Question | None:
        """Return a question that is not written but made from its id, such as that of a drill."""
        if question_id not in self._made:
            self._made[question_id] = self.maker(question_id)
        return self._made[question_id]

    def about(self, structure: str) -> list[str]:
        """Return the ids of the questions that ask about a structure or name it in an answer, in file order."""
        return self._about.get(structure, [])

    def between(self, conditions: Collection[str]) -> list[str]:
        """Return the ids of the questions in use that one has to tell some conditions apart for; one alone is named."""
        named = {one.id: {option.condition for option in one.options} for one in self if one.status != "retired"}
        return [one for one, some in named.items() if set(conditions) <= some]

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
