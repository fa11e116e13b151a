"""A student explores the ankle."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QSlider, QTreeView

from quizapp.desktop.parts.structure_card import StructureCard
from tests.conftest import NOW
from tests.drivers import AppDriver, wait_until


def card(app: AppDriver) -> str:
    return "\n".join(one.accessibleName() or one.text() for one in app.shown(StructureCard)[0].findChildren(QLabel))


def test_a_click_opens_the_card_with_all_there_is_to_know(app: AppDriver) -> None:
    app.window.go("atlas")
    app.click_on("abductor_hallucis")
    text = card(app)
    for said in ("Abductor hallucis", "TA2 2672", "AbH", "Abducts/flexes the hallux", "Medial plantar nerve", "jogger"):
        assert said in text


def test_a_click_on_home_leads_to_the_atlas(app: AppDriver) -> None:
    app.click_on("calcaneus")
    assert app.page == "atlas" and "Calcaneus" in card(app)


def test_the_list_is_the_full_equivalent_of_the_picture(app: AppDriver) -> None:
    app.window.go("atlas")
    listed = set(app.window.atlas.listed())
    atlas = app.app.context.atlas
    assert listed == {structure for view in atlas.views for structure in atlas[view].by_id}
    tree = app.shown(QTreeView)[0]
    tree.setFocus()
    tree.expandAll()
    app.key(Qt.Key.Key_Down)
    app.key(Qt.Key.Key_Down)
    assert "Fibula" in card(app)


def test_search_finds_by_abbreviation_and_forgives_typos(app: AppDriver) -> None:
    app.window.go("atlas")
    line = app.shown(QLineEdit)[0]
    line.setFocus()
    app.type("FHL")
    app.key(Qt.Key.Key_Return)
    assert "Flexor hallucis longus tendon" in card(app)
    line.clear()
    app.type("sustentaclum")
    app.key(Qt.Key.Key_Return)
    assert "Sustentaculum tali" in card(app)


def test_nothing_found_says_what_to_try(app: AppDriver) -> None:
    app.window.go("atlas")
    app.shown(QLineEdit)[0].setFocus()
    app.type("qqqzzz")
    assert any("Nothing is called that" in one.text() for one in app.shown(QLabel))


def test_arrows_walk_the_structures_in_the_order_of_the_list(app: AppDriver) -> None:
    app.window.go("atlas")
    app.window.view.setFocus()
    walked = []
    for _ in range(4):
        app.key(Qt.Key.Key_Right)
        walked.append(app.window.atlas.selected)
    assert walked == app.window.atlas.listed()[:4]
    app.key(Qt.Key.Key_Left)
    assert app.window.atlas.selected == walked[2]


def test_enter_reaches_what_lies_beneath(app: AppDriver) -> None:
    app.select("flexor_retinaculum")
    app.window.view.setFocus()
    spot = app.window.view.spot_of("flexor_retinaculum")
    there = app.window.view.stack_at(spot)
    stack = [region.id for region in reversed(app.window.view.visible_regions()) if region in there]
    reached = []
    for _ in stack[1:]:
        app.key(Qt.Key.Key_Return)
        reached.append(app.window.atlas.selected)
    at = stack.index("flexor_retinaculum")
    assert reached == [*stack[at + 1 :], *stack[:at]]


def test_a_screen_reader_is_told_what_is_selected(app: AppDriver) -> None:
    app.select("tibial_nerve")
    assert app.window.view.accessibleDescription() == "Right foot, medial view. Selected: Tibial nerve, Nerves."


def test_the_left_foot_has_its_toes_on_the_right(app: AppDriver) -> None:
    app.window.go("atlas")
    before = app.window.view.spot_of("first_mtp_joint").x()
    app.window.view.setFocus()
    app.key(Qt.Key.Key_M)
    assert app.window.view.spot_of("first_mtp_joint").x() > before
    assert app.window.view.accessibleName() == "Left foot, medial view"


def test_isolating_shows_one_structure_alone(app: AppDriver) -> None:
    app.window.go("atlas")
    app.wait_for_art()
    spot = app.bare_spot("achilles_tendon").toPoint()
    before = app.window.view.grab().toImage().pixelColor(spot)
    app.select("navicular")
    app.window.view.setFocus()
    app.key(Qt.Key.Key_I)
    app.wait_for_art()
    assert app.window.view.grab().toImage().pixelColor(spot) != before


def test_labels_point_at_structures_that_can_be_seen(app: AppDriver) -> None:
    app.window.go("atlas")
    app.window.view.setFocus()
    app.key(Qt.Key.Key_L)
    app.wait_for_art()
    assert len(app.window.view.labelled()) > 25
    app.key(Qt.Key.Key_L)
    assert app.window.view.labelled() == []


def test_ask_me_about_this_begins_a_round_about_it(app: AppDriver) -> None:
    app.select("tibial_nerve")
    app.press("Ask me about this")
    assert app.page == "study"
    question = app.app.context.bank[app.question]
    assert "tibial_nerve" in (*question.structures, *(option.structure for option in question.options))


def test_a_narrow_window_leaves_the_slider_its_room(app: AppDriver) -> None:
    app.window.go("atlas")
    assert app.button("Labels")
    app.window.resize(1024, 640)
    app.settle()
    assert not any(one.text() == "Labels" for one in app.shown(QPushButton))
    assert app.shown(QSlider)[0].width() > 80


def test_a_left_foot_stays_a_left_foot_after_a_restart(data_folder: Path, qtbot: object) -> None:
    first = AppDriver(NOW)
    first.window.go("atlas")
    first.window.run_action("mirror")
    first.close()
    second = AppDriver(NOW)
    second.window.go("atlas")
    assert second.window.view.mirrored
    second.window.go("home")
    assert not second.window.view.mirrored
    second.close()


def test_quick_presses_peel_as_many_layers(qtbot: object) -> None:
    app = AppDriver(NOW, less_motion=False)
    app.window.go("atlas")
    for _ in range(4):
        app.window.run_action("peel_in")
    wait_until(lambda: app.window.view.peel == 6)
    app.close()
