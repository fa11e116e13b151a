"""A folder of question files as one bank."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path

import msgspec

from quizapp.bank import reading
from quizapp.bank.kinds import KINDS
from quizapp.bank.known import Known
from quizapp.bank.question import Question
from quizapp.bank.reading import Entry, Reading
from quizapp.base import yamlfile
from quizapp.base.cache import Cache
from quizapp.base.problem import Place, Problem, Severity
from quizapp.base.shape import Fault

Progress = Callable[[int, int], None]


class Library:
    """All sound questions by id, in the order of their files, and the problems with the others."""

    def __init__(self, entries: list[Entry], problems: list[Problem]) -> None:
        self._entries: dict[str, Entry] = {}
        twice: list[tuple[Entry, Fault]] = []
        for entry in entries:
            first = self._entries.setdefault(entry.question.id, entry)
            if first is not entry:
                twice.append((entry, _twice(entry, first)))
        self.problems = sorted([*problems, *faults_located(twice)])

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


def load(path: Path, known: Known, cache: Cache | None = None, progress: Progress = lambda done, of: None) -> Library:
    """Read a file or every ``*.yaml`` below a folder; only what changed since the last time is parsed."""
    files, problems = _files(path)
    root = path if path.is_dir() else path.parent
    entries: list[Entry] = []
    fresh: list[tuple[Path, str, bytes]] = []
    key = known.digest
    for done, file in enumerate(files, 1):
        kept = cache.get(file, key) if cache else None
        found = _thaw(kept) if kept else None
        if found is None:
            found = reading.read_file(file, known, _shown(file, root))
            fresh.append((file, key, _freeze(found)))
        entries += found.entries
        problems += found.problems
        progress(done, len(files))
    if cache and fresh:
        cache.put(fresh)
    return Library(entries, problems)


def _files(path: Path) -> tuple[list[Path], list[Problem]]:
    if not path.is_dir():
        return [path], []
    found: list[Path] = []
    problems: list[Problem] = []

    def unreadable(fault: OSError) -> None:
        text = f"this folder cannot be opened: {fault.strerror}; check its permissions"
        problems.append(Problem(Place(str(fault.filename)), "unreadable", text))

    for folder, _, names in os.walk(path, onerror=unreadable):
        found += [Path(folder) / name for name in names if name.endswith((".yaml", ".yml"))]
    return sorted(found), problems


def _shown(file: Path, root: Path) -> str:
    """Return a file's name as problems print it: with the folder it was asked for by, never more."""
    return str(file.relative_to(root.parent)) if file.is_relative_to(root.parent) else str(file)


def faults_located(faults: Iterable[tuple[Entry, Fault]], severity: Severity = "error") -> list[Problem]:
    """Return faults of questions as problems with their lines; each file is composed once."""
    by_file: dict[tuple[str, str], list[Fault]] = {}
    for entry, fault in faults:
        inside = Fault(("questions", entry.index, *fault.path), fault.rule, fault.text)
        by_file.setdefault((entry.path, entry.file), []).append(inside)
    problems: list[Problem] = []
    for (path, file), some in by_file.items():
        problems += reading.located(yamlfile.read_text(Path(path)), file, some, severity)
    return sorted(problems)


def _twice(entry: Entry, first: Entry) -> Fault:
    text = f"the id {entry.question.id} is already used in {first.file}; give this question another"
    return Fault(("id",), "duplicate-id", text)


_Row = tuple[str, str, str, int, str, msgspec.Raw]
_PARTS = msgspec.json.Decoder(tuple[list[_Row], list[Problem]])
_QUESTION = {kind: msgspec.json.Decoder(shape) for kind, shape in KINDS.items()}


def _freeze(found: Reading) -> bytes:
    rows = [(one.question.kind, one.file, one.path, one.index, one.version, one.question) for one in found.entries]
    return msgspec.json.encode((rows, found.problems))


def _thaw(kept: bytes) -> Reading | None:
    """Return a reading from the cache, or None where an older version of the app wrote it."""
    try:
        rows, problems = _PARTS.decode(kept)
        entries = [
            Entry(_QUESTION[kind].decode(raw), file, path, index, version)
            for kind, file, path, index, version, raw in rows
        ]
    except (msgspec.DecodeError, KeyError):
        return None
    return Reading(tuple(entries), tuple(problems))
