"""A shipped YAML file that holds one list of like things, read as a whole or not at all."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from quizapp.base import yamlfile
from quizapp.base.errors import UserError

Thing = TypeVar("Thing")


def read_list(path: Path, key: str, shape: type[Thing]) -> list[Thing]:
    """Return the things listed under ``key``; raise UserError naming the first line that is wrong."""
    try:
        text = yamlfile.read_text(path)
        found: Any = yamlfile.parse(text, str(path))
    except yamlfile.BadYaml as fault:
        raise UserError(str(fault.problem)) from None
    rows = found.get(key) if isinstance(found, dict) else None
    if not isinstance(rows, list):
        raise UserError(f"{path}:1:1: a list called {key} is missing; put it back")
    try:
        return msgspec.convert(rows, list[shape])  # type: ignore[valid-type]
    except msgspec.ValidationError as error:
        index = int((re.search(r"\$\[(\d+)\]", str(error)) or [0, "0"])[1])
        place = yamlfile.Lines(text, str(path)).place((key, index))
        raise UserError(f"{place}: {error}") from None
