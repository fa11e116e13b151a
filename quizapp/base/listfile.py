"""A shipped YAML file that holds one list of like things, read as a whole or not at all."""

from __future__ import annotations

import json
import re
from dataclasses import fields
from pathlib import Path
from typing import Any, TypeVar

from quizapp.base.cache import Cache
from quizapp.base.errors import UserError

Thing = TypeVar("Thing")


def read_list(path: Path, key: str, shape: type[Thing], cache: Cache | None = None) -> list[Thing]:
    """Return the things listed under ``key``; raise UserError naming the first line that is wrong."""
    kept = cache.get(path, key) if cache else None
    if kept is not None:
        return [shape(**{name: _settled(value) for name, value in row.items()}) for row in json.loads(kept)]
    things = _parse(path, key, shape)
    if cache:
        cache.put([(path, key, json.dumps([_row(thing) for thing in things]).encode())])
    return things


def _row(thing: Any) -> dict[str, Any]:
    return {one.name: getattr(thing, one.name) for one in fields(thing)}


def _settled(value: Any) -> Any:
    """Return a value as a frozen thing keeps it."""
    return tuple(_settled(one) for one in value) if isinstance(value, list) else value


def _parse(path: Path, key: str, shape: type[Thing]) -> list[Thing]:
    # Imported where a file has changed; a start from the cache does without the parser.
    import msgspec

    from quizapp.base import yamlfile

    try:
        text = yamlfile.read_text(path)
        found: Any = yamlfile.parse(text, str(path))
    except yamlfile.BadYamlError as fault:
        raise UserError(str(fault.problem)) from None
    rows = found.get(key) if isinstance(found, dict) else None
    if not isinstance(rows, list):
        raise UserError(f"{path}:1:1: a list called {key} is missing; put it back")
    try:
        return msgspec.convert(rows, list[shape])  # type: ignore[valid-type]
    except msgspec.ValidationError as error:
        found_index = re.search(r"\$\[(\d+)\]", str(error))
        index = int(found_index[1]) if found_index else 0
        place = yamlfile.Lines(text, str(path)).place((key, index))
        raise UserError(f"{place}: {error}") from None
