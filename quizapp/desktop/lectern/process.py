"""The server of a class as a process beside the window: neither takes the other down."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

from quizapp.base import paths
from quizapp.base.files import save_whole
from quizapp.classroom.server import PORT

_AGAIN_MS = 400
_MOST_STARTS = 5  # of a server that ends by itself, before the lecturer is told


class ServerProcess(QObject):
    """Starts the server, and starts it again at the same port where it ended by itself."""

    ready = Signal(object)
    failed = Signal(str)

    def __init__(self, questions: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._questions = questions
        self._process: QProcess | None = None
        self._port = PORT
        self._starts = 0
        self._wanted = False

    def start(self, port: int = PORT) -> None:
        """Start it; ``ready`` tells its greeting."""
        self._wanted = True
        self._port = port
        self._starts += 1
        process = self._process = QProcess(self)
        process.setProcessChannelMode(QProcess.ProcessChannelMode.SeparateChannels)
        process.readyReadStandardOutput.connect(self._on_line)
        process.finished.connect(self._on_finished)
        words = ["-m", "quizapp.start", "serve", str(self._questions), "--json", "--port", str(port)]
        process.start(sys.executable, words)

    def stop(self) -> None:
        """End it; what was received is kept."""
        self._wanted = False
        if self._process is not None:
            self._process.terminate()
            if not self._process.waitForFinished(3000):
                self._process.kill()
                self._process.waitForFinished(1000)
            self._process = None

    def _on_line(self) -> None:
        assert self._process is not None
        if self._process.canReadLine():
            greeting = json.loads(bytes(self._process.readLine().data()))
            self._port = greeting["port"]
            keep_greeting(greeting)
            self.ready.emit(greeting)

    def _on_finished(self) -> None:
        if not self._wanted or self._process is None:
            return
        said = bytes(self._process.readAllStandardError().data()).decode().strip()
        self._process.deleteLater()
        self._process = None
        if self._starts >= _MOST_STARTS:
            self.failed.emit(said.splitlines()[-1] if said else "")
            return
        # A port that something else has is left to it.
        port = 0 if "--port" in said else self._port
        QTimer.singleShot(_AGAIN_MS, self, lambda: self.start(port) if self._wanted else None)


def _kept() -> Path:
    return paths.data() / "class.json"


def keep_greeting(greeting: dict[str, Any]) -> None:
    """Remember where the class is, so that a window that was killed finds it again."""
    path = _kept()
    path.parent.mkdir(parents=True, exist_ok=True)
    save_whole(path, json.dumps(greeting))
    path.chmod(0o600)


def kept_greeting() -> dict[str, Any] | None:
    """Return where the class is that did not end, if there is one."""
    try:
        found: dict[str, Any] = json.loads(_kept().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return found


def forget_greeting() -> None:
    """Forget a class that is over."""
    _kept().unlink(missing_ok=True)
