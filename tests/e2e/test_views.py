"""A student looks at the same structure from several sides."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog, QLabel

from quizapp.anatomy import atlas
from quizapp.base import paths
from quizapp.desktop.parts.view_strip import ViewTile
from tests.conftest import NOW
from tests.drivers import AppDriver, wait_until

VIEWS = list(atlas.views(paths.resources("diagrams")))


def tile(app: AppDriver, view: str) -> ViewTile:
    return next(one for one in app.shown(ViewTile) if one.view.id == view)


@pytest.mark.parametrize("view", VIEWS)
def test_a_tile_brings_its_view_onto_the_stage(app: AppDriver, view: str) -> None:
    app.window.go("atlas")
    QTest.mouseClick(tile(app, view), Qt.MouseButton.LeftButton)
    app.wait_for_art()
    assert app.window.view.diagram.view.id == view and tile(app, view).isChecked()
    assert app.window.view.diagram.view.title in app.window.view.accessibleName()


@pytest.mark.parametrize("view", VIEWS)
def test_every_structure_of_a_view_is_selected_there_by_keyboard(app: AppDriver, view: str) -> None:
    app.window.go("atlas")
    app.window.atlas.show_view(view)
    app.window.view.set_peel(1)
    app.window.atlas.do("peel_out")
    app.settle()
    app.window.view.setFocus()
    seen = set()
    for _ in app.window.view.diagram.regions:
        app.window.view.walk(1, True)
        seen.add(app.window.atlas.selected)
    assert seen == app.window.view.diagram.by_id.keys()
    assert app.window.atlas.shown_view == view


def test_a_selected_structure_is_marked_in_every_view_that_shows_it(app: AppDriver) -> None:
    app.window.go("atlas")
    app.window.atlas.select("tibial_nerve")
    wait_until(lambda: bool(tile(app, "axial_a").accessibleName()))
    says = {one.view.id: "Tibial nerve" in one.accessibleName() for one in app.shown(ViewTile)}
    assert says == {one: "tibial_nerve" in app.app.context.atlas[one].by_id for one in VIEWS}


def test_a_structure_of_another_view_brings_that_view(app: AppDriver) -> None:
    app.window.go("atlas")
    app.window.atlas.select("interosseous_talocalcaneal_lig")
    assert app.window.atlas.shown_view == "axial_c"


def test_the_line_of_a_section_is_dragged_to_another_level(app: AppDriver) -> None:
    app.window.go("atlas")
    view = app.window.view
    tag = view.spot_of_cut("axial_a").toPoint()
    end = QPointF(tag.x(), view.camera.to_pixels((0, 24))[1]).toPoint()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=tag)
    QTest.mouseMove(view, end)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=end)
    assert app.window.atlas.shown_view == "axial_c"


def test_a_view_comes_back_as_it_was_left(app: AppDriver) -> None:
    app.window.go("atlas")
    app.window.view.zoom(3)
    before = app.window.view.camera
    app.window.atlas.show_view("axial_b")
    app.window.atlas.show_view("medial")
    assert app.window.view.camera == before


def test_a_drawing_of_ones_own_becomes_a_view(data_folder: Path, qtbot: object) -> None:
    mine = data_folder / "views"
    mine.mkdir(parents=True)
    (mine / "sketch.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100">'
        '<rect id="calcaneus" x="20" y="20" width="80" height="60" fill="#804020"/></svg>'
    )
    (mine / "bad.svg").write_text("<svg><script/></svg>")
    app = AppDriver(NOW)
    app.wait_for_bank()
    app.window.go("atlas")
    QTest.mouseClick(tile(app, "own_sketch"), Qt.MouseButton.LeftButton)
    app.wait_for_art()
    view = app.window.view
    app.click_at(QPointF(*view.camera.to_pixels((60, 50))))
    assert app.window.atlas.selected == "calcaneus"
    colour = view.grab().toImage().pixelColor(QPointF(*view.camera.to_pixels((90, 30))).toPoint())
    assert colour.red() > colour.blue() + 40
    assert any("bad.svg" in one.text() for one in app.shown(QLabel))
    app.close()


def test_a_hidden_structure_is_neither_drawn_nor_hit_until_it_is_shown_again(app: AppDriver) -> None:
    app.select("achilles_tendon")
    before = app.window.view.spot_of("achilles_tendon")
    app.key(Qt.Key.Key_H)
    assert "achilles_tendon" not in [one.id for one in app.window.view.stack_at(before)]
    assert app.window.atlas.framing().hidden == ("achilles_tendon",)
    app.wait_for_art()
    app.key(Qt.Key.Key_H, Qt.KeyboardModifier.ShiftModifier)
    assert app.window.view.stack_at(before)[0].id == "achilles_tendon"


def test_what_was_hidden_is_shown_when_it_is_selected(app: AppDriver) -> None:
    app.select("achilles_tendon")
    app.key(Qt.Key.Key_H)
    app.select("achilles_tendon")
    assert app.window.atlas.framing().hidden == ()


def test_hiding_is_undone(app: AppDriver) -> None:
    app.select("achilles_tendon")
    QTest.qWait(320)
    app.key(Qt.Key.Key_H)
    QTest.qWait(320)
    app.window.run_action("undo")
    assert app.window.atlas.framing().hidden == ()


def test_a_view_without_the_selected_structure_says_where_it_is(app: AppDriver) -> None:
    app.select("achilles_tendon")
    app.window.atlas.show_view("plantar")
    app.settle()
    said = [one.text() for one in app.shown(QLabel)]
    assert any(one.startswith("Plantar does not show it. It is drawn in: Medial,") for one in said)


@pytest.fixture
def own_photo(data_folder: Path, qtbot: object) -> Iterator[AppDriver]:
    mine = data_folder / "views"
    mine.mkdir(parents=True)
    Image.new("RGB", (500, 300), (200, 180, 160)).save(mine / "clinic.png")
    app = AppDriver(NOW)
    app.wait_for_bank()
    app.window.go("atlas")
    app.window.atlas.show_view("own_clinic")
    app.wait_for_art()
    yield app
    app.close()


def test_a_zone_is_drawn_on_a_photograph_and_can_be_clicked_and_drilled(
    own_photo: AppDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QInputDialog, "getItem", lambda *_, **__: ("Calcaneus", True))
    app = own_photo
    app.window.run_action("zone")
    app.drag((60, 40), (140, 40), (140, 100), (60, 100))
    app.click_at(app.spot((100, 70)))
    assert app.window.atlas.selected == "calcaneus"
    assert "own_clinic" in app.app.context.atlas.showing("calcaneus")
    app.ask("drill:name_it:own_clinic:calcaneus")
    app.type("calcaneus")
    app.key(Qt.Key.Key_Return)
    assert app.attempts()[0].mark == 1
    app.window.go("atlas")
    app.window.atlas.select("calcaneus")
    app.window.atlas.show_view("own_clinic")
    app.window.run_action("forget_zone")
    assert "own_clinic" not in app.app.context.atlas.showing("calcaneus")


def test_a_zone_is_drawn_by_keys_and_a_slip_of_the_hand_is_none(
    own_photo: AppDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QInputDialog, "getItem", lambda *_, **__: ("tib post", True))
    app, far = own_photo, Qt.KeyboardModifier.ShiftModifier
    app.window.run_action("zone")
    app.drag((60, 40), (60.2, 40), (60.2, 40.2))
    assert not app.window.view.diagram.regions
    app.key(Qt.Key.Key_Space)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left):
        app.key(key, far)
        app.key(Qt.Key.Key_Space)
    app.key(Qt.Key.Key_Return)
    assert [one.id for one in app.window.view.diagram.regions] == ["tp_tendon"]


def test_zones_are_not_drawn_on_a_plate(app: AppDriver) -> None:
    app.window.go("atlas")
    app.window.run_action("zone")
    assert app.told[-1].startswith("Zones are drawn on pictures of your own")
