from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from quizapp.base.errors import UserError
from quizapp.learner import store as stores
from quizapp.learner.store import Store, open_store
from quizapp.quiz.attempt import Attempt
from tests.quiz.samples import AT, CHOICE, LOCATE, session
from tests.quiz.test_results import BLANK, BOLD

SESSION = session(CHOICE, LOCATE)
CLICK = replace(
    BLANK,
    question_id="l",
    kind="locate",
    point=(12.5, -3.25),
    gap=2.0,
    chosen=("artery",),
    certainty="guess",
    typed="x",
)


@contextlib.contextmanager
def opened(path: Path, at: datetime = AT) -> Iterator[Store]:
    store = open_store(path, at)
    try:
        yield store
    finally:
        store.close()


def with_answers(path: Path, *attempts: Attempt) -> None:
    with opened(path) as store:
        store.start(SESSION)
        for attempt in attempts:
            store.record(attempt)


def test_an_answer_comes_back_as_it_was_given(tmp_path: Path) -> None:
    with_answers(tmp_path / "l.sqlite", BLANK, CLICK)
    with opened(tmp_path / "l.sqlite") as store:
        assert store.attempts() == [BLANK, CLICK]
        assert store.notice == ""


def test_an_interrupted_session_is_offered_with_its_answers(tmp_path: Path) -> None:
    with_answers(tmp_path / "l.sqlite", BLANK)
    with opened(tmp_path / "l.sqlite") as store:
        assert store.unfinished() == replace(SESSION, attempts=(BLANK,))


def test_a_session_without_an_answer_or_with_an_end_is_not_offered(tmp_path: Path) -> None:
    with opened(tmp_path / "l.sqlite") as store:
        store.start(SESSION)
        assert store.unfinished() is None
        store.record(BLANK)
        store.finish("s", AT)
        assert store.unfinished() is None
        assert [one.id for one in store.finished()] == ["s"]


def test_the_same_answer_is_kept_once(tmp_path: Path) -> None:
    with opened(tmp_path / "l.sqlite") as store:
        store.start(SESSION)
        store.record(BLANK)
        store.record(replace(BLANK, mark=0.0, outcome="wrong"))
        assert store.attempts() == [BLANK]


def test_times_are_kept_in_utc_only(tmp_path: Path) -> None:
    with opened(tmp_path / "l.sqlite") as store, pytest.raises(ValueError, match="UTC"):
        store.record(replace(BLANK, at=datetime(2026, 1, 1)))


def test_writes_are_durable(tmp_path: Path) -> None:
    with opened(tmp_path / "l.sqlite") as store:
        pragma = store._connection.execute
        assert pragma("PRAGMA journal_mode").fetchone() == ("wal",)
        assert pragma("PRAGMA synchronous").fetchone() == (2,)


def _answer_until_killed(path: Path, reports: object) -> None:
    store = open_store(path, AT)
    store.start(SESSION)
    for number in range(100_000):
        store.record(replace(BLANK, round=number))
        os.write(reports, b"%d\n" % number)  # type: ignore[arg-type]


def test_no_answer_that_was_acknowledged_is_lost_by_kill(tmp_path: Path) -> None:
    read, write = os.pipe()
    context = multiprocessing.get_context("fork")
    process = context.Process(target=_answer_until_killed, args=(tmp_path / "l.sqlite", write))
    process.start()
    os.close(write)
    seen = b""
    while seen.count(b"\n") < 200:
        seen += os.read(read, 4096)
    assert process.pid is not None
    os.kill(process.pid, signal.SIGKILL)
    process.join()
    while chunk := os.read(read, 65536):
        seen += chunk
    os.close(read)
    acknowledged = int(seen.split(b"\n")[-2])
    with opened(tmp_path / "l.sqlite") as store:
        assert store.notice == ""
        assert len(store.attempts()) >= acknowledged + 1


def test_two_windows_write_at_once(tmp_path: Path) -> None:
    with opened(tmp_path / "l.sqlite") as one, opened(tmp_path / "l.sqlite") as other:
        one.start(SESSION)
        for number in range(50):
            (one if number % 2 else other).record(replace(BLANK, round=number))
        assert len(one.attempts()) == len(other.attempts()) == 50


def test_a_locked_file_is_told_and_the_answer_can_be_tried_again(tmp_path: Path) -> None:
    with opened(tmp_path / "l.sqlite") as store:
        store.start(SESSION)
        with contextlib.closing(sqlite3.connect(tmp_path / "l.sqlite", isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(UserError, match="could not be saved: database is locked"):
                store.record(BLANK)
            other.execute("ROLLBACK")
        store.record(BLANK)
        assert store.attempts() == [BLANK]


def test_a_full_disk_is_told_and_loses_nothing(tmp_path: Path) -> None:
    with opened(tmp_path / "l.sqlite") as store:
        store.start(SESSION)
        store.record(BLANK)
        pages = store._connection.execute("PRAGMA page_count").fetchone()[0]
        store._connection.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(UserError, match="could not be saved: database or disk is full"):
            store.record(replace(CLICK, typed="x" * 100_000))
        store._connection.execute("PRAGMA max_page_count = 1000000")
        store.record(CLICK)
        assert store.attempts() == [BLANK, CLICK]


@pytest.mark.parametrize("keep", [0.3, 0.9])
def test_a_truncated_file_is_set_aside_and_a_good_copy_offered(tmp_path: Path, keep: float) -> None:
    path = tmp_path / "l.sqlite"
    with_answers(path, BLANK, CLICK)
    with opened(path, AT + timedelta(days=1)):
        pass  # the first start of a day makes a copy
    damaged = path.read_bytes()[: int(path.stat().st_size * keep)]
    path.write_bytes(damaged)
    with opened(path, AT + timedelta(days=2)) as store:
        (aside,) = tmp_path.glob("l-damaged-*.sqlite")
        assert aside.read_bytes() == damaged
        assert str(aside) in store.notice
        assert store.attempts() == []
        assert store.rescue is not None
        store.take_back(store.rescue)
        assert store.attempts() == [BLANK, CLICK]


def test_a_file_that_is_no_database_is_set_aside(tmp_path: Path) -> None:
    path = tmp_path / "l.sqlite"
    path.write_text("these are my notes, not a database\n" * 50)
    with opened(path) as store:
        assert store.notice and store.rescue is None
        store.start(SESSION)
        store.record(BLANK)
    (aside,) = tmp_path.glob("l-damaged-*.sqlite")
    assert aside.read_text().startswith("these are my notes")


def test_taking_back_a_copy_overwrites_nothing(tmp_path: Path) -> None:
    with_answers(tmp_path / "copy.sqlite", BLANK, CLICK)
    newer = replace(BLANK, mark=0.0, outcome="wrong")
    with opened(tmp_path / "l.sqlite") as store:
        store.start(SESSION)
        store.record(newer)
        store.take_back(tmp_path / "copy.sqlite")
        assert store.attempts() == [newer, CLICK]


def test_a_folder_that_cannot_be_written_keeps_answers_in_memory(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    store = open_store(blocked / "l.sqlite", AT)
    assert f"Results cannot be saved in {blocked}" in store.notice
    store.start(SESSION)
    store.record(BLANK)
    assert store.attempts() == [BLANK]
    store.close()


def test_a_file_that_cannot_be_opened_keeps_answers_in_memory(tmp_path: Path) -> None:
    (tmp_path / "l.sqlite").mkdir()
    with opened(tmp_path / "l.sqlite") as store:
        assert "unable to open database file" in store.notice
        store.start(SESSION)


def test_a_migration_is_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "l.sqlite"
    with_answers(path, BLANK, CLICK)
    broken = tmp_path / "0002_broken.sql"
    broken.write_text("ALTER TABLE attempt ADD COLUMN hints INTEGER; CREATE UNIQUE INDEX one ON attempt (session_id);")
    real = stores._steps()
    monkeypatch.setattr(stores, "_steps", lambda: [*real, broken])
    with opened(path) as store:
        assert "UNIQUE constraint failed" in store.notice
    monkeypatch.setattr(stores, "_steps", lambda: real)
    with opened(path) as store:
        assert store.attempts() == [BLANK, CLICK]


def test_an_upgrade_is_preceded_by_a_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "l.sqlite"
    with_answers(path, BLANK)
    step = tmp_path / "0002_hints.sql"
    step.write_text("ALTER TABLE attempt ADD COLUMN hints INTEGER;")
    real = stores._steps()
    monkeypatch.setattr(stores, "_steps", lambda: [*real, step])
    with opened(path) as store:
        assert store.attempts() == [BLANK]
    assert [copy.name for copy in (tmp_path / "backups").glob("*upgrade*")] == [
        "l-2026-11-20-before-upgrade-093000.sqlite"
    ]


def test_confident_errors_survive_the_disk(tmp_path: Path) -> None:
    with_answers(tmp_path / "l.sqlite", BOLD)
    with opened(tmp_path / "l.sqlite") as store:
        assert isinstance(store, Store) and store.attempts()[0].certainty == "certain"


def test_what_was_drawn_comes_back_point_by_point(tmp_path: Path) -> None:
    line = replace(CLICK, kind="trace", drawn=((1.5, -2.0), (3.25, 4.0)))
    with_answers(tmp_path / "l.sqlite", line)
    with opened(tmp_path / "l.sqlite") as store:
        assert store.attempts() == [line]


def test_a_copy_from_before_there_were_drawings_can_be_taken_back(tmp_path: Path) -> None:
    old = tmp_path / "old.sqlite"
    with_answers(old, BLANK)
    with contextlib.closing(sqlite3.connect(old)) as connection:
        connection.execute("ALTER TABLE attempt DROP COLUMN drawn")
    with opened(tmp_path / "l.sqlite") as store:
        store.take_back(old)
        assert store.attempts() == [BLANK]


def test_the_answers_to_the_parts_of_a_question_come_back_in_order(tmp_path: Path) -> None:
    parts = replace(CLICK, kind="staged", steps=(("h_first_step", "gout", "dvt"), ("", "dvt", "gout"), ()))
    with_answers(tmp_path / "l.sqlite", parts)
    with opened(tmp_path / "l.sqlite") as store:
        assert store.attempts() == [parts]
