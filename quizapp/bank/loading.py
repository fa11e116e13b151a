"""A folder of question files read as one bank; only what has changed is parsed."""

from __future__ import annotations

import functools
import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import msgspec

from quizapp.bank import reading
from quizapp.bank.entry import Entry
from quizapp.bank.kinds import KINDS
from quizapp.bank.known import Known
from quizapp.bank.library import Library
from quizapp.bank.reading import Reading
from quizapp.base import yamlfile
from quizapp.base.cache import Cache
from quizapp.base.problem import Place, Problem, Severity
from quizapp.base.shape import Fault

Progress = Callable[[int, int], None]


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
    unique, twice = _told_apart(entries)
    return Library(unique, [*problems, *faults_located(twice)])


def _told_apart(entries: list[Entry]) -> tuple[list[Entry], list[tuple[Entry, Fault]]]:
    """Return the first entry of each id, and a fault for each later one."""
    first: dict[str, Entry] = {}
    twice: list[tuple[Entry, Fault]] = []
    for entry in entries:
        earlier = first.setdefault(entry.question.id, entry)
        if earlier is not entry:
            twice.append((entry, _twice(entry, earlier)))
    return list(first.values()), twice


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


@functools.cache
def _decoders() -> tuple[Any, dict[str, Any]]:
    """Return what decodes a reading, and a question of each kind; made at first use."""
    parts = msgspec.json.Decoder(tuple[list[_Row], list[Problem]])
    return parts, {kind: msgspec.json.Decoder(shape) for kind, shape in KINDS.items()}


def _freeze(found: Reading) -> bytes:
    rows = [(one.question.kind, one.file, one.path, one.index, one.version, one.question) for one in found.entries]
    return msgspec.json.encode((rows, found.problems))


def _thaw(kept: bytes) -> Reading | None:
    """Return a reading from the cache, or None where an older version of the app wrote it."""
    try:
        parts, questions = _decoders()
        rows, problems = parts.decode(kept)
        entries = [
            Entry(questions[kind].decode(raw), file, path, index, version)
            for kind, file, path, index, version, raw in rows
        ]
    except (msgspec.DecodeError, KeyError):
        return None
    return Reading(tuple(entries), tuple(problems))
