"""The few things that want a real window: a mouse and a keyboard that come from outside."""

from __future__ import annotations

import os

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from tests.drivers import AppDriver, wait_until

pytestmark = pytest.mark.window


@pytest.fixture(autouse=True)
def on_a_real_screen(qtbot: object) -> None:
    assert QGuiApplication.platformName() == os.environ.get("QT_QPA_PLATFORM") == "xcb"


def test_the_window_is_painted_with_its_picture(app: AppDriver) -> None:
    app.wait_for_art()
    screen = app.window.screen()
    shot = screen.grabWindow(int(app.window.winId())).toImage()
    spot = app.window.view.mapTo(app.window, app.bare_spot("calcaneus").toPoint())
    ratio = shot.devicePixelRatio()
    bone = shot.pixelColor(round(spot.x() * ratio), round(spot.y() * ratio))
    assert bone.red() > bone.blue() > 0


def test_a_round_by_keys_alone(app: AppDriver) -> None:
    app.window.setFocus()
    QTest.keyClick(app.window, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    wait_until(lambda: app.page == "setup")
    QTest.keyClick(app.window.focusWidget(), Qt.Key.Key_Return)
    wait_until(lambda: app.page == "study")
    for _ in range(10):
        QTest.keyClick(app.window.study, Qt.Key.Key_D)
        QTest.keyClick(app.window.focusWidget(), Qt.Key.Key_Return)
    wait_until(lambda: app.page == "results")
    assert len(app.attempts()) == 10


@pytest.mark.parametrize("page", ["home", "atlas", "study", "settings"])
def test_everything_shown_can_be_reached_by_tab(app: AppDriver, page: str) -> None:
    app.window.go(page)
    app.settle()
    seen = set()
    for _ in range(150):
        QTest.keyClick(app.window.focusWidget() or app.window, Qt.Key.Key_Tab)
        seen.add(app.window.focusWidget())
    wanted = [one for one in app.shown(QWidget) if one.isEnabled() and one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    # Of a group of which one can be chosen, Tab reaches the chosen one and the arrows the others.
    grouped = [one for one in wanted if isinstance(one, QAbstractButton) and one.group() and one.group().exclusive()]
    missed = [one for one in wanted if one not in seen and one not in grouped]
    assert [(type(one).__name__, one.accessibleName() or one.objectName()) for one in missed] == []
