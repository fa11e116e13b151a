"""What was read from a file, kept until the file changes; losing the cache loses nothing but time."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable
from pathlib import Path

_SCHEMA = """
CREATE TABLE IF NOT EXISTS reading (
    file TEXT PRIMARY KEY, stamp TEXT NOT NULL, payload BLOB NOT NULL
) WITHOUT ROWID
"""
_GET = "SELECT payload FROM reading WHERE file = ? AND stamp = ?"


def fingerprint(*texts: str | bytes) -> str:
    """Return a short digest of some texts, in order."""
    digest = hashlib.blake2b(digest_size=16)
    for text in texts:
        data = text.encode() if isinstance(text, str) else text
        digest.update(len(data).to_bytes(8, "little") + data)
    return digest.hexdigest()


class Cache:
    """Payloads by file; an entry counts only while the file's size and time, and the given key, are the same."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._connection = self._open()

    def get(self, file: Path, key: str) -> bytes | None:
        """Return what was kept for a file, or None where the file or the key has changed."""
        stamp = _stamp(file, key)
        if self._connection is None or not stamp:
            return None
        try:
            row = self._connection.execute(_GET, (str(file), stamp)).fetchone()
        except sqlite3.Error:
            return None
        return row[0] if row else None

    def put(self, kept: Iterable[tuple[Path, str, bytes]]) -> None:
        """Keep payloads for files as they are now; a cache that cannot be written is silently none."""
        rows = [(str(file), _stamp(file, key), payload) for file, key, payload in kept]
        if self._connection is None:
            return
        try:
            with self._connection:
                self._connection.executemany("INSERT OR REPLACE INTO reading VALUES (?, ?, ?)", rows)
        except sqlite3.Error:
            self._connection = None

    def close(self) -> None:
        """Let go of the file."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _open(self) -> sqlite3.Connection | None:
        """Open the cache; one that is damaged is deleted, for it can be made again."""
        for _ in range(2):
            try:
                self.path.parent.mkdir(parents=True, exist_ok=True)
                connection = sqlite3.connect(self.path, timeout=2)
                connection.execute("PRAGMA journal_mode=WAL")
                connection.execute(_SCHEMA)
                connection.execute("SELECT payload FROM reading LIMIT 1").fetchone()  # a damaged file says so here
                return connection
            except sqlite3.OperationalError:
                return None
            except sqlite3.DatabaseError:
                connection.close()
                self.path.unlink(missing_ok=True)
            except OSError:
                return None
        return None


def _stamp(file: Path, key: str) -> str:
    try:
        status = file.stat()
    except OSError:
        return ""
    return f"{status.st_mtime_ns}:{status.st_size}:{key}"
