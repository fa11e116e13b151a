"""Where the shipped resources and questions lie, and where the person's own data goes."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs

APP = "quizapp"
_PACKAGE = Path(__file__).resolve().parent.parent
# An installed wheel carries both folders inside the package; a checkout has them beside it.
_SHIPPED = _PACKAGE if (_PACKAGE / "resources").is_dir() else _PACKAGE.parent


def resources(*parts: str) -> Path:
    """Return a path below the shipped resources."""
    return _SHIPPED.joinpath("resources", *parts)


def questions() -> Path:
    """Return the folder of the shipped questions."""
    return _SHIPPED / "questions"


def data() -> Path:
    """Return the folder of the person's data; QUIZAPP_DATA moves it."""
    return Path(os.environ.get("QUIZAPP_DATA") or platformdirs.user_data_dir(APP, appauthor=False))


def cache() -> Path:
    """Return the folder of what can be made again; QUIZAPP_DATA moves it too."""
    moved = os.environ.get("QUIZAPP_DATA")
    if moved:
        return Path(moved) / "cache"
    return Path(platformdirs.user_cache_dir(APP, appauthor=False))
