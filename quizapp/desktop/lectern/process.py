"""The server of a class as a process beside the window: neither takes the other down."""

from __future__ import annotations

import json
import secrets
import sys
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

from quizapp.base import paths
from quizapp.classroom.server import PORT, end_left

_AGAIN_MS = 400
_MOST_STARTS = 5  # of a server that ends by itself, before the lecturer is told
_MODULE = "quizapp.start"


class ServerProcess(QObject):
    """Starts the server, and starts it again at the same port where it ended by itself.

    ``ready`` tells where it is; ``key`` opens classes there.
    """

    ready = Signal(object)
    failed = Signal(str)

    def __init__(self, questions: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._questions = questions
        self._process: QProcess | None = None
        self._adopted = 0
        self._port = PORT
        self._starts = 0
        self._wanted = False
        self.key = ""

    def start(self, port: int = PORT) -> None:
        """Start it with a key of its own."""
        self._wanted = True
        self._port = port
        self._starts += 1
        self.key = secrets.token_hex(16)
        keys = paths.data() / "class.key"
        keys.parent.mkdir(parents=True, exist_ok=True)
        keys.touch(mode=0o600)
        keys.write_text(f"{self.key}\n", encoding="utf-8")
        process = self._process = QProcess(self)
        process.setProcessChannelMode(QProcess.ProcessChannelMode.SeparateChannels)
        process.readyReadStandardOutput.connect(self._on_line)
        process.finished.connect(self._on_finished)
        words = ["-m", _MODULE, "serve", str(self._questions), "--json", "--port", str(port), "--keys", str(keys)]
        process.start(sys.executable, words)

    def adopt(self, pid: int) -> None:
        """Take over a server that another window left running, so that it ends with this one."""
        self._adopted = pid

    def stop(self) -> None:
        """End it; what was received is kept."""
        self._wanted = False
        if self._process is not None:
            self._process.terminate()
            if not self._process.waitForFinished(3000):
                self._process.kill()
                self._process.waitForFinished(1000)
            self._process = None
        self._end_adopted()

    def _end_adopted(self) -> None:
        pid, self._adopted = self._adopted, 0
        if pid:
            end_left(pid, _MODULE)

    def _on_line(self) -> None:
        assert self._process is not None
        if self._process.canReadLine():
            greeting: dict[str, Any] = json.loads(bytes(self._process.readLine().data()))
            self._port = greeting["port"]
            self._starts = 0
            self.ready.emit({**greeting, "pid": self._process.processId()})

    def _on_finished(self) -> None:
        if not self._wanted or self._process is None:
            return
        said = bytes(self._process.readAllStandardError().data()).decode().strip()
        self._process.deleteLater()
        self._process = None
        if self._starts >= _MOST_STARTS:
            self._starts = 0
            self.failed.emit(said.splitlines()[-1] if said else "")
            return
        # A port that something else has is left to it.
        port = 0 if "--port" in said else self._port
        QTimer.singleShot(_AGAIN_MS, self, lambda: self.start(port) if self._wanted else None)
