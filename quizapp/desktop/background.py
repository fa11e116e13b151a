"""Work away from the window's thread; the one place that starts threads."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QThread, Signal, Slot

Job = Callable[[], Any]
Done = Callable[[Any], None]


class _Hand(QObject):
    finished = Signal(object, object, object)

    @Slot(object, object)
    def work(self, job: Job, done: Done) -> None:
        """Do a job; what it raises travels back to the window's thread, where faults are told."""
        try:
            self.finished.emit(done, job(), None)
        except Exception as fault:
            self.finished.emit(done, None, fault)


class Background(QObject):
    """One thread that does jobs in the order they come; each result is handed over in the window's thread."""

    _given = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread = QThread(self)
        self._hand = _Hand()
        self._hand.moveToThread(self._thread)
        self._given.connect(self._hand.work)
        self._hand.finished.connect(self._on_finished)
        self._closed = False
        self._thread.start()

    def do(self, job: Job, done: Done) -> None:
        """Do a job in the background, then call ``done`` with its result here."""
        if not self._closed:
            self._given.emit(job, done)

    def close(self) -> None:
        """Finish the job at hand, drop the others and stop."""
        self._closed = True
        self._thread.quit()
        self._thread.wait()

    @Slot(object, object, object)
    def _on_finished(self, done: Done, result: Any, fault: Exception | None) -> None:
        if self._closed:
            return
        if fault is not None:
            raise fault
        done(result)
