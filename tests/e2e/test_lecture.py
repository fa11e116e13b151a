"""A class held from the window: opened, voted on by phones, argued about, told, and gone on with after a crash."""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import psutil
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel

from quizapp.desktop.diagram.view import DiagramView
from quizapp.desktop.lectern import kept
from quizapp.desktop.lectern.conduct_pane import SETTLES_MS
from quizapp.desktop.lectern.improvise_dialog import ImproviseDialog
from quizapp.desktop.lectern.set_list import SetList
from quizapp.desktop.lectern.shown import heat
from quizapp.desktop.pages.classroom import ClassroomPage
from tests.classroom.driver import Caller, RefusedError, Server
from tests.drivers import AppDriver, wait_until


class Class:
    """A lecturer at the window, and phones."""

    def __init__(self, app: AppDriver) -> None:
        self.app = app
        app.window.go("classroom")
        app.settle()
        self.page: ClassroomPage = app.window.classroom

    @property
    def seen(self) -> dict[str, Any]:
        return dict(self.page.seen)

    @property
    def code(self) -> str:
        return str(self.seen["code"])

    @property
    def port(self) -> int:
        return self.page.port

    def choose(self, *kinds: str) -> None:
        """Put the first question of each kind into the running order."""
        bank = self.app.app.context.bank
        for kind in kinds:
            self.page.setup.order.add([next(one.id for one in bank if one.kind == kind)])

    def open(self, *kinds: str) -> None:
        self.choose(*kinds)
        self.press("Open the class")
        wait_until(lambda: self.seen.get("of") == len(kinds) and self.seen["phase"] == "lobby", 20_000)

    def open_vote(self, *kinds: str, phones: int) -> list[Caller]:
        """Open a class, let phones in, and open the vote on the first question."""
        self.open(*kinds)
        found = self.phones(phones)
        self.press("Begin")
        self.until("reading")
        self.page.line.do("vote")
        self.until("vote")
        return found

    def enter(self) -> None:
        """Press Enter, when the last step has settled."""
        QTest.qWait(SETTLES_MS)
        QTest.keyClick(self.page.conduct, Qt.Key.Key_Return)

    def press(self, text: str) -> None:
        QTest.qWait(QApplication.doubleClickInterval())
        self.app.button(text).click()

    def until(self, phase: str) -> None:
        wait_until(lambda: self.seen.get("phase") == phase and not self.page._projecting.isActive())
        self.app.settle()

    def phones(self, count: int) -> list[Caller]:
        found = []
        for _ in range(count):
            phone = Caller(self, os.urandom(16).hex())  # type: ignore[arg-type]
            phone.post("join", {"token": phone.token})
            found.append(phone)
        wait_until(lambda: self.seen.get("joined", 0) >= count)
        return found


class Proxy:
    """What stands before a server and answers in its own way: a page, and a status of success."""

    def __init__(self) -> None:
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _Page)
        self.address = f"http://127.0.0.1:{self._server.server_port}"
        Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


class _Page(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"<html>Please sign in to the network</html>")

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


@pytest.fixture
def lecture(app: AppDriver) -> Iterator[Class]:
    made = Class(app)
    yield made
    made.page.close_class()


def test_a_lecturer_goes_through_a_question_by_enter_alone(lecture: Class) -> None:
    lecture.open("choice")
    phones = lecture.phones(6)
    lecture.press("Begin")
    lecture.until("reading")
    lecture.enter()
    lecture.until("vote")
    QTest.keyClick(lecture.page.conduct, Qt.Key.Key_Return)  # pressed once too often
    for phone in phones:
        phone.answer(0, {"chosen": ["1"]}, certainty="certain")
    wait_until(lambda: lecture.seen["answered"] == 6)
    assert lecture.seen["phase"] == "vote"
    lecture.enter()
    lecture.until("closed")
    lecture.page.line.do("reveal")
    lecture.until("reveal")
    lecture.enter()
    lecture.until("ended")
    assert "6 phones, 1 question." in [one.text() for one in lecture.app.shown(QLabel)]


def test_the_projector_writes_nothing_of_the_key_before_it_is_told(lecture: Class) -> None:
    lecture.open("choice", "locate", "matching", "ranking", "staged", "flip", "multiple")
    phones = lecture.phones(5)
    lecture.page.open_projector()
    projector = lecture.page.projector
    assert projector is not None
    lecture.press("Begin")
    for item in range(7):
        wait_until(lambda item=item: lecture.seen["item"] == item and lecture.seen["phase"] == "reading")  # type: ignore[misc]
        for step in ("vote", "close", "show", "discuss", "vote", "close"):
            lecture.page.line.do(step)
            lecture.until({"show": "closed", "close": "closed"}.get(step, step))
            if step == "vote":
                for phone in phones:
                    phone.answer(item, {"unknown": True}, number=1, vote=lecture.seen["round"])
            told = lecture.seen["told"]
            written = projector.texts()
            assert "✓" not in written
            assert not [one["why"] for one in told["options"] if one["why"] in written]
        lecture.page.line.do("reveal")
        lecture.until("reveal")
        told = lecture.seen["told"]
        right = (
            [one["words"] for one in told["options"] if one["right"]]
            or told.get("order")
            or [told["parts"][0]["right"]]
        )
        wait_until(lambda right=right: right[0] in projector.texts())  # type: ignore[misc]
        lecture.page.line.do("next")
    lecture.until("ended")


def test_a_question_is_made_on_the_spot(lecture: Class) -> None:
    lecture.open("choice")
    phones = lecture.phones(5)
    lecture.press("Begin")
    lecture.until("reading")
    calcaneus = lecture.app.app.context.atlas["medial"].by_id["calcaneus"].anchor
    lecture.page.improvise(ImproviseDialog("medial peel 9").wish())
    wait_until(lambda: lecture.seen["item"] == 1)
    assert lecture.seen["question"]["ask"] == "Where does it hurt?"
    lecture.page.line.do("vote")
    lecture.until("vote")
    for phone in phones:
        phone.answer(1, {"point": list(calcaneus)})
    lecture.page.line.do("close")
    lecture.until("closed")
    found = heat(lecture.seen)
    assert found is not None and found.shares == {"calcaneus": 1.0}
    dialog = ImproviseDialog("medial")
    dialog.ask.setText("Have you felt it?")
    dialog.options.setPlainText("Yes\n\n  No  ")
    lecture.page.improvise(dialog.wish())
    wait_until(lambda: lecture.seen["item"] == 2)
    assert [one["words"] for one in lecture.seen["question"].get("options", [])] == ["Yes", "No"]


def test_names_teams_and_a_leaderboard_are_switched_on(lecture: Class) -> None:
    rules = lecture.page.setup.rules
    assert not rules.leaderboard.isEnabled(), "nobody leads who is nobody"
    rules.names.setCurrentIndex(rules.names.findData("roster"))
    rules.set_roster(["Ada Lin", "Bo Ek"])
    rules.teams.setCurrentIndex(rules.teams.findData(2))
    rules.leaderboard.setChecked(True)
    lecture.open("choice")
    names = ("Ada Lin", "Bo Ek")
    phones = [Caller(lecture, os.urandom(16).hex()) for _ in names]  # type: ignore[arg-type]
    for phone, name in zip(phones, names, strict=True):
        phone.post("join", {"token": phone.token, "name": name})
    lecture.page.open_projector()
    lecture.press("Begin")
    lecture.until("reading")
    lecture.page.line.do("vote")
    lecture.until("vote")
    phones[1].answer(0, {"chosen": lecture.seen["told"]["keys"]})
    lecture.page.line.do("close")
    lecture.until("closed")
    lecture.page.line.do("reveal")
    lecture.until("reveal")
    projector = lecture.page.projector
    assert projector is not None and "Bo Ek" not in projector.texts(), "until the lecturer shows it"
    next(one for one in lecture.app.shown(QCheckBox) if one.text() == "Show who leads").click()
    wait_until(lambda: "Bo Ek" in projector.texts() and "Gracilis" in projector.texts())
    assert "Ada Lin" not in projector.texts()


def test_a_set_at_an_own_pace_is_watched_question_by_question(lecture: Class) -> None:
    lecture.page.setup._own_pace.setChecked(True)
    lecture.open("choice", "locate")
    lecture.page.open_projector()
    phones = lecture.phones(5)
    lecture.press("Begin")
    lecture.until("vote")
    for phone in phones:
        phone.answer(0, {"chosen": ["1"]})
    wait_until(lambda: lecture.seen["set"][0]["answered"] == 5)
    lecture.app.shown(SetList)[0].setCurrentRow(0)
    wait_until(lambda: lecture.seen.get("looked") == 0 and lecture.seen["answered"] == 5)
    projector = lecture.page.projector
    assert projector is not None
    wait_until(lambda: "At their own pace" in projector.texts())
    assert lecture.seen["question"]["ask"] not in projector.texts(), "others are still at it"
    lecture.press("Close the set")
    lecture.until("closed")
    lecture.press("Tell the answer")
    lecture.until("reveal")
    wait_until(lambda: lecture.seen["told"]["take_home"] in projector.texts())
    lecture.press("End the class")
    lecture.until("ended")


def test_a_bad_question_is_left_out_and_everything_follows(lecture: Class) -> None:
    phones = lecture.open_vote("choice", "locate", phones=10)
    for at, phone in enumerate(phones):
        phone.answer(0, {"chosen": [str(at % 2 + 1)]})
    lecture.page.line.do("close")
    lecture.until("closed")
    lecture.page.line.do("end")
    lecture.until("ended")
    table = lecture.page.ended.figures.table
    wait_until(lambda: table.rowCount() == 2 and table.item(0, 3).text() == "10")
    quiet = table.item(1, 2).foreground().color()
    assert table.item(0, 2).foreground().color() != quiet, "what fewer than ten answered is grey"
    table.item(0, 0).setCheckState(Qt.CheckState.Unchecked)
    wait_until(lambda: lecture.seen["excluded"] == [0] and table.item(0, 3).text() == "")
    assert table.item(0, 2).foreground().color() == quiet


@pytest.fixture
def university(lecture: Class, tmp_path: Path) -> Iterator[Server]:
    """Have a server that many share, which the settings of the window name."""
    keys = tmp_path / "keys"
    keys.write_text("the-key-of-podiatry\n")
    server = Server("--keys", str(keys))
    lecture.app.app.settings.set("class_server", server.address)
    lecture.app.app.settings.set("class_key", "the-key-of-podiatry")
    yield server
    server.stop()


def test_a_class_is_held_at_the_server_of_a_university(lecture: Class, university: Server) -> None:
    settings = lecture.app.app.settings
    settings.set("class_key", "a-key-that-does-not-fit")
    lecture.choose("choice")
    lecture.press("Open the class")
    wait_until(lambda: bool(lecture.app.told))
    assert "key" in lecture.app.told[-1]
    assert lecture.page.setup.isEnabled()
    settings.set("class_key", "the-key-of-podiatry")
    lecture.press("Open the class")
    wait_until(lambda: lecture.seen.get("of") == 1)
    assert university.address in lecture.page.ended._kept.text()
    lecture.press("Begin")
    lecture.until("reading")
    university.stop()
    lecture.page._on_new()
    lecture.press("Open the class")
    wait_until(lambda: "cannot be reached" in lecture.app.told[-1])


def test_a_class_that_was_deleted_elsewhere_leaves_the_list(lecture: Class, university: Server) -> None:
    lecture.open("choice")
    lecture.page.line.close()
    code, host = lecture.code, kept.classes()[0]["host"]
    Caller(university, host, code).ask("DELETE", "host")
    lecture.page.go_on(code)
    wait_until(lambda: bool(lecture.app.told))
    assert code in lecture.app.told[-1]
    assert not kept.classes() and lecture.page.panes.currentWidget() is lecture.page.setup


def test_what_is_no_answer_of_ours_is_a_server_that_cannot_be_reached(lecture: Class) -> None:
    with closing(Proxy()) as proxy:
        lecture.app.app.settings.set("class_server", proxy.address)
        lecture.choose("choice")
        lecture.press("Open the class")
        wait_until(lambda: bool(lecture.app.told))
    assert "cannot be reached" in lecture.app.told[-1]
    assert lecture.page.setup.isEnabled()


def test_the_next_enter_goes_to_the_class_after_a_click_on_a_step(lecture: Class) -> None:
    lecture.open_vote("choice", phones=5)
    lecture.press("Close the vote")
    lecture.until("closed")
    assert lecture.page.conduct.hasFocus(), "and not a button that did not exist when the mouse was pressed"
    lecture.enter()
    wait_until(lambda: lecture.seen["phase"] != "closed")


def test_a_double_click_is_one_step(lecture: Class) -> None:
    lecture.open_vote("choice", "locate", phones=5)
    QTest.qWait(QApplication.doubleClickInterval())
    lecture.app.button("Close the vote").click()
    lecture.until("closed")
    primary = lecture.page.conduct.primary
    assert primary is not None
    primary.click()  # at once, by the other half of a double click
    QTest.qWait(200)
    assert lecture.seen["phase"] == "closed"
    version = lecture.seen["version"]
    for _ in range(2):  # both were sent before the first was answered
        lecture.page.line.do("next", seen=version)
    wait_until(lambda: lecture.app.told[-1:] == ["The class has gone on meanwhile."])
    assert lecture.seen["item"] == 1 and lecture.seen["phase"] == "reading"


def test_a_projector_that_was_closed_is_opened_again_in_the_class(lecture: Class) -> None:
    lecture.open_vote("locate", "name", phones=5)
    lecture.press("Open the projector")
    projector = lecture.page.projector
    assert projector is not None
    wait_until(lambda: lecture.seen["question"]["ask"] in projector.texts())
    lecture.page.line.do("close")
    lecture.until("closed")
    projector.close()
    lecture.page.line.do("next")
    wait_until(lambda: lecture.seen["item"] == 1)
    lecture.press("Open the projector")
    assert projector.isVisible() and lecture.page.conduct.window().isActiveWindow()
    wait_until(lambda: lecture.seen["question"]["ask"] in projector.texts())
    lecture.page.line.do("vote")
    wait_until(lambda: bool(projector.findChildren(DiagramView)) and projector.findChildren(DiagramView)[0].is_sharp)


def test_an_earlier_class_is_found_with_its_results(lecture: Class) -> None:
    phones = lecture.open_vote("choice", phones=5)
    for phone in phones:
        phone.answer(0, {"chosen": ["1"]})
    first = lecture.code
    lecture.page.line.do("close")
    lecture.until("closed")
    lecture.page.line.do("end")
    lecture.until("ended")
    lecture.press("New class")
    lecture.press("Open the class")
    lecture.until("lobby")
    lecture.page.line.do("end")
    lecture.until("ended")
    lecture.press("New class")
    earlier = lecture.page.setup._earlier
    found = [at for at in range(earlier.count()) if first in earlier.itemText(at)]
    earlier.setCurrentIndex(found[0])
    earlier.activated.emit(found[0])
    wait_until(lambda: lecture.seen.get("code") == first and lecture.seen["phase"] == "ended", 15_000)
    table = lecture.page.ended.figures.table
    wait_until(lambda: table.rowCount() == 1 and table.item(0, 3).text() == "5")


def test_a_double_click_does_not_delete_a_class(lecture: Class) -> None:
    lecture.open("choice")
    lecture.page.line.do("end")
    lecture.until("ended")
    code = lecture.code
    delete = lecture.app.button("Delete this class")
    QTest.mouseClick(delete, Qt.MouseButton.LeftButton)
    QTest.mouseClick(delete, Qt.MouseButton.LeftButton)
    QTest.qWait(300)
    assert [one["code"] for one in kept.classes()] == [code]
    QTest.qWait(600)
    QTest.mouseClick(delete, Qt.MouseButton.LeftButton)
    wait_until(lambda: not kept.classes())


def test_a_server_left_running_ends_with_the_window_that_goes_on(lecture: Class, data_folder: Path) -> None:
    lecture.open("choice")
    code = lecture.code
    left = lecture.page.server._process
    assert left is not None
    pid = left.processId()
    second = AppDriver(datetime(2026, 11, 20, 10, tzinfo=UTC))
    second.wait_for_bank()
    try:
        again = Class(second)
        again.page.go_on(code)
        wait_until(lambda: again.seen.get("phase") == "lobby", 20_000)
        lecture.page.server._wanted = False  # as if its own window had been killed: nobody starts it again
        again.page.close_class()
        wait_until(lambda: not left.state().value)
    finally:
        second.close()
    assert not psutil.pid_exists(pid)


def test_results_are_saved_in_three_ways(lecture: Class, tmp_path: Path) -> None:
    phones = lecture.open_vote("choice", "locate", phones=6)
    for phone in phones:
        phone.answer(0, {"chosen": ["1"]})
    lecture.page.line.do("close")
    lecture.until("closed")
    lecture.page.line.do("end")
    lecture.until("ended")
    got: list[dict[str, Any]] = []
    lecture.page.line.get("results", got.append)
    wait_until(lambda: bool(got))
    for ending in ("xlsx", "csv", "pdf"):
        lecture.page.save_results(tmp_path / f"class.{ending}", got[0])
    assert [(tmp_path / f"class.{ending}").read_bytes()[:4] for ending in ("xlsx", "pdf")] == [b"PK\x03\x04", b"%PDF"]
    lecture.page.save_results(tmp_path / "nowhere" / "class.pdf", got[0])
    assert "nowhere" in lecture.app.told[-1]


def test_a_server_that_is_killed_comes_back_with_every_answer(lecture: Class) -> None:
    phones = lecture.open_vote("choice", phones=8)
    for phone in phones:
        phone.answer(0, {"chosen": ["2"]})
    wait_until(lambda: lecture.seen["answered"] == 8)
    port, code = lecture.port, lecture.code
    process = lecture.page.server._process
    assert process is not None
    os.kill(process.processId(), signal.SIGKILL)
    wait_until(lambda: lecture.page.server._process is not process, 15_000)
    wait_until(lambda: _is_up(phones[0]), 15_000)
    assert (lecture.port, lecture.code) == (port, code)
    lecture.page.line.do("close")
    lecture.until("closed")
    assert lecture.seen["answered"] == 8


def test_a_window_that_was_killed_finds_its_class_again(lecture: Class) -> None:
    phones = lecture.open_vote("choice", phones=5)
    phones[0].answer(0, {"chosen": ["1"]})
    code = lecture.code
    second = AppDriver(datetime(2026, 11, 20, 10, tzinfo=UTC))
    second.wait_for_bank()
    try:
        again = Class(second)
        second.button(f"Go on with the class {code}").click()
        wait_until(lambda: again.seen.get("phase") == "vote" and again.seen["answered"] == 1, 20_000)
        phones[1].answer(0, {"chosen": ["1"]})
        wait_until(lambda: again.seen["answered"] == 2)
        again.page.line.close()
    finally:
        second.close()


def test_a_closed_window_leaves_a_class_to_go_on_with(lecture: Class, data_folder: Path) -> None:
    lecture.open("choice")
    lecture.page.close_class()
    (kept,) = json.loads((data_folder / "class.json").read_text())
    assert kept["code"] == lecture.code
    assert (data_folder / "class.json").stat().st_mode & 0o077 == 0, "nobody else reads the lecturer's secret"
    lecture.page.go_on(lecture.code)
    wait_until(lambda: lecture.page.server._process is not None, 10_000)
    wait_until(lambda: lecture.seen.get("phase") == "lobby" and _is_up(Caller(lecture, "x" * 20)), 15_000)  # type: ignore[arg-type]


def _is_up(caller: Caller) -> bool:
    try:
        caller.get("mine")
    except RefusedError:
        return True
    except OSError:
        return False
    return True
