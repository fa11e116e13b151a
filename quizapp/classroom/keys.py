"""Who may open a class at a server that many share: a key a line in a file, which is read whenever somebody asks."""

from __future__ import annotations

import secrets
from pathlib import Path

from quizapp.base.errors import UserError
from quizapp.base.words import words

SHORTEST = 16  # characters of a key


def read(path: Path) -> list[str]:
    """Return the keys of a file, each the first word of its line; raise UserError where one is too short to be safe."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as fault:
        raise UserError(words("classroom.keys.unreadable", path=path, why=fault)) from None
    found = []
    for number, line in enumerate(lines, 1):
        key = line.split("#")[0].split()[:1]
        if key and len(key[0]) < SHORTEST:
            raise UserError(words("classroom.keys.short", path=path, line=number, least=SHORTEST))
        found += key
    if not found:
        raise UserError(words("classroom.keys.none", path=path))
    return found


def fits(key: str, keys: list[str]) -> bool:
    """Tell whether a key is one of some."""
    return any(secrets.compare_digest(key.encode(), one.encode()) for one in keys)
