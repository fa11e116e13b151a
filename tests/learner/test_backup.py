from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from quizapp.learner import backup
from quizapp.learner.store import open_store
from tests.learner.test_store import SESSION
from tests.quiz.samples import AT
from tests.quiz.test_results import BLANK


def start_on_day(path: Path, day: int) -> None:
    store = open_store(path, AT + timedelta(days=day))
    if not store.attempts():
        store.start(SESSION)
        store.record(BLANK)
    store.close()


def copies(path: Path) -> list[str]:
    return sorted(copy.name for copy in backup.folder_of(path).glob("*.sqlite"))


def test_each_day_makes_one_copy_and_the_newest_seven_stay(tmp_path: Path) -> None:
    path = tmp_path / "l.sqlite"
    for day in range(12):
        start_on_day(path, day)
        start_on_day(path, day)
    assert len(copies(path)) == backup.KEPT
    assert copies(path)[-1] == "l-2026-12-01.sqlite"


def test_a_new_file_has_nothing_to_copy(tmp_path: Path) -> None:
    start_on_day(tmp_path / "l.sqlite", 0)
    assert copies(tmp_path / "l.sqlite") == []


def test_the_newest_good_copy_skips_broken_ones(tmp_path: Path) -> None:
    path = tmp_path / "l.sqlite"
    for day in range(3):
        start_on_day(path, day)
    newest = backup.folder_of(path) / "l-2026-11-22.sqlite"
    newest.write_bytes(newest.read_bytes()[:5000])
    good = backup.newest_good(path)
    assert good is not None and good.name == "l-2026-11-21.sqlite"
