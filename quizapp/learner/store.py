"""Attempts and sessions in one SQLite file: on disk the moment an answer is given."""

from __future__ import annotations

import contextlib
import json
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from quizapp.base.errors import UserError
from quizapp.learner import backup
from quizapp.quiz.attempt import Attempt
from quizapp.quiz.session import Session

_MIGRATIONS = Path(__file__).resolve().parent / "migrations"
_WAIT_MS = 40  # a window must not stall longer than this for another window's write


class Store:
    """The learner's answers; safe to open from two windows at once.

    ``notice`` says what the person should know about the file, ``rescue`` is the newest good copy where the
    file itself was damaged and set aside.
    """

    def __init__(self, connection: sqlite3.Connection, notice: str = "", rescue: Path | None = None) -> None:
        self._connection = connection
        self.notice = notice
        self.rescue = rescue

    def start(self, session: Session) -> None:
        """Keep a new session, so that it can be resumed; raise UserError where it cannot be written."""
        row = (session.id, session.title, session.seed, json.dumps(session.questions), _text(session.started))
        with self._writing():
            self._connection.execute(
                "INSERT INTO session (id, title, seed, questions, started) VALUES (?, ?, ?, ?, ?)", row
            )

    def record(self, attempt: Attempt) -> None:
        """Put an attempt on disk; the same question of the same round is kept once."""
        x, y = attempt.point or (None, None)
        row = (
            attempt.session_id,
            attempt.question_id,
            attempt.version,
            attempt.kind,
            json.dumps(attempt.asked),
            json.dumps(attempt.chosen),
            x,
            y,
            attempt.typed,
            attempt.certainty,
            attempt.mark,
            attempt.outcome,
            attempt.gap,
            attempt.seconds,
            attempt.round,
            _text(attempt.at),
            json.dumps(attempt.drawn) if attempt.drawn else "",
            json.dumps(attempt.steps) if attempt.steps else "",
        )
        with self._writing():
            self._connection.execute(
                f"INSERT OR IGNORE INTO attempt ({_COLUMNS}) VALUES ({', '.join('?' * len(row))})",
                row,
            )

    def finish(self, session_id: str, at: datetime) -> None:
        """Mark a session as ended; it is not offered again."""
        with self._writing():
            self._connection.execute("UPDATE session SET finished = ? WHERE id = ?", (_text(at), session_id))

    def unfinished(self) -> Session | None:
        """Return the latest session that was interrupted after an answer, with its attempts."""
        row = self._connection.execute(
            "SELECT id FROM session WHERE finished IS NULL AND EXISTS"
            " (SELECT 1 FROM attempt WHERE session_id = session.id) ORDER BY started DESC LIMIT 1"
        ).fetchone()
        return self.session(row[0]) if row else None

    def session(self, session_id: str) -> Session:
        """Return a session with its attempts, in the order they were given."""
        title, seed, questions, started = self._connection.execute(
            "SELECT title, seed, questions, started FROM session WHERE id = ?", (session_id,)
        ).fetchone()
        rows = self._connection.execute(
            f"SELECT {_COLUMNS} FROM attempt WHERE session_id = ? ORDER BY id", (session_id,)
        )
        return Session(
            id=session_id,
            title=title,
            seed=seed,
            questions=tuple(json.loads(questions)),
            started=datetime.fromisoformat(started),
            attempts=tuple(_attempt(row) for row in rows),
        )

    def finished(self, limit: int = 5) -> list[Session]:
        """Return the latest finished sessions, newest first."""
        rows = self._connection.execute(
            "SELECT id FROM session WHERE finished IS NOT NULL ORDER BY finished DESC LIMIT ?", (limit,)
        ).fetchall()
        return [self.session(row[0]) for row in rows]

    def attempts(self) -> list[Attempt]:
        """Return every attempt ever kept, in order."""
        rows = self._connection.execute(f"SELECT {_COLUMNS} FROM attempt ORDER BY id")
        return [_attempt(row) for row in rows]

    def take_back(self, copy: Path) -> None:
        """Bring in what a copy has and this file has not; nothing here is overwritten."""
        self._connection.execute("ATTACH ? AS copy", (str(copy),))
        try:
            with self._writing():
                self._connection.execute("INSERT OR IGNORE INTO session SELECT * FROM copy.session")
                # A copy may be older than the newest columns; what it lacks stays empty.
                theirs = {row[1] for row in self._connection.execute("PRAGMA copy.table_info(attempt)")}
                columns = ", ".join(one for one in _COLUMNS.split(", ") if one in theirs)
                self._connection.execute(
                    f"INSERT OR IGNORE INTO attempt ({columns}) SELECT {columns} FROM copy.attempt"
                )
        finally:
            self._connection.execute("DETACH copy")
        self.rescue = None

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    @contextlib.contextmanager
    def _writing(self) -> Iterator[None]:
        """Run a write that is either wholly on disk afterwards or not at all."""
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            yield
            self._connection.execute("COMMIT")
        except sqlite3.Error as error:
            text = f"Your answer could not be saved: {error}. Free some space or close other windows."
            raise UserError(text) from error
        finally:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")


_COLUMNS = (
    "session_id, question_id, version, kind, asked, chosen, x_mm, y_mm, typed, certainty, mark, outcome,"
    " gap_mm, seconds, round, at, drawn, steps"
)


def open_store(path: Path, now: datetime) -> Store:
    """Open the learner's file, whatever state it is in; the app can always go on.

    A damaged file is set aside and never overwritten; where nothing can be written, answers are kept in
    memory. ``Store.notice`` says so.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return Store(_opened(path, now))
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.OperationalError | sqlite3.IntegrityError) and "malformed" not in str(error):
            return _in_memory(path, str(error))
    except OSError as error:
        return _in_memory(path, error.strerror or str(error))
    aside = backup.set_aside(path, now)
    rescue = backup.newest_good(path)
    notice = f"Your results file was damaged. It is kept as {aside}; a new one was begun."
    return Store(_opened(path, now), notice, rescue)


def _in_memory(path: Path, reason: str) -> Store:
    notice = (
        f"Results cannot be saved in {path.parent}: {reason}."
        " Answers are kept until the app closes; make the folder writable and start again."
    )
    return Store(_migrated(sqlite3.connect(":memory:", isolation_level=None)), notice)


def _opened(path: Path, now: datetime) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=_WAIT_MS / 1000, isolation_level=None)
    try:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("PRAGMA foreign_keys=ON")
        if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
            raise sqlite3.DatabaseError("malformed")
        backup.keep(connection, path, now, upgrading=_pending(connection) and _version(connection) > 0)
        return _migrated(connection)
    except BaseException:
        connection.close()
        raise


def _version(connection: sqlite3.Connection) -> int:
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version


def _steps() -> list[Path]:
    return sorted(_MIGRATIONS.glob("[0-9]*.sql"))


def _pending(connection: sqlite3.Connection) -> bool:
    return _version(connection) < len(_steps())


def _migrated(connection: sqlite3.Connection) -> sqlite3.Connection:
    """Bring the tables up to date, each numbered step wholly or not at all."""
    for number, step in enumerate(_steps(), 1):
        if _version(connection) >= number:
            continue
        script = step.read_text(encoding="utf-8")
        try:
            connection.executescript(f"BEGIN IMMEDIATE; {script}; PRAGMA user_version = {number}; COMMIT;")
        finally:
            if connection.in_transaction:
                connection.rollback()
    return connection


def _text(at: datetime) -> str:
    if at.tzinfo is not UTC:
        raise ValueError("times are kept in UTC")
    return at.isoformat(timespec="milliseconds")


def _attempt(row: tuple[Any, ...]) -> Attempt:
    (
        session,
        question,
        version,
        kind,
        asked,
        chosen,
        x,
        y,
        typed,
        certainty,
        mark,
        outcome,
        gap,
        seconds,
        number,
        at,
        drawn,
        steps,
    ) = row
    return Attempt(
        session_id=session,
        question_id=question,
        version=version,
        kind=kind,
        asked=tuple(json.loads(asked)),
        chosen=tuple(json.loads(chosen)),
        point=None if x is None else (x, y),
        typed=typed,
        certainty=certainty,
        mark=mark,
        outcome=outcome,
        gap=gap,
        seconds=seconds,
        round=number,
        at=datetime.fromisoformat(at),
        drawn=tuple((x, y) for x, y in json.loads(drawn or "[]")),
        steps=tuple(tuple(step) for step in json.loads(steps or "[]")),
    )
