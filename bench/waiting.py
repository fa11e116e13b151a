"""The window at work: opened, let run, and watched for how long it stands still."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QDeadlineTimer, QElapsedTimer, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from quizapp.desktop.app import App

_MS = 20_000


def run_until(true: Callable[[], bool]) -> None:
    """Run the event loop until something holds; what never comes has no measure."""
    deadline = QDeadlineTimer(_MS)
    while not true():
        if deadline.hasExpired():
            raise TimeoutError("waited in vain for what was to be measured")
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 10)


def run_for(ms: int) -> None:
    """Let the window live for a while."""
    deadline = QDeadlineTimer(ms)
    while not deadline.hasExpired():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 10)


class Pulse:
    """Beats every few milliseconds; a late beat is a stall of the window."""

    def __init__(self) -> None:
        self.worst = 0.0
        self._since = QElapsedTimer()
        self._timer = QTimer(interval=4)
        self._timer.timeout.connect(self._beat)

    def start(self) -> None:
        self._since.start()
        self._timer.start()

    def _beat(self) -> None:
        self.worst = max(self.worst, self._since.nsecsElapsed() / 1e6 - 4)
        self._since.restart()


@contextmanager
def opened_app() -> Iterator[App]:
    """Have the app open with its bank read and its diagram drawn, in a data folder of its own."""
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    with tempfile.TemporaryDirectory() as place:
        os.environ["QUIZAPP_DATA"] = place
        app = App(application, seed=1)
        app.window.show()
        run_until(lambda: app.is_bank_read and app.window.view.is_sharp)
        try:
            yield app
        finally:
            app.window.close()
            app.close()
