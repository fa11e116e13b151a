"""Starting the real process."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

_START = """
import sys
sys.path.insert(0, {root!r})
from tests.conftest import NOW
from tests.drivers import AppDriver
app = AppDriver(NOW)
app.wait_for_art()
heavy = ("pyqtgraph", "numpy", "PIL", "pydantic", "svgelements")
print(",".join(name for name in heavy if name in sys.modules))
app.close()
"""


_BROKEN = """
import shutil, sys
from pathlib import Path
sys.path.insert(0, {root!r})
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
from quizapp.base import paths
from quizapp.desktop import app
folder = Path({folder!r})
shutil.copytree(paths.resources(), folder, ignore=shutil.ignore_patterns("press"))
(folder / "anatomy" / "structures.yaml").write_text("structures: [")
paths.resources = lambda *parts: folder.joinpath(*parts)
def read() -> None:
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    print(box.text())
    box.accept()
QTimer.singleShot(0, read)
print(app.main([]))
"""


def run(code: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_the_process_says_when_it_is_ready_and_drawn() -> None:
    process = subprocess.Popen(
        [sys.executable, str(ROOT / "main.py"), "--print-ready"],
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )
    assert process.stdout is not None
    assert [process.stdout.readline().strip() for _ in range(2)] == ["READY", "DRAWN"]
    process.terminate()
    process.wait()
    process.stdout.close()


def test_a_second_start_imports_nothing_heavy() -> None:
    code = _START.format(root=str(ROOT))
    run(code)
    assert run(code) == ""


def test_a_start_without_the_catalogue_says_why_in_a_window(tmp_path: Path) -> None:
    *text, status = run(_BROKEN.format(root=str(ROOT), folder=str(tmp_path / "resources"))).splitlines()
    assert "structures.yaml:2:1" in " ".join(text) and status == "2"
