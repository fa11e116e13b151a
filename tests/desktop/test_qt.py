"""The Qt in use is sound: PySide6 6.12.0 loses a reference to None with every void call before Python 3.12."""

from __future__ import annotations

import sys

import PySide6
import pytest
from PySide6.QtWidgets import QWidget

from quizapp.desktop.app import unsound_qt


def test_void_calls_lose_no_reference_to_none(qtbot: object) -> None:
    widget = QWidget()
    before = sys.getrefcount(None)
    for _ in range(2000):
        widget.update()
    assert abs(sys.getrefcount(None) - before) < 200


@pytest.mark.parametrize(
    ("qt", "python", "refused"),
    [("6.12.0", (3, 11), True), ("6.12.1", (3, 11), True), ("6.12.0", (3, 12), False), ("6.11.3", (3, 11), False)],
)
def test_the_unsound_pair_is_refused(qt: str, python: tuple[int, int], refused: bool) -> None:
    assert bool(unsound_qt(qt, python)) == refused


def test_the_pair_in_use_is_sound() -> None:
    assert unsound_qt(PySide6.__version__, sys.version_info[:2]) == ""
