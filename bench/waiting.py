"""Letting the window work until something holds."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QDeadlineTimer, QEventLoop
from PySide6.QtWidgets import QApplication

_MS = 20_000


def run_until(true: Callable[[], bool]) -> None:
    """Run the event loop until something holds; what never comes has no measure."""
    deadline = QDeadlineTimer(_MS)
    while not true():
        if deadline.hasExpired():
            raise TimeoutError("waited in vain for what was to be measured")
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 10)
