from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolTip

from tests.drivers import AppDriver


def pixels_differ(app: AppDriver, at: QPointF, before: object) -> bool:
    return app.window.view.grab().toImage().pixel(at.toPoint()) != before


def test_a_click_selects_what_is_uppermost_and_again_what_lies_beneath(app: AppDriver) -> None:
    app.window.go("atlas")
    app.wait_for_art()
    spot = app.bare_spot("flexor_retinaculum")
    stack = [region.id for region in app.window.view.stack_at(spot) if region.contains(*_mm(app, spot))]
    assert len(stack) > 2
    seen = []
    app.window.view.region_clicked.connect(lambda structure, at: seen.append(structure))
    for _ in stack:
        app.click_at(spot)
    assert seen[: len(stack)] == stack


def _mm(app: AppDriver, spot: QPointF) -> tuple[float, float]:
    return app.window.view.camera.to_mm(spot.x(), spot.y())


def test_what_was_peeled_away_is_not_hit(app: AppDriver) -> None:
    app.window.go("atlas")
    spot = app.bare_spot("flexor_retinaculum")
    app.window.view.set_peel(9)
    assert "flexor_retinaculum" not in {region.id for region in app.window.view.stack_at(spot)}


def test_hovering_shows_the_structure(app: AppDriver) -> None:
    app.window.go("atlas")
    app.wait_for_art()
    app.hover_over("calcaneus")
    assert QToolTip.text() == "Calcaneus"


def test_dragging_moves_the_drawing_and_selects_nothing(app: AppDriver) -> None:
    app.window.go("atlas")
    view = app.window.view
    view.zoom(3)
    before = view.camera.centre
    clicked: list[str] = []
    view.region_clicked.connect(lambda structure, at: clicked.append(structure))
    middle = view.rect().center()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=middle)
    for step in range(1, 6):
        QTest.mouseMove(view, middle + QPointF(12 * step, 0).toPoint())
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=middle + QPointF(60, 0).toPoint())
    assert clicked == []
    assert view.camera.centre == before or view.camera.centre[0] < before[0]


def test_the_keys_zoom_and_fit(app: AppDriver) -> None:
    app.window.go("atlas")
    view = app.window.view
    fitted = view.camera.scale
    view.setFocus()
    app.key(Qt.Key.Key_Plus)
    assert view.camera.scale > fitted
    app.key(Qt.Key.Key_0)
    assert view.camera.scale == fitted


def test_the_art_is_drawn_and_fades_with_the_depth(app: AppDriver) -> None:
    app.window.go("atlas")
    app.wait_for_art()
    spot = app.bare_spot("achilles_tendon")
    with_tendon = app.window.view.grab().toImage().pixelColor(spot.toPoint())
    ground = app.window.view.grab().toImage().pixelColor(3, 3)
    assert with_tendon != ground
    app.window.view.set_peel(9)
    assert app.window.view.grab().toImage().pixelColor(spot.toPoint()) != with_tendon


def test_the_ground_beside_the_cut_leg_is_untouched(app: AppDriver) -> None:
    app.window.go("atlas")
    app.wait_for_art()
    view = app.window.view
    shot = view.grab().toImage()
    x, top = view.camera.to_pixels((-120.0, view.diagram.box[1]))
    shades = {shot.pixelColor(round(x), y).name() for y in range(round(top) - 4, round(top) + 60)}
    assert len(shades) == 1


def test_peeling_away_the_skin_draws_nothing_anew(app: AppDriver) -> None:
    app.window.go("atlas")
    view = app.window.view
    view.set_peel(1)
    app.wait_for_art()
    drawn: list[None] = []
    view.art_drawn.connect(lambda: drawn.append(None))
    view.set_peel(4)
    app.settle()
    assert view.is_sharp and drawn == []
