"""Take the pictures of docs/pictures with a real window: ``make screenshots``."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
from PySide6.QtCore import QDeadlineTimer, QEvent, QEventLoop, QPointF, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "resources" / "diagrams"))

from press.eyes import EYES, seen

from quizapp.bank.kinds.trace import Trace
from quizapp.desktop import app as desktop
from quizapp.desktop.answer.paint import PaintAnswer
from quizapp.desktop.answer.trace import TraceAnswer
from quizapp.desktop.diagram import picture
from quizapp.desktop.theme.roles import roles
from quizapp.quiz.marking.paint import truth

SIZE = (1280, 800)


def wait_until(true: Callable[[], bool], ms: int = 15000) -> None:
    """Run the event loop until something holds."""
    deadline = QDeadlineTimer(ms)
    while not true():
        if deadline.hasExpired():
            raise TimeoutError(str(true))
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)


def as_seen(image: QImage, eye: str) -> QImage:
    """Return a picture as an eye sees it."""
    image = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    pixels = rows[:, : image.width() * 3].reshape(image.height(), image.width(), 3) / 255
    changed = np.ascontiguousarray((seen(eye, pixels) * 255).round().astype(np.uint8))
    made = QImage(changed.data, image.width(), image.height(), image.width() * 3, QImage.Format.Format_RGB888)
    return made.copy()


class Photographer:
    """Walks through the app as a learner would and takes a picture of each screen."""

    def __init__(self, application: QApplication, folder: Path, theme: str) -> None:
        self._folder = folder
        self._theme = theme
        self.app = desktop.App(application, seed=7, clock=lambda: datetime(2026, 11, 20, 9, 0, tzinfo=UTC))
        self.app.settings.set("theme", theme)
        self.window = self.app.window
        self.window.resize(*SIZE)
        self.window.show()
        wait_until(lambda: len(self.app.context.bank) > 0)

    def shoot(self, name: str) -> None:
        """Wait for the art, then save the window."""
        QTest.qWait(250)
        wait_until(lambda: self.window.view.is_sharp or not self.window.view.isVisible())
        QTest.qWait(50)
        self.window.grab().save(str(self._folder / f"{name}-{self._theme}.png"))

    def close(self) -> None:
        """Close the window and what works behind it."""
        self.window.close()
        self.app.close()
        self.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def walk(self) -> None:
        """Take all the pictures."""
        window = self.window
        self.shoot("home")
        self._atlas()
        window.go("setup")
        self.shoot("setup")
        self._study()
        self._drills()
        self._differential()
        window.go("settings")
        self.shoot("settings")
        self.app.close()

    def _atlas(self) -> None:
        self.window.go("atlas")
        page = self.window.atlas
        page.select("tibial_nerve")
        self.shoot("atlas")
        page.do("labels")
        self.shoot("atlas-labels")
        page.do("labels")
        page.do("isolate")
        self.shoot("atlas-isolate")
        page.do("isolate")
        for _ in range(5):
            page.do("peel_in")
        page.select("tibiocalcaneal_ligament")
        self.shoot("atlas-deep")
        for _ in range(9):
            page.do("peel_out")
        self.shoot("atlas-skin")
        page.open_view("medial peel 4")
        self.shoot("atlas-reflected")
        page.open_view("nerves select tibial_nerve")
        self.shoot("atlas-lesion")
        page.open_view("medial")
        for view in self.app.context.atlas.views:
            page.open_view(view)
            self.shoot(f"view-{view}")
            page.open_view(f"{view} labels")
            self.shoot(f"view-{view}-labels")
            if self._theme == "light":
                self._print(view)

    def _print(self, view: str) -> None:
        """Take the print version of a view, and what other eyes see of it."""
        diagram = self.app.context.atlas[view]
        for_print = picture.Wish("names", width=2000, for_print=True)
        names = self.app.context.names()
        picture.draw(diagram, names, for_print, roles("light")).save(str(self._folder / f"view-{view}-print.png"))
        shown = picture.draw(diagram, names, picture.Wish("bare", width=900), roles("light"))
        for eye in EYES:
            as_seen(shown, eye).save(str(self._folder / f"view-{view}-{eye}.png"))

    def _drills(self) -> None:
        """Draw as a learner would: a course a little off, and half of a patch."""
        items = ("palpate:medial:tp_tendon:flat", "territory:nerves:tibial_nerve", "cover:medial:tp_tendon")
        rest = ("cover:medial:fdl_tendon", "cover:medial:achilles_tendon", "order:behind:tp_tendon:5")
        self.window.rounds.begin_with("", [f"drill:{item}" for item in (*items, *rest)])
        study = self.window.study
        for name in ("trace", "paint", "cover"):
            if name == "trace":
                (trace,) = study.findChildren(TraceAnswer)
                question = trace.asked.question
                assert isinstance(question, Trace)
                trace.pencil.line = tuple((x + 2, y - 3) for x, y in question.course)
                trace.pencil.press_point(question.course[-2])
            elif name == "paint":
                (paint,) = study.findChildren(PaintAnswer)
                paint.brush.painted = truth(paint.asked.question, paint.asked.diagram)
                paint.brush.wipes = True
                paint.brush.press((260.0, 130.0))
            else:
                QTest.keyClicks(QApplication.focusWidget(), "TP")
            self.shoot(f"drill-{name}")
            study.go()
            self.shoot(f"drill-{name}-feedback")
            study.go()
        study.do("unknown")
        study.go()
        study.do("unknown")
        study.go()
        self.shoot("drill-order")
        self.window.go("home")

    def _differential(self) -> None:
        """Compare, read about a condition, tick findings, look at a sheet."""
        window = self.window
        window.compare(("medial_calcaneal_neuropathy", "baxter_neuropathy"))
        self.shoot("compare")
        window.show_condition("tarsal_tunnel_syndrome")
        self.shoot("condition")
        window.go("explorer")
        findings = window.explorer.findings
        for finding in ("s_burn_tingle", "s_numb_heel_only", "h_night_unremitting"):
            findings.set_tick(finding, "present")
        findings.set_tick("h_first_step", "absent")
        self.shoot("explorer")
        window.go("sheets")
        self.shoot("sheets")

    def _study(self) -> None:
        window = self.window
        study = window.study
        bank = self.app.context.bank
        wanted: dict[str, str] = {}
        for question in bank:
            diagnosis = question.level == "reasoning" and question.options[0].condition
            if question.kind not in wanted and (question.kind != "choice" or diagnosis):
                wanted[question.kind] = question.id
        window.rounds.begin("", list(wanted.values()), len(wanted))
        while study.session is not None and study.session.current is not None:
            question = bank[study.session.current]
            self.shoot(f"study-{question.kind}")
            if question.kind == "locate":
                window.view.click(window.view.spot_of(question.keys[0]) + QPointF(3, 3))
                self.shoot("study-locate-chosen")
            QTest.keyClick(study, Qt.Key.Key_2)
            if question.kind == "name" and question.typed:
                QTest.keyClicks(QApplication.focusWidget(), "tibial nerve")
            QTest.keyClick(study, Qt.Key.Key_C)
            QTest.keyClick(study, Qt.Key.Key_Return)
            if study.is_open:  # an answer in parts takes more than a key
                self.shoot(f"study-{question.kind}-begun")
                study.do("unknown")
            self.shoot(f"feedback-{question.kind}")
            QTest.keyClick(study, Qt.Key.Key_Return)
        self.shoot("results")


def main() -> None:
    """Take the pictures in light and dark; a folder may be given."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parent / "pictures")
    folder.mkdir(parents=True, exist_ok=True)
    application = QApplication(["quizapp", "-style", "fusion"])
    for theme in ("light", "dark"):
        with tempfile.TemporaryDirectory() as data:
            os.environ["QUIZAPP_DATA"] = data
            photographer = Photographer(application, folder, theme)
            photographer.walk()
            photographer.close()


if __name__ == "__main__":
    main()
