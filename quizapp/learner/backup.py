"""Copies of the learner's file: one a day and one before every upgrade, the newest seven kept."""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
from datetime import datetime
from pathlib import Path

KEPT = 7


def folder_of(path: Path) -> Path:
    """Return where the copies of a file lie."""
    return path.parent / "backups"


def keep(connection: sqlite3.Connection, path: Path, now: datetime, upgrading: bool) -> None:
    """Copy the file if today has no copy yet, or in any case before an upgrade; failing is not fatal."""
    if not path.exists() or not _has_tables(connection):
        return
    stamp = f"{now:%Y-%m-%d}" + (f"-before-upgrade-{now:%H%M%S}" if upgrading else "")
    copy = folder_of(path) / f"{path.stem}-{stamp}.sqlite"
    if copy.exists():
        return
    with contextlib.suppress(OSError, sqlite3.Error):
        copy.parent.mkdir(parents=True, exist_ok=True)
        draft = copy.with_suffix(".new")
        target = sqlite3.connect(draft)
        with contextlib.closing(target):
            connection.backup(target)
        draft.replace(copy)
        for old in _copies(path)[:-KEPT]:
            old.unlink(missing_ok=True)


def set_aside(path: Path, now: datetime) -> Path:
    """Move a damaged file, and what SQLite keeps beside it, out of the way; return its new place."""
    aside = path.with_name(f"{path.stem}-damaged-{now:%Y-%m-%d-%H%M%S}.sqlite")
    for suffix in ("", "-wal", "-shm"):
        part = path.with_name(path.name + suffix)
        if part.exists():
            shutil.move(part, aside.with_name(aside.name + suffix))
    return aside


def newest_good(path: Path) -> Path | None:
    """Return the newest copy that opens and passes SQLite's own check."""
    return next((copy for copy in reversed(_copies(path)) if _is_good(copy)), None)


def _copies(path: Path) -> list[Path]:
    return sorted(folder_of(path).glob(f"{path.stem}-*.sqlite"))


def _has_tables(connection: sqlite3.Connection) -> bool:
    found: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return found > 0


def _is_good(copy: Path) -> bool:
    try:
        with contextlib.closing(sqlite3.connect(f"file:{copy}?mode=ro", uri=True)) as connection:
            checked: str = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
            return checked == "ok" and _has_tables(connection)
    except sqlite3.Error:
        return False
