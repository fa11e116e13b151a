"""A folder of YAML files, one thing a file; what was sound is kept in the cache until something changes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

import msgspec

from quizapp.base import yamlfile
from quizapp.base.cache import Cache
from quizapp.base.problem import Problem
from quizapp.base.shape import Fault, fit

Thing = TypeVar("Thing")
Check = Callable[[Thing], Iterable[Fault]]
Read = Callable[[Path], tuple[Thing | None, list[Problem]]]


def read_one(path: Path, shape: type[Thing], check: Check[Thing]) -> tuple[Thing | None, list[Problem]]:
    """Return the thing of a file, its id being the file's name, or None and every problem; nothing in it can raise."""
    file = f"{path.parent.name}/{path.name}"
    try:
        text = yamlfile.read_text(path, file)
        value = yamlfile.parse(text, file)
    except yamlfile.BadYamlError as fault:
        return None, [fault.problem]
    thing, faults = fit(shape, value | {"id": path.stem} if isinstance(value, dict) else value)
    if thing is not None:
        faults = [*faults, *check(thing)]
    if not faults:
        return thing, []
    lines = yamlfile.Lines(text, file)
    return None, sorted(Problem(lines.place(fault.path), fault.rule, fault.text) for fault in faults)


def read_all(
    files: Iterable[Path], shape: type[Thing], read: Read[Thing], digest: str, cache: Cache | None
) -> tuple[list[Thing], list[Problem]]:
    """Return the things of some files and the problems of those left out.

    ``digest`` is a fingerprint of whatever else a reading depends on.
    """
    things: list[Thing] = []
    problems: list[Problem] = []
    fresh: list[tuple[Path, str, bytes]] = []
    decoder = msgspec.json.Decoder(shape)
    for file in files:
        kept = cache.get(file, digest) if cache else None
        thing = _thaw(decoder, kept) if kept else None
        if thing is None:
            thing, faults = read(file)
            problems += faults
            fresh += [(file, digest, msgspec.json.encode(thing))] if thing is not None else []
        things += [thing] if thing is not None else []
    if cache and fresh:
        cache.put(fresh)
    return things, problems


def _thaw(decoder: msgspec.json.Decoder[Thing], kept: bytes) -> Thing | None:
    """Return a thing from the cache, or None where an older version of the app wrote it."""
    try:
        return decoder.decode(kept)
    except msgspec.DecodeError:
        return None
