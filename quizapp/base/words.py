"""The words of the app, from one catalogue a language (resources/i18n)."""

from __future__ import annotations

import functools
import json
from typing import Any

from quizapp.base import paths

_LANGUAGE = "en"


def words(key: str, /, **values: object) -> str:
    """Return the text of a key such as ``study.answer`` with its values filled in.

    An entry with ``one`` and ``other`` picks by ``count``. A missing key is a KeyError: a test asks for all.
    """
    entry: Any = _catalogue(_LANGUAGE)
    for part in key.split("."):
        entry = entry[part]
    if isinstance(entry, dict):
        entry = entry["one" if values["count"] == 1 else "other"]
    return str(entry).format(**values) if values else str(entry)


def section(key: str) -> dict[str, Any]:
    """Return all texts below a key, for a page that fills them in itself."""
    found: dict[str, Any] = _catalogue(_LANGUAGE)[key]
    return found


@functools.cache
def _catalogue(language: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(paths.resources("i18n", f"{language}.json").read_text(encoding="utf-8"))
    return found
