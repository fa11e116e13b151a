"""A round that was interrupted goes on where it stopped."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import Qt

from tests.conftest import NOW
from tests.drivers import AppDriver

_ANSWER_UNTIL_KILLED = """
import os, sys
sys.path.insert(0, {root!r})
from PySide6.QtCore import Qt
from tests.conftest import NOW
from tests.drivers import AppDriver
app = AppDriver(NOW)
app.wait_for_bank()
app.press("Surprise me")
for number in range(4):
    app.press("I don't know")
    print(app.attempts()[-1].question_id, flush=True)
    app.key(Qt.Key.Key_Return)
print("waiting", flush=True)
sys.stdin.read()
"""


def test_a_closed_window_offers_to_continue(data_folder: Path, qtbot: object) -> None:
    first = AppDriver(NOW)
    first.wait_for_bank()
    first.press("Surprise me")
    first.press("I don't know")
    first.key(Qt.Key.Key_Return)
    second_question = first.question
    first.close()
    again = AppDriver(NOW)
    again.wait_for_bank()
    again.press("Continue")
    assert again.question == second_question
    assert again.window.study.session is not None and again.window.study.session.position == 2
    again.close()


def test_a_killed_app_has_lost_no_answer(data_folder: Path, qtbot: object) -> None:
    root = str(Path(__file__).resolve().parents[2])
    process = subprocess.Popen(
        [sys.executable, "-c", _ANSWER_UNTIL_KILLED.format(root=root)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )
    assert process.stdout is not None and process.stdin is not None
    answered = [process.stdout.readline().strip() for _ in range(4)]
    assert process.stdout.readline().strip() == "waiting"
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdin.close()
    process.stdout.close()
    app = AppDriver(NOW)
    app.wait_for_bank()
    assert [attempt.question_id for attempt in app.attempts()] == answered
    app.press("Continue")
    assert app.window.study.session is not None and app.window.study.session.position == 5
    app.close()
