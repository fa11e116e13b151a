"""A student drills a view."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QLabel

from quizapp.desktop.answer.order import OrderAnswer
from quizapp.desktop.parts.drill_dialog import DrillDialog
from quizapp.desktop.parts.option import OptionCard
from tests.conftest import NOW
from tests.drivers import AppDriver


def test_finding_a_view_goes_to_the_answer_log_with_stable_items(app: AppDriver) -> None:
    app.window.go("atlas")
    app.window.atlas.show_view("lateral")
    app.window.run_action("find")
    assert app.page == "study" and app.window.view.diagram.view.id == "lateral"
    for _ in range(10):
        region = app.window.view.diagram.by_id[app.question.split(":")[-1]]
        app.click_at(QPointF(*app.window.view.camera.to_pixels(region.anchor)))
        app.answer()
        app.next()
    assert app.page == "results"
    attempts = app.attempts()
    assert len(attempts) == 10 and all(one.question_id.startswith("drill:find:lateral:") for one in attempts)
    assert all(one.point is not None and one.seconds >= 0 for one in attempts)


def test_a_lit_structure_is_named_by_an_abbreviation(app: AppDriver) -> None:
    app.ask("drill:name_it:plantar:fhl_tendon")
    assert app.window.view.diagram.view.id == "plantar"
    app.type("FHL")
    app.key(Qt.Key.Key_Return)
    assert app.attempts()[0].mark == 1


def test_relations_of_the_view_are_asked_by_keys(app: AppDriver) -> None:
    app.ask("drill:relate:behind:tibial_nerve:posterior_tibial_artery")
    right = next(at for at, one in enumerate(app.window.study.shown_options(), 1) if one.correct)
    app.key(Qt.Key(Qt.Key.Key_0 + right))
    app.key(Qt.Key.Key_Return)
    assert app.verdict == "Right. Tibial nerve."


def test_an_interrupted_drill_goes_on_after_a_restart(data_folder: object, qtbot: object) -> None:
    first = AppDriver(NOW)
    first.wait_for_bank()
    first.window.go("atlas")
    first.window.run_action("name_it")
    first.press("I don't know")
    first.next()
    waiting = first.question
    first.close()
    second = AppDriver(NOW)
    second.wait_for_bank()
    second.press("Continue")
    assert second.question == waiting
    second.close()


def test_nothing_on_the_page_names_what_a_drill_asks(app: AppDriver) -> None:
    app.ask("drill:name_it:medial:tibial_nerve")
    view = app.window.view
    app.hover_over("tibial_nerve")
    said = " ".join((view.accessibleName(), view.accessibleDescription(), view.toolTip(), app.window.windowTitle()))
    assert "tibial" not in said.lower() and not view.labelled()


def test_a_row_is_brought_into_order_by_keys(app: AppDriver) -> None:
    app.ask("drill:order:behind:tp_tendon:5")
    row = app.shown(OrderAnswer)[0]
    keys = list(app.app.context.bank[app.question].keys)
    assert row.rows.order() != keys
    for place, key in enumerate(keys):
        app.key(Qt.Key(Qt.Key.Key_1 + row.rows.order().index(key)))
        while row.rows.order().index(key) > place:
            app.key(Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    assert row.rows.order() == keys
    app.key(Qt.Key.Key_Return)
    (attempt,) = app.attempts()
    assert attempt.mark == 1 and list(attempt.chosen) == keys


def test_a_row_half_right_tells_where_each_belongs(app: AppDriver) -> None:
    app.ask("drill:order:deep_to:plantar_aponeurosis:4")
    row = app.shown(OrderAnswer)[0]
    keys = list(app.app.context.bank[app.question].keys)
    while row.rows.order() != [keys[1], keys[0], *keys[2:]]:
        wanted = [keys[1], keys[0], *keys[2:]]
        place = next(at for at, key in enumerate(wanted) if row.rows.order()[at] != key)
        row.choose(row.rows.order().index(wanted[place]) + 1)
        app.press("Move up")
    app.answer()
    assert app.verdict.startswith("Partly right")
    said = "\n".join(one.text() for one in app.shown(QLabel))
    assert "You put it in place 2" in said and "1.  Plantar aponeurosis" in said


def test_a_drill_asks_what_was_ticked_by_hand_and_no_more(app: AppDriver, monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = ["tibia", "talus", "fibula"]

    def choose(dialog: DrillDialog) -> bool:
        dialog.tick([])
        assert not dialog.can_start
        dialog.choose("name_it")
        dialog.tick(wanted)
        assert dialog.can_start
        return True

    monkeypatch.setattr(DrillDialog, "exec", choose)
    app.window.go("atlas")
    app.window.run_action("drill")
    session = app.window.study.session
    assert session is not None
    assert {one.split(":")[-1] for one in session.questions} == set(wanted)
    assert all(one.startswith("drill:name_it:medial:") for one in session.questions)


def test_a_drill_that_a_view_has_not_goes_to_the_view_that_has_it(app: AppDriver) -> None:
    app.window.go("atlas")
    app.window.run_action("territory")
    assert app.question.startswith("drill:territory:nerves:") and app.window.view.diagram.view.id == "nerves"


def test_what_is_covered_is_uncovered_one_by_one_and_named_nowhere_before(app: AppDriver) -> None:
    round_of = ["tp_tendon", "fdl_tendon", "achilles_tendon"]
    app.ask(*(f"drill:cover:medial:{one}" for one in round_of))
    assert set(app.window.view.covered()) == set(round_of)
    app.type("tibialis posterior tendon")
    app.key(Qt.Key.Key_Return)
    assert set(app.window.view.covered()) == {"fdl_tendon", "achilles_tendon"}
    assert not {"fdl_tendon", "achilles_tendon"} & set(app.window.view.labelled())
    assert not {"fdl_tendon", "achilles_tendon"} & set(app.window.view.states())
    app.next()
    assert "fdl_tendon" in app.window.view.covered() and "tp_tendon" not in app.window.view.covered()


def test_a_place_is_found_by_a_tap(app: AppDriver) -> None:
    app.ask("drill:find:medial:achilles_tendon")
    app.tap(app.window.view.diagram.by_id["achilles_tendon"].anchor)
    app.answer()
    assert app.attempts()[0].mark == 1


def test_the_markers_are_told_by_their_places(app: AppDriver) -> None:
    app.ask("drill:find:medial:tibial_nerve")
    app.key(Qt.Key.Key_N)
    said = [card.accessibleDescription() for card in app.shown(OptionCard)]
    assert len(set(said)) == len(said) and all("% of the way from toes to heel" in one for one in said)
