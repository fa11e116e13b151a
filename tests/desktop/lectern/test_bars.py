"""Bars of what a class chose."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from quizapp.desktop.lectern.bars import Bar, Bars
from quizapp.desktop.theme.roles import roles

SEEN = [Bar("Talus", 6, 8, 4, True), Bar("Calcaneus", 2, 8)]


@pytest.fixture
def bars(qtbot: QtBot) -> Bars:
    made = Bars(roles("light"), still=True)
    qtbot.addWidget(made)
    made.resize(400, 200)
    made.show_bars(SEEN)
    made.show()
    qtbot.waitExposed(made)
    qtbot.wait(50)
    return made


def painted(bars: Bars) -> QImage:
    return bars.grab().toImage()


def test_bars_are_as_long_in_another_theme(bars: Bars, qtbot: QtBot) -> None:
    light = painted(bars)
    bars.set_theme(roles("dark"))
    assert painted(bars) != light
    bars.set_theme(roles("light"))
    assert painted(bars) == light


def test_bars_are_as_long_when_the_window_was_wider_for_a_while(bars: Bars, qtbot: QtBot) -> None:
    before = painted(bars)
    bars.resize(700, bars.height())
    qtbot.wait(20)
    bars.resize(400, bars.height())
    qtbot.wait(20)
    assert painted(bars) == before


def test_what_a_bar_says_is_spoken(bars: Bars) -> None:
    assert "Talus: 6 · 75 %" in bars.accessibleName()
    bars.show_bars([Bar("Talus", 3, 3)])
    assert "%" not in bars.accessibleName(), "never a share of fewer than five"
