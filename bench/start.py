"""From the start of the process to a window that can be used, and its memory at rest."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import IO

import psutil

from bench.row import Row

ROOT = Path(__file__).resolve().parent.parent
_BARE = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
class Bare(QWidget):
    def paintEvent(self, event):
        QTimer.singleShot(0, lambda: print("READY", flush=True))
application = QApplication([])
window = Bare()
window.show()
application.exec()
"""


def rows(quick: bool) -> list[Row]:
    """Measure the start against a bare window started in turn with it."""
    repeats = 5 if quick else 15
    with tempfile.TemporaryDirectory() as data:
        environment = os.environ | {"QUIZAPP_DATA": data}
        app = [sys.executable, str(ROOT / "main.py"), "--print-ready"]
        bare = [sys.executable, "-c", _BARE]
        _said(app, environment, 3)  # the first start fills the caches
        floors, ready, drawn = [], [], []
        for _ in range(repeats):
            floors.append(_said(bare, environment, 1)[0])
            times = _said(app, environment, 2)
            ready.append(times[0])
            drawn.append(times[1])
        memory = statistics.median(_memory(app, environment) for _ in range(3))
    floor = statistics.median(floors)
    return [
        Row("start: bare Qt window, the floor", 1000 * floor, "ms", float("inf")),
        Row("start: first painted window", 1000 * statistics.median(ready), "ms", 2500 * floor),
        Row("start: first painted window, times the floor", statistics.median(ready) / floor, "x", 2.5),
        Row("start: diagram drawn", 1000 * statistics.median(drawn), "ms", 500),
        Row("memory: the app at rest (PSS)", memory, "MiB", 150),
    ]


def _said(command: list[str], environment: dict[str, str], lines: int) -> list[float]:
    """Return after how many seconds a process said each of its first lines."""
    begun = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, env=environment)
    assert process.stdout is not None
    times = []
    for _ in range(lines):
        _listen(process.stdout)
        times.append(time.perf_counter() - begun)
    process.kill()
    process.wait()
    process.stdout.close()
    return times


def _listen(output: IO[bytes]) -> None:
    """Wait for a line; a process that ends without one has measured nothing."""
    if not output.readline():
        raise RuntimeError("the window did not open; see what it said above")


def _memory(command: list[str], environment: dict[str, str]) -> float:
    """Return the proportional set size of the app, two seconds after its questions are read, in MiB."""
    process = subprocess.Popen(command, stdout=subprocess.PIPE, env=environment)
    assert process.stdout is not None
    for _ in range(3):
        _listen(process.stdout)
    time.sleep(2)
    used: int = psutil.Process(process.pid).memory_full_info().pss
    process.kill()
    process.wait()
    process.stdout.close()
    return used / 2**20
