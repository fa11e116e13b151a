"""A lecturer prepares and shows pictures."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from quizapp.anatomy.framing import parse
from quizapp.desktop.diagram.picture import Wish
from quizapp.desktop.settings.views import SavedViews
from tests.conftest import NOW
from tests.drivers import AppDriver, wait_until

SETTLE = 320


def settle(app: AppDriver) -> None:
    QTest.qWait(SETTLE)
    app.settle()


def test_steps_are_undone_and_redone(app: AppDriver) -> None:
    app.window.go("atlas")
    atlas = app.window.atlas
    settle(app)
    seen = [atlas.framing().code()]
    for change in (
        lambda: atlas.select("tibial_nerve"),
        lambda: atlas.do("isolate"),
        lambda: app.window.view.zoom(2),
        lambda: atlas.show_view("plantar"),
        lambda: atlas.do("peel_in"),
    ):
        change()
        settle(app)
        seen.append(atlas.framing().code())
    assert len(set(seen)) == len(seen)
    for code in reversed(seen[:-1]):
        app.window.run_action("undo")
        assert parse(atlas.framing().code()) == parse(code)
    for code in seen[1:]:
        app.window.run_action("redo")
        assert parse(atlas.framing().code()) == parse(code)


def test_a_saved_view_opens_as_it_was_after_a_restart(data_folder: Path, qtbot: object) -> None:
    first = AppDriver(NOW)
    first.wait_for_bank()
    first.window.go("atlas")
    first.window.atlas.open_view("plantar peel 6 zoom 2.5 at 5 -64 select master_knot_of_henry labels")
    settle(first)
    SavedViews(first.app.settings).save("The knot", first.window.atlas.framing().code())
    first.close()
    second = AppDriver(NOW)
    second.wait_for_bank()
    second.window.go("atlas")
    second.window.atlas.open_view(SavedViews(second.app.settings).all()["The knot"])
    framing = second.window.atlas.framing()
    assert (framing.view, framing.peel, framing.select, framing.labels) == ("plantar", 6, "master_knot_of_henry", True)
    assert framing.zoom == pytest.approx(2.5, abs=0.02)
    second.close()


@pytest.mark.parametrize("code", ["medial upside down", "nowhere", ""])
def test_a_line_that_makes_no_sense_is_told_and_nothing_moves(app: AppDriver, code: str) -> None:
    app.window.go("atlas")
    before = app.window.atlas.framing()
    app.window.atlas.open_view(code)
    assert len(app.told) == 1 and app.window.atlas.framing() == before


@pytest.mark.parametrize("lettering", ["names", "numbers", "bare"])
@pytest.mark.parametrize("ending", ["png", "svg", "pdf"])
def test_a_view_is_saved_as_a_picture(app: AppDriver, tmp_path: Path, ending: str, lettering: str) -> None:
    app.window.go("atlas")
    path = tmp_path / f"view.{ending}"
    app.window.atlas.export_to(path, Wish(lettering, peel=3, width=900))  # type: ignore[arg-type]
    data = path.read_bytes()
    match ending:
        case "png":
            assert QImage(str(path)).width() == 900
        case "svg":
            said = " ".join(one.text or "" for one in ElementTree.fromstring(data).iter() if one.text)
            assert "CC BY 4.0" in said
            assert ("Calcaneus" in said) == (lettering != "bare")
        case _:
            assert data.startswith(b"%PDF") and len(data) > 20_000


def test_no_picture_is_larger_than_it_may_be(app: AppDriver, tmp_path: Path) -> None:
    app.window.go("atlas")
    app.window.atlas.show_view("plantar")
    path = tmp_path / "large.png"
    app.window.atlas.export_to(path, Wish("bare", width=60_000))
    image = QImage(str(path))
    assert max(image.width(), image.height()) == 6000


@pytest.mark.parametrize("name", ["no/such/folder/a.png", "a.bmp", "no/such/folder/a.pdf"])
def test_a_picture_that_cannot_be_written_is_told(app: AppDriver, tmp_path: Path, name: str) -> None:
    app.window.go("atlas")
    app.window.atlas.export_to(tmp_path / name, Wish("bare", width=300))
    assert len(app.told) == 1 and "a." in app.told[0]


def test_the_picture_is_copied(app: AppDriver) -> None:
    app.window.go("atlas")
    app.window.run_action("copy")
    assert QApplication.clipboard().image().width() == 2400


def test_a_room_sees_labels_one_by_one_and_the_dot(app: AppDriver) -> None:
    app.window.go("atlas")
    app.wait_for_art()
    app.window.run_action("present")
    shown = app.window.atlas.presentation
    view = app.window.view
    wait_until(lambda: view.window() is shown)
    assert view.labelled() == []
    for _ in range(3):
        QTest.keyClick(view, Qt.Key.Key_Space)
    assert len(shown.revealed) == 3 and set(view.labelled()) == set(shown.revealed)
    QTest.keyClick(view, Qt.Key.Key_Backspace)
    assert len(shown.revealed) == 2
    QTest.mouseMove(view, QPoint(300, 300))
    QTest.keyClick(view, Qt.Key.Key_Escape)
    app.settle()
    assert app.window.view.window() is app.window and app.window.view.labelled() == []
