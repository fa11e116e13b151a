"""The window: a rail of pages, the one diagram that they share, and what leads from one to another."""

from __future__ import annotations

import random
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QByteArray, QSize, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QMainWindow, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from quizapp.base.words import words
from quizapp.desktop.actions import ROWS, row
from quizapp.desktop.context import Context
from quizapp.desktop.diagram.view import DiagramView
from quizapp.desktop.pages.atlas import AtlasPage
from quizapp.desktop.pages.home import HomePage
from quizapp.desktop.pages.problems import ProblemsPage
from quizapp.desktop.pages.results import ResultsPage
from quizapp.desktop.pages.setup import SetupPage
from quizapp.desktop.pages.study import StudyPage
from quizapp.desktop.parts.command import CommandSearch
from quizapp.desktop.parts.key_map import KeyMap, shown_keys
from quizapp.desktop.parts.notice import Notice
from quizapp.desktop.parts.text import GRID
from quizapp.desktop.parts.toast import Toast
from quizapp.desktop.settings.page import SettingsPage
from quizapp.desktop.theme.icons import icon
from quizapp.desktop.theme.roles import Roles
from quizapp.quiz.attempt import Attempt
from quizapp.quiz.selection import WAYS
from quizapp.quiz.session import Session

_ROUND = 10


@runtime_checkable
class WithDiagram(Protocol):
    """A page that has a place for the diagram."""

    def adopt(self, view: DiagramView) -> None:
        """Take the diagram in."""

    def release(self) -> None:
        """Give it to another page."""


class MainWindow(QMainWindow):
    """Pages in a stack; whichever is on top has the diagram."""

    painted = Signal()

    def __init__(self, context: Context, theme: Roles, folder: Path, rng: random.Random) -> None:
        super().__init__()
        self._context = context
        self._theme = theme
        self._rng = rng
        self._waiting: list[Attempt] = []
        self.setWindowTitle(words("app.name"))
        self.setMinimumSize(1024, 600)
        self.view = DiagramView(context.diagram, theme)
        self._build_pages(folder)
        self._build_rail()
        self._build_frame()
        self._build_actions()
        self._connect()
        self._restore_geometry()
        self._home.adopt(self.view)
        self.go("home")
        self._stack.setFocus()

    # -- What others call

    @property
    def page(self) -> str:
        """Return the name of the page on show."""
        return next(name for name, page in self._pages.items() if page is self._stack.currentWidget())

    def page_named(self, name: str) -> QWidget:
        """Return a page by its name."""
        return self._pages[name]

    def go(self, name: str) -> None:
        """Show a page and give it the diagram if it has a place for it."""
        if name == "study" and self._study.session is None:
            name = "setup"
        page = self._pages[name]
        if isinstance(page, HomePage | SetupPage):
            page.refresh()
        if isinstance(page, ResultsPage) and not page.has_session:
            page.show_latest()
        self._show(page, {"setup": "study", "problems": "home"}.get(name, name))

    def set_theme(self, theme: Roles) -> None:
        """Show everything in another theme."""
        self._theme = theme
        self.view.set_theme(theme)
        for page in (self._atlas, self._study, self._results):
            page.set_theme(theme)
        self._tint_rail()

    def bank_read(self) -> None:
        """Show that the questions are there."""
        home = self._home
        home.show_reading(1, 1)
        home.show_problems(len(self._context.bank.problems))
        home.refresh()
        self._setup.refresh()

    def show_reading(self, done: int, of: int) -> None:
        """Show how far the reading of the questions is."""
        self._home.show_reading(done, of)

    def show_notice(self, text: str, action: str = "", run: Callable[[], None] | None = None) -> None:
        """Show a lasting notice above the pages, with something to do about it."""
        self._notice.show_text(text, action, run)

    def toast_place(self) -> None:
        """Keep the toast at the lower edge."""
        self._toast.place()

    # -- Building

    def _build_pages(self, folder: Path) -> None:
        context, theme = self._context, self._theme
        self._home = HomePage(context)
        self._atlas = AtlasPage(context, theme)
        self._setup = SetupPage(context)
        self._study = StudyPage(context, theme)
        self._results = ResultsPage(context, theme)
        self._problems = ProblemsPage(context)
        self._pages: dict[str, QWidget] = {
            "home": self._home,
            "atlas": self._atlas,
            "setup": self._setup,
            "study": self._study,
            "results": self._results,
            "settings": SettingsPage(context.settings, folder),
            "problems": self._problems,
        }
        self._stack = QStackedWidget()
        for page in self._pages.values():
            self._stack.addWidget(page)

    def _build_rail(self) -> None:
        self._rail = QFrame(objectName="rail")
        self._rail.setFixedWidth(92)
        column = QVBoxLayout(self._rail)
        column.setContentsMargins(GRID, 2 * GRID, GRID, 2 * GRID)
        column.setSpacing(GRID)
        self._tabs: dict[str, QToolButton] = {}
        group = QButtonGroup(self)
        for name in ("home", "atlas", "study", "results", "settings"):
            tab = QToolButton(text=words(f"pages.{name}"), checkable=True)
            tab.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
            tab.setProperty("look", "rail")
            tab.setProperty("page", name)
            tab.setIconSize(QSize(22, 22))
            tab.setFixedSize(76, 62)
            tab.setToolTip(f"{words(f'pages.{name}')}  {shown_keys(row(name).keys)}")
            tab.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            tab.clicked.connect(self._on_tab)
            group.addButton(tab)
            if name == "settings":
                column.addStretch(1)
            column.addWidget(tab)
            self._tabs[name] = tab
        self._tint_rail()

    def _build_frame(self) -> None:
        body = QWidget(objectName="page")
        layout = QHBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._rail)
        right = QVBoxLayout()
        right.setSpacing(0)
        self._notice = Notice()
        right.addWidget(self._notice)
        right.addWidget(self._stack, 1)
        layout.addLayout(right, 1)
        self.setCentralWidget(body)
        self._toast = Toast(self)

    def _build_actions(self) -> None:
        tools = self._atlas.tools()
        for one in ROWS:
            action = QAction(words(one.label), self)
            action.setShortcuts([QKeySequence(key) for key in one.keys])
            action.setData(one.name)
            action.triggered.connect(self._on_action)
            (self._pages[one.page] if one.page else self).addAction(action)
            action.setShortcutContext(
                Qt.ShortcutContext.WidgetWithChildrenShortcut if one.page else Qt.ShortcutContext.WindowShortcut
            )
            if one.name in tools:
                tools[one.name].setToolTip(f"{words(one.label)}  {shown_keys(one.keys)}")
                tools[one.name].setAccessibleName(words(one.label))

    def _connect(self) -> None:
        self._context.messages.told.connect(self._toast.tell)
        self._atlas.ask_requested.connect(self._on_ask_about)
        self._home.atlas_requested.connect(self._on_atlas)
        self._home.case_requested.connect(self._on_case)
        self._home.continue_requested.connect(self._on_continue)
        self._home.problems_requested.connect(self._on_problems)
        self._home.session_requested.connect(self._on_session)
        self._home.surprise_requested.connect(self._on_surprise)
        self._results.again_requested.connect(self._on_again)
        self._results.new_requested.connect(self._on_new)
        self._results.review_requested.connect(self._on_review)
        self._results.session_requested.connect(self._on_session)
        self._setup.start_requested.connect(self._on_start)
        self._setup.surprise_requested.connect(self._on_surprise)
        self._study.answered.connect(self._on_answered)
        self._study.finished.connect(self._on_finished)

    def _restore_geometry(self) -> None:
        kept = self._context.settings.remembered("geometry")
        if not kept or not self.restoreGeometry(QByteArray.fromBase64(kept.encode())):
            self.resize(1280, 800)

    # -- Qt events

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the toast in its place."""
        super().resizeEvent(event)
        self._toast.place()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Say that the window was painted."""
        super().paintEvent(event)
        self.painted.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the window and stop drawing."""
        self._context.settings.remember("geometry", bytes(self.saveGeometry().toBase64().data()).decode())
        self.view.close_art()
        super().closeEvent(event)

    # -- Slots

    def _on_tab(self) -> None:
        self.go(self.sender().property("page"))

    def _on_action(self) -> None:
        self.run_action(self.sender().data())

    def run_action(self, name: str) -> None:
        """Run an action by its name."""
        if name in self._tabs:
            self.go(name)
        elif name == "search":
            self._search()
        elif name == "keys":
            KeyMap(self.page, self).exec()
        elif row(name).page == "atlas":
            self._atlas.do(name)
        else:
            self._study.do(name)

    def _on_found(self, sort: str, name: str) -> None:
        if sort == "structure":
            self._on_atlas(name)
        elif sort == "condition":
            drawn = [one for one in self._context.clinic.conditions[name].structures if one in self._context.diagram.by_id]
            self._on_atlas(drawn[0] if drawn else "")
        elif sort == "page":
            self.go(name)
        else:
            self.go("atlas")
            self._atlas.do(name)

    def _on_atlas(self, structure: str) -> None:
        self.go("atlas")
        if structure:
            self._atlas.select(structure)

    def _on_surprise(self) -> None:
        self.begin(words("study.surprise_title"), [one.id for one in self._context.bank.choose()], _ROUND)

    def _on_case(self) -> None:
        cases = [one.id for one in self._context.bank.choose(levels=("reasoning",))]
        day = random.Random(self._context.clock().date().isoformat())
        if cases:
            self.begin(words("study.case_title"), [day.choice(cases)], 1)

    def _on_ask_about(self, structure: str) -> None:
        title = words("study.about_title", name=self._context.catalogue.name(structure))
        self.begin(title, self._context.about(structure), _ROUND)

    def _on_start(self, questions: list[str], length: int) -> None:
        topics = {self._context.bank[one].topic for one in questions}
        self.begin(topics.pop() if len(topics) == 1 else "", questions, length or len(questions))

    def _on_again(self, questions: tuple[str, ...]) -> None:
        self.begin(words("study.again_title"), list(questions), len(questions))

    def _on_continue(self, session: Session) -> None:
        gone = {one for one in session.questions if one not in self._context.bank}
        self._run(session.without(gone))

    def _on_new(self) -> None:
        self.go("setup")

    def _on_problems(self) -> None:
        self._problems.refresh()
        self.go("problems")

    def _on_review(self, attempt: Attempt) -> None:
        self._study.review(self._context.bank[attempt.question_id], attempt)
        self._show(self._study, "results")

    def _on_session(self, session_id: str) -> None:
        self._results.show_session(self._context.store.session(session_id))
        self.go("results")

    def _on_answered(self, attempt: Attempt) -> None:
        """Put the answer on disk at once; what cannot be written is kept and tried again with the next."""
        self._waiting.append(attempt)
        while self._waiting:
            first = self._waiting[0]
            if not self._context.messages.try_to(lambda: self._context.store.record(first)):
                return
            self._waiting.pop(0)

    def _on_finished(self, session: Session | None) -> None:
        if session is not None and not self._study.is_review:
            now = self._context.clock()
            self._context.messages.try_to(lambda: self._context.store.finish(session.id, now))
            self._study.clear_session()
            self._results.show_session(session)
        self.go("results")

    # -- Helpers

    def _search(self) -> None:
        search = CommandSearch(self._context, self)
        search.chosen.connect(self._on_found)
        search.exec()

    def begin(self, title: str, questions: list[str], count: int) -> None:
        """Begin a round of some questions and show its first."""
        candidates = [self._context.bank[one] for one in questions]
        chosen = WAYS["mixed"](candidates, count, self._rng)
        if not chosen:
            self._context.messages.tell(words("atlas.nothing_to_ask"))
            return
        session = Session(
            id=uuid.UUID(int=self._rng.getrandbits(128), version=4).hex,
            title=title,
            seed=self._rng.getrandbits(32),
            questions=tuple(chosen),
            started=self._context.clock(),
        )
        self._context.messages.try_to(lambda: self._context.store.start(session))
        self._run(session)

    def _run(self, session: Session) -> None:
        self._study.start(session)
        self.go("study")

    def _show(self, page: QWidget, tab: str) -> None:
        """Bring a page to the top, the diagram with it if the page has a place for one."""
        before = self._stack.currentWidget()
        if before is not page:
            if isinstance(before, WithDiagram):
                before.release()
            self._stack.setCurrentWidget(page)
            if isinstance(page, WithDiagram):
                page.adopt(self.view)
                self.view.show()
            page.setFocus()
        self._tabs[tab].setChecked(True)

    def _tint_rail(self) -> None:
        for name, tab in self._tabs.items():
            tab.setIcon(icon(row(name).icon, self._theme.text))
