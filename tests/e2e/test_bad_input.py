"""What is broken is told, and everything else goes on."""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QListWidget

from quizapp.anatomy.framing import view_of
from quizapp.base import paths
from quizapp.desktop.crash import CrashReport
from tests.bank.samples import CHOICE, write
from tests.conftest import NOW
from tests.drivers import AppDriver, wait_until


def labels(app: AppDriver) -> str:
    return "\n".join(one.text() for one in app.shown(QLabel))


def opened(questions: Path | None = None) -> AppDriver:
    app = AppDriver(NOW, questions)
    app.wait_for_bank()
    return app


def test_broken_question_files_are_listed_and_the_sound_ones_asked(tmp_path: Path, qtbot: object) -> None:
    questions = tmp_path / "questions"
    questions.mkdir()
    write(questions, name="good.yaml")
    write(questions, CHOICE.replace("level: recall", "level: recal").replace("first-", "x-"), "typo.yaml")
    (questions / "binary.yaml").write_bytes(b"\x89PNG\x00\xff")
    (questions / "bomb.yaml").write_text("a: &a [x]\nb: *a\n")
    with (questions / "huge.yaml").open("wb") as stream:
        stream.truncate(50_000_000)
    app = opened(questions)
    assert "4 questions could not be read." in labels(app)
    app.press("Show what is wrong")
    listed = app.shown(QListWidget)[0]
    texts = [listed.item(row).text() for row in range(listed.count())]
    assert [text.split(" [")[-1] for text in texts] == ["not-text]", "alias]", "file-size]", "known-word]"]
    app.window.go("home")
    app.press("Surprise me")
    assert app.question == "first-tendon"
    app.close()


def test_without_any_question_the_atlas_works(tmp_path: Path, qtbot: object) -> None:
    empty = tmp_path / "questions"
    empty.mkdir()
    app = opened(empty)
    assert "No questions were found" in labels(app)
    app.click_on("calcaneus")
    assert app.page == "atlas"
    app.close()


@pytest.mark.parametrize("spoil", ["<svg", "", "\0\1"])
def test_without_its_drawing_the_app_goes_on_with_other_questions(
    tmp_path: Path, qtbot: object, monkeypatch: pytest.MonkeyPatch, spoil: str
) -> None:
    resources = tmp_path / "resources"
    shutil.copytree(paths.resources(), resources, ignore=shutil.ignore_patterns("press", "*.plate.yaml"))
    (resources / "diagrams" / "medial.svg").write_text(spoil)
    monkeypatch.setattr(paths, "resources", lambda *parts: resources.joinpath(*parts))
    app = opened()
    assert "medial.svg" in labels(app)
    views = {view_of(getattr(question, "view", "")) for question in app.app.context.bank}
    assert "medial" not in views and len(app.app.context.bank) > 100
    app.press("Surprise me")
    app.press("I don't know")
    assert len(app.attempts()) == 1
    app.close()


def test_a_damaged_results_file_is_kept_and_the_copy_brought_back(data_folder: Path, qtbot: object) -> None:
    app = opened()
    app.press("Surprise me")
    app.press("I don't know")
    app.app.context.store.finish(app.window.study.session.id, NOW)  # type: ignore[union-attr]
    app.close()
    file = data_folder / "learner.sqlite"
    copy = data_folder / "backups" / "learner-2026-11-19.sqlite"
    copy.parent.mkdir()
    with contextlib.closing(sqlite3.connect(file)) as source, contextlib.closing(sqlite3.connect(copy)) as target:
        source.backup(target)
    file.write_bytes(file.read_bytes()[:9000])
    again = opened()
    assert "Your results file was damaged. It is kept as" in labels(again)
    assert again.attempts() == []
    again.press("Bring back the copy of 2026-11-19")
    assert len(again.attempts()) == 1
    again.close()


def test_a_data_folder_that_cannot_be_written_is_told_and_the_round_goes_on(data_folder: Path, qtbot: object) -> None:
    data_folder.write_text("a file in the way")
    app = opened()
    assert "Results cannot be saved in" in labels(app)
    app.press("Surprise me")
    app.press("I don't know")
    assert len(app.attempts()) == 1
    app.close()


def test_an_answer_that_cannot_be_written_is_told_once_and_written_later(data_folder: Path, qtbot: object) -> None:
    app = opened()
    app.press("Surprise me")
    with contextlib.closing(sqlite3.connect(data_folder / "learner.sqlite", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        app.press("I don't know")
        app.key(Qt.Key.Key_Return)
        app.press("I don't know")
        assert [text for text in app.told if "could not be saved" in text] == app.told
        assert len(app.told) == 1
        other.execute("ROLLBACK")
    wait_until(lambda: len(app.attempts()) == 2)
    app.close()


def test_a_fault_nobody_expected_is_reported_and_the_app_goes_on(app: AppDriver) -> None:
    seen: list[str] = []

    def read_and_close() -> None:
        report = next(one for one in QApplication.topLevelWidgets() if isinstance(one, CrashReport))
        seen.append(report.text())
        report.accept()

    QTimer.singleShot(50, read_and_close)
    try:
        raise RuntimeError("nobody thought of this")
    except RuntimeError as fault:
        sys.excepthook(type(fault), fault, fault.__traceback__)
    assert "nobody thought of this" in seen[0]
    app.window.go("atlas")
    assert app.page == "atlas"
