"""A class: chosen, opened, held and ended; the private window, and the projector beside it."""

from __future__ import annotations

import time
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QStandardPaths, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from quizapp.base.errors import UserError
from quizapp.base.words import words
from quizapp.classroom import tables
from quizapp.classroom.projected import projected
from quizapp.classroom.server import PORT
from quizapp.desktop.context import Context
from quizapp.desktop.diagram.view import DiagramView
from quizapp.desktop.lectern import kept
from quizapp.desktop.lectern.conduct_pane import MORE, ConductPane, asked_now
from quizapp.desktop.lectern.ended_pane import EndedPane
from quizapp.desktop.lectern.improvise_dialog import ImproviseDialog
from quizapp.desktop.lectern.line import Line
from quizapp.desktop.lectern.lobby_pane import LobbyPane
from quizapp.desktop.lectern.process import ServerProcess
from quizapp.desktop.lectern.projector import Projector, show_place
from quizapp.desktop.lectern.report import save_pdf
from quizapp.desktop.lectern.setup_pane import SetupPane
from quizapp.desktop.parts.text import stage
from quizapp.desktop.theme.roles import Roles


class ClassroomPage(QWidget):
    """Four panes, one for each time of a class."""

    def __init__(self, context: Context, theme: Roles, questions: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._context = context
        self._theme = theme
        self._wish: Mapping[str, Any] | None = None
        self.seen: Mapping[str, Any] = {}
        self._greeting: Mapping[str, Any] = {}
        self._address = ""
        self.view: DiagramView | None = None
        self.projector: Projector | None = None
        self.line = Line(self)
        self.line.changed.connect(self._on_changed)
        self.line.refused.connect(self._on_refused)
        self.line.lost.connect(self._on_lost)
        self.server = ServerProcess(questions, self)
        self.server.ready.connect(self._on_ready)
        self.server.failed.connect(self._on_failed)
        # A frame or some later, so that the words are painted and the window answers in between.
        self._drawing = QTimer(self, interval=16, singleShot=True)
        self._drawing.timeout.connect(self._show_diagram)
        self._projecting = QTimer(self, interval=48, singleShot=True)
        self._projecting.timeout.connect(self._project)
        self._build()

    def _build(self) -> None:
        still = bool(self._context.settings["less_motion"])
        self.setup = SetupPane(self._context)
        self.lobby = LobbyPane(self._theme)
        self.conduct = ConductPane(self._theme, still)
        self.ended = EndedPane(self._theme)
        held = QWidget()
        row = QHBoxLayout(held)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.conduct)
        made, self._stage, _ = stage()
        row.addWidget(made, 1)
        self._held = held
        self.panes = QStackedWidget()
        for one in (self.setup, self.lobby, held, self.ended):
            self.panes.addWidget(one)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.panes)
        self.setup.open_requested.connect(self._on_open)
        self.setup.continue_requested.connect(self.go_on)
        self.lobby.begin_requested.connect(self._on_begin)
        self.lobby.projector_requested.connect(self.open_projector)
        self.lobby.address_chosen.connect(self._on_address)
        self.conduct.wanted.connect(self._on_wanted)
        self.conduct.switched.connect(self._on_switched)
        self.conduct.look_wanted.connect(self.line.look)
        self.conduct.improvise_wanted.connect(self._on_improvise)
        self.ended.switched.connect(self._on_switched)
        self.ended.figures.counts_wanted.connect(self._on_counts)
        for pane in (self.conduct, self.ended):
            pane.projector_requested.connect(self.open_projector)
        self.ended.new_requested.connect(self._on_new)
        self.ended.save_requested.connect(self._on_save)
        self.ended.delete_requested.connect(self._on_delete)

    @property
    def port(self) -> int:
        """Return the port of the class's server on this computer."""
        return int(self._greeting["port"])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width between words and picture."""
        super().resizeEvent(event)
        self.conduct.fit(self.width())

    # -- What the window calls

    def refresh(self) -> None:
        """Offer what the bank has, and a class that has not ended."""
        if self.panes.currentWidget() is self.setup:
            self.setup.refresh()
            self.setup.offer(kept.classes())

    def adopt(self, view: DiagramView) -> None:
        """Take the diagram in."""
        self.view = view
        self._stage.insertWidget(0, view, 1)
        view.tells_names = True
        self._show_diagram()

    def release(self) -> None:
        """Give the diagram to another page."""
        if self.view is not None:
            self.view.set_tool(None)
            self.view.set_states({})
            self.view.fit()
            self.view = None

    def set_theme(self, theme: Roles) -> None:
        """Show everything in another theme."""
        self._theme = theme
        self.lobby.set_theme(theme)
        self.conduct.set_theme(theme)
        self.ended.figures.set_theme(theme)
        if self.projector is not None:
            self.projector.set_theme(theme)

    def close_class(self) -> None:
        """Let go of the server as the window closes; a class that has not ended can be gone on with."""
        self.line.close()
        self.server.stop()
        if self.projector is not None:
            self.projector.close()

    def go_on(self, code: str) -> None:
        """Open an earlier class: at its server if that still runs, else at a new one there."""
        greeting = next((one for one in kept.classes() if one["code"] == code), None)
        if greeting is None:
            return
        self._wish = None
        self.server.adopt(greeting.get("pid", 0))
        self._welcome(greeting)
        self.line.get("state", self._on_changed, lambda why: self._start_again(greeting, why))

    def _start_again(self, greeting: Mapping[str, Any], why: str) -> None:
        if "server" not in greeting:
            self.server.start(greeting["port"])
        elif why == "no_room":
            self._on_no_class(why)
        else:
            self._give_up(words("classroom.server_away"))

    def _give_up(self, why: str) -> None:
        """Go back to where a class is opened."""
        self.line.close()
        self.panes.setCurrentWidget(self.setup)
        self.setup.setEnabled(True)
        self.refresh()
        self._context.messages.tell(why)

    def open_projector(self) -> None:
        """Show the class's window, on the second screen where there is one."""
        if self.projector is None:
            self.projector = Projector(self._context, self._theme)
            self.projector.set_address(self._address)
        self.projector.place_beside(self.screen())
        self._project()
        self.window().activateWindow()  # the next Enter is meant for this one

    # -- Slots

    def _on_open(self, wish: Mapping[str, Any]) -> None:
        self.setup.setEnabled(False)
        server = self._context.settings.text("class_server").rstrip("/")
        if server:
            server = server if "://" in server else f"https://{server}"
            at = {"server": server, "address": server, "addresses": [server]}
            self._create(at, self._context.settings.text("class_key"), wish)
            return
        self._wish = wish
        ports = [one["port"] for one in kept.classes() if "port" in one]
        self.server.start(ports[0] if ports else PORT)

    def _on_ready(self, greeting: dict[str, Any]) -> None:
        """Open the class that is wished for; after a crash of the server, go on with the one there was."""
        if self._wish is not None:
            wish, self._wish = self._wish, None
            self._create(greeting, self.server.key, wish)
        else:
            self._on_opened({**self._greeting, **greeting})
            self.line.get("state", self._on_changed, self._on_no_class)

    def _create(self, at: Mapping[str, Any], key: str, wish: Mapping[str, Any]) -> None:
        more = {"title": wish["title"], "day": f"{datetime.now():%d.%m.%Y}"}
        self.line.create(_base(at), key, dict(wish), lambda made: self._on_opened({**at, **made, **more}))

    def _on_opened(self, greeting: dict[str, Any]) -> None:
        kept.keep(greeting)
        self._welcome(greeting)

    def _welcome(self, greeting: Mapping[str, Any]) -> None:
        self._greeting = greeting
        self.setup.setEnabled(True)
        self.lobby.begin.setEnabled(False)  # until it is known where the class stands
        self.lobby.welcome(greeting)
        self.ended.welcome(greeting)
        self.line.open(_base(greeting), greeting["code"], greeting["host"])
        self.panes.setCurrentWidget(self.lobby)
        self.setFocusProxy(self.lobby.begin)

    def _on_refused(self, why: str) -> None:
        self.setup.setEnabled(True)
        self.conduct.show_switches()
        self._context.messages.tell(why)

    def _on_lost(self) -> None:
        """Say that what was asked for was not done."""
        if self._wish is None:
            self.setup.setEnabled(True)
        self.conduct.show_switches()
        self._context.messages.tell(words("classroom.server_away"))

    def _on_no_class(self, why: str) -> None:
        """Let go of a class that its server does not have: it was deleted."""
        if why == "no_room":
            kept.forget(self._greeting["code"])
            self._give_up(words("classroom.deleted_there", code=self._greeting["code"]))

    def _on_failed(self, why: str) -> None:
        self._give_up(words("classroom.not_opened", why=why))

    def _on_address(self, address: str) -> None:
        self._address = address
        if self.projector is not None:
            self.projector.set_address(address)

    def _on_begin(self) -> None:
        self._on_wanted(self.seen["steps"][0])

    def _on_wanted(self, verb: str) -> None:
        if verb == "extend":
            self.line.do(verb, seconds=MORE)
        else:
            seconds = self.setup.seconds if verb == "vote" else None
            self.line.do(verb, seconds=seconds, seen=self.seen["version"])

    def _on_switched(self, verb: str, on: bool) -> None:
        self.line.do(verb, on=on, item=asked_now(self.seen))

    def _on_counts(self, item: int, on: bool) -> None:
        self.line.do("exclude", item=item, on=not on)

    def _on_improvise(self) -> None:
        view = self.view
        code = f"{view.diagram.view.id} peel {max(1, round(view.peel))}" if view is not None else "medial"
        dialog = ImproviseDialog(code, self)
        if dialog.exec():
            self.improvise(dialog.wish())

    def improvise(self, wish: dict[str, Any]) -> None:
        """Ask a question made on the spot, at once."""
        self.line.post("improvise", wish, lambda said: self.line.do("go", item=said["item"]))

    def _on_changed(self, view: dict[str, Any]) -> None:
        if view["version"] < self.seen.get("version", 0) and view["code"] == self.seen.get("code"):
            return
        before, self.seen = self.seen, view
        now = time.time()
        phase = view["phase"]
        self.lobby.show_view(view)
        self.conduct.show_view(view, now)
        pane = {"lobby": self.lobby, "ended": self.ended}.get(phase, self._held)
        if pane is not self.panes.currentWidget():
            self.panes.setCurrentWidget(pane)
            self.setFocusProxy(self.conduct if pane is self._held else None)  # type: ignore[arg-type]  # None takes it away
            if pane is self._held:
                self.conduct.setFocus()
        if pane is self.lobby and not self.lobby.begin.hasFocus() and before.get("phase") != "lobby":
            self.lobby.begin.setFocus()
        if phase == "ended":
            self.ended.show_view(view)
            if before.get("version") != view["version"]:
                kept.keep({**self._greeting, "is_over": True})
                self.line.get("results", self.ended.figures.show_results)
        self._drawing.start()
        self._projecting.start()

    def _project(self) -> None:
        if self.projector is not None and self.seen:
            self.projector.show_view(projected(self.seen), time.time())

    def _on_new(self) -> None:
        self.line.close()
        self.server.stop()
        self.setFocusProxy(None)  # type: ignore[arg-type]
        self.seen = {}
        self.panes.setCurrentWidget(self.setup)
        self.refresh()

    def _on_save(self) -> None:
        self.line.get("results", self._save)

    def _save(self, results: dict[str, Any]) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        offered = str(Path(folder) / f"class-{results['code']}.xlsx")
        name, chosen = QFileDialog.getSaveFileName(self, words("classroom.save"), offered, words("classroom.formats"))
        if name:
            ending = chosen.rpartition("*")[2].rstrip(")")
            self.save_results(Path(name) if Path(name).suffix else Path(name + ending), results)

    def save_results(self, path: Path, results: dict[str, Any]) -> None:
        """Write the results of a class; the ending of the file says how."""
        try:
            (save_pdf if path.suffix.lower() == ".pdf" else tables.save)(path, results)
        except UserError as fault:
            self._context.messages.tell(str(fault))
        else:
            self._context.messages.tell(words("classroom.saved", path=path))

    def _on_delete(self) -> None:
        self.line.delete(lambda _: self._on_deleted())

    def _on_deleted(self) -> None:
        kept.forget(self._greeting["code"])
        self._on_new()

    def _show_diagram(self) -> None:
        view, question = self.view, self.seen.get("question", {})
        if view is None or "view" not in question:
            if view is not None:
                view.set_tool(None)
                view.set_states({})
            return
        diagram = self._context.atlas[question["view"]]
        show_place(view, diagram, self.seen, 14)
        lit = [*self.seen["told"].get("lit", ()), *([question["lit"]] if "lit" in question else [])]
        view.set_states({diagram.regions[at].id: "right" for at in lit})


def _base(greeting: Mapping[str, Any]) -> str:
    """Return the address by which this window reaches a server: its own one by loopback."""
    return str(greeting.get("server") or f"http://127.0.0.1:{greeting['port']}")
