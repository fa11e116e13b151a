"""The window: a rail of pages, the one diagram that they share, and what leads from one to another."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast, runtime_checkable

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeyEvent, QKeySequence, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMainWindow, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from quizapp.base.words import words
from quizapp.desktop.actions import ROWS, row
from quizapp.desktop.context import Context
from quizapp.desktop.diagram.view import DiagramView
from quizapp.desktop.pages.home import HomePage
from quizapp.desktop.parts.notice import Notice
from quizapp.desktop.parts.rail import TABS, Rail
from quizapp.desktop.parts.toast import Toast
from quizapp.desktop.rounds import Rounds
from quizapp.desktop.theme.roles import Roles
from quizapp.quiz.attempt import Attempt
from quizapp.quiz.session import Session

if TYPE_CHECKING:  # pages are imported when they are first seen
    from quizapp.desktop.pages.atlas import AtlasPage
    from quizapp.desktop.pages.classroom import ClassroomPage
    from quizapp.desktop.pages.compare import ComparePage
    from quizapp.desktop.pages.condition import ConditionPage
    from quizapp.desktop.pages.explorer import ExplorerPage
    from quizapp.desktop.pages.results import ResultsPage
    from quizapp.desktop.pages.study import StudyPage

_TAB_OF = {"setup": "study", "problems": "home", "condition": "explorer", "compare": "explorer", "sheets": "study"}


@runtime_checkable
class WithDiagram(Protocol):
    """A page that has a place for the diagram."""

    def adopt(self, view: DiagramView) -> None:
        """Take the diagram in."""

    def release(self) -> None:
        """Give it to another page."""


@runtime_checkable
class Themed(Protocol):
    """A page with colours of its own."""

    def set_theme(self, theme: Roles) -> None:
        """Use another theme."""


@runtime_checkable
class Refreshed(Protocol):
    """A page that shows what is so when it is opened."""

    def refresh(self) -> None:
        """Show what is so now."""


class MainWindow(QMainWindow):
    """Pages in a stack, each built when it is first seen; whichever is on top has the diagram."""

    painted = Signal()

    def __init__(self, context: Context, theme: Roles, folder: Path, questions: Path, rng: random.Random) -> None:
        super().__init__()
        self._context = context
        self._theme = theme
        self._folder = folder
        self._questions = questions
        self._pages: dict[str, QWidget] = {}
        self._makers: dict[str, Callable[[], QWidget]] = {
            "home": self._build_home,
            "atlas": self._build_atlas,
            "setup": self._build_setup,
            "study": self._build_study,
            "results": self._build_results,
            "settings": self._build_settings,
            "problems": self._build_problems,
            "condition": self._build_condition,
            "compare": self._build_compare,
            "explorer": self._build_explorer,
            "sheets": self._build_sheets,
            "classroom": self._build_classroom,
        }
        self.setWindowTitle(words("app.name"))
        self.setMinimumSize(1024, 600)
        self.rounds = Rounds(context, rng, self)
        self.rounds.begun.connect(self._on_begun)
        self.view = DiagramView(context.atlas.first, theme)
        self._build_frame()
        self._build_actions()
        context.messages.told.connect(self._toast.tell)
        self._restore_geometry()
        self.go("home")

    # -- What others call

    @property
    def page(self) -> str:
        """Return the name of the page on show."""
        return next(name for name, page in self._pages.items() if page is self._stack.currentWidget())

    @property
    def home(self) -> HomePage:
        """Return the home page."""
        return cast("HomePage", self._built("home"))

    @property
    def atlas(self) -> AtlasPage:
        """Return the atlas."""
        return cast("AtlasPage", self._built("atlas"))

    @property
    def study(self) -> StudyPage:
        """Return the page that asks."""
        return cast("StudyPage", self._built("study"))

    @property
    def results(self) -> ResultsPage:
        """Return the page of results."""
        return cast("ResultsPage", self._built("results"))

    @property
    def explorer(self) -> ExplorerPage:
        """Return the explorer."""
        return cast("ExplorerPage", self._built("explorer"))

    @property
    def classroom(self) -> ClassroomPage:
        """Return the page of a class."""
        return cast("ClassroomPage", self._built("classroom"))

    def show_condition(self, condition: str) -> None:
        """Show the page of a condition."""
        cast("ConditionPage", self._built("condition")).show_condition(condition)
        self.go("condition")

    def compare(self, conditions: Sequence[str]) -> None:
        """Show two or three conditions side by side."""
        cast("ComparePage", self._built("compare")).show_conditions(conditions)
        self.go("compare")

    def go(self, name: str) -> None:
        """Show a page and give it the diagram if it has a place for it."""
        if name == "study":
            self.study.leave_review()
            if self.study.session is None:
                name = "setup"
        page = self._built(name)
        if isinstance(page, Refreshed):
            page.refresh()
        self._show(page, _TAB_OF.get(name, name))

    def run_action(self, name: str) -> None:
        """Run an action by its name."""
        if name in TABS or name == "sheets":
            self.go(name)
        elif name == "search":
            self._search()
        elif name == "keys":
            self._show_keys()
        elif row(name).page == "atlas":
            self.atlas.do(name)
        else:
            self.study.do(name)

    def set_theme(self, theme: Roles) -> None:
        """Show everything in another theme."""
        self._theme = theme
        self.view.set_theme(theme)
        for page in self._pages.values():
            if isinstance(page, Themed):
                page.set_theme(theme)
        self._rail.tint(theme)

    def bank_read(self) -> None:
        """Show that the questions are there."""
        self.home.show_reading(1, 1)
        self.home.show_problems(len(self._context.problems))
        self.home.refresh()
        for name in ("setup", "atlas", "explorer", "classroom"):
            page = self._pages.get(name)
            if isinstance(page, Refreshed):
                page.refresh()

    def show_reading(self, done: int, of: int) -> None:
        """Show how far the reading of the questions is."""
        self.home.show_reading(done, of)

    def show_notice(self, text: str, action: str = "", run: Callable[[], None] | None = None) -> None:
        """Show a lasting notice above the pages, with something to do about it."""
        self._notice.show_text(text, action, run)

    # -- Building

    def _built(self, name: str) -> QWidget:
        """Return a page, built and wired if this is the first time it is wanted."""
        if name not in self._pages:
            page = self._pages[name] = self._makers[name]()
            self._stack.addWidget(page)
            for one in ROWS:
                if one.page == name:
                    self._add_action(page, one.name, Qt.ShortcutContext.WidgetWithChildrenShortcut)
        return self._pages[name]

    def _build_home(self) -> QWidget:
        page = HomePage(self._context)
        page.atlas_requested.connect(self._on_atlas)
        page.case_requested.connect(self.rounds.case_of_the_day)
        page.continue_requested.connect(self.rounds.go_on)
        page.problems_requested.connect(self._on_problems)
        page.session_requested.connect(self._on_session)
        page.surprise_requested.connect(self.rounds.surprise)
        return page

    def _build_atlas(self) -> QWidget:
        from quizapp.desktop.pages.atlas import AtlasPage

        page = AtlasPage(self._context, self._theme)
        page.ask_requested.connect(self.rounds.about)
        page.drill_requested.connect(self.rounds.drill)
        page.condition_requested.connect(self.show_condition)
        return page

    def _build_setup(self) -> QWidget:
        from quizapp.desktop.pages.setup import SetupPage

        page = SetupPage(self._context)
        page.start_requested.connect(self.rounds.chosen)
        page.surprise_requested.connect(self.rounds.surprise)
        page.patients_requested.connect(self.rounds.patients)
        page.set_requested.connect(self._on_set)
        return page

    def _build_study(self) -> QWidget:
        from quizapp.desktop.pages.study import StudyPage

        page = StudyPage(self._context, self._theme)
        page.answered.connect(self._toast.hide)
        page.answered.connect(self.rounds.record)
        page.finished.connect(self._on_finished)
        page.compare_requested.connect(self.compare)
        return page

    def _build_results(self) -> QWidget:
        from quizapp.desktop.pages.results import ResultsPage

        page = ResultsPage(self._context, self._theme)
        page.again_requested.connect(self.rounds.again)
        page.new_requested.connect(self._on_new)
        page.review_requested.connect(self._on_review)
        page.session_requested.connect(self._on_session)
        return page

    def _build_settings(self) -> QWidget:
        from quizapp.desktop.settings.page import SettingsPage

        return SettingsPage(self._context.settings, self._folder)

    def _build_problems(self) -> QWidget:
        from quizapp.desktop.pages.problems import ProblemsPage

        return ProblemsPage(self._context)

    def _build_condition(self) -> QWidget:
        from quizapp.desktop.pages.condition import ConditionPage

        page = ConditionPage(self._context, self._theme)
        page.compare_requested.connect(self.compare)
        page.structure_requested.connect(self._on_atlas)
        page.practise_requested.connect(self.rounds.between)
        return page

    def _build_compare(self) -> QWidget:
        from quizapp.desktop.pages.compare import ComparePage

        page = ComparePage(self._context, self._theme)
        page.condition_requested.connect(self.show_condition)
        page.practise_requested.connect(self.rounds.between)
        return page

    def _build_explorer(self) -> QWidget:
        from quizapp.desktop.pages.explorer import ExplorerPage

        page = ExplorerPage(self._context, self._theme)
        page.condition_requested.connect(self.show_condition)
        page.compare_requested.connect(self.compare)
        return page

    def _build_sheets(self) -> QWidget:
        from quizapp.desktop.pages.sheet import SheetPage

        return SheetPage(self._context)

    def _build_classroom(self) -> QWidget:
        from quizapp.desktop.pages.classroom import ClassroomPage

        return ClassroomPage(self._context, self._theme, self._questions)

    def _build_frame(self) -> None:
        body = QWidget()
        body.setObjectName("page")
        layout = QHBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._rail = Rail(self._theme)
        self._rail.chosen.connect(self.run_action)
        layout.addWidget(self._rail)
        right = QVBoxLayout()
        right.setSpacing(0)
        self._notice = Notice()
        self._stack = QStackedWidget()
        right.addWidget(self._notice)
        right.addWidget(self._stack, 1)
        layout.addLayout(right, 1)
        self.setCentralWidget(body)
        self._toast = Toast(self)

    def _build_actions(self) -> None:
        for one in ROWS:
            if not one.page:
                self._add_action(self, one.name, Qt.ShortcutContext.WindowShortcut)

    def _add_action(self, owner: QWidget, name: str, where: Qt.ShortcutContext) -> None:
        action = QAction(words(row(name).label), self)
        action.setShortcuts([QKeySequence(key) for key in row(name).keys])
        action.setShortcutContext(where)
        action.setData(name)
        action.triggered.connect(self._on_action)
        owner.addAction(action)

    def _restore_geometry(self) -> None:
        kept = self._context.settings.remembered("geometry")
        if not kept or not self.restoreGeometry(QByteArray.fromBase64(kept.encode())):
            self.resize(1280, 800)

    # -- Qt events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press a tab of the rail by Enter too."""
        focused = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, QToolButton):
            focused.click()
        else:
            super().keyPressEvent(event)

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
        if "classroom" in self._pages:
            self.classroom.close_class()
        super().closeEvent(event)

    # -- Slots

    def _on_action(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        self.run_action(action.data())

    def _on_found(self, sort: str, name: str) -> None:
        if sort == "structure":
            self._on_atlas(name)
        elif sort == "condition":
            self.show_condition(name)
        elif sort == "compare":
            self.compare(name.split("+"))
        elif sort == "page":
            self.go(name)
        else:
            self.go("atlas")
            self.atlas.do(name)

    def _on_atlas(self, structure: str) -> None:
        self.go("atlas")
        if structure:
            self.atlas.select(structure)

    def _on_begun(self, session: Session) -> None:
        self.study.start(session)
        self.go("study")

    def _on_finished(self, session: Session | None) -> None:
        if session is not None and not self.study.is_review:
            if session.current is None:  # a round that was left can be continued
                self.rounds.finish(session)
            self.study.clear_session()
            if not session.attempts:
                self.go("home")
                return
            self.results.show_session(session)
        self.go("results")

    def _on_new(self) -> None:
        self.go("setup")

    def _on_set(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, words("setup.study_set"), "", words("setup.study_set_files"))
        if name:
            self.rounds.study_set(Path(name))

    def _on_problems(self) -> None:
        self.go("problems")

    def _on_review(self, attempt: Attempt) -> None:
        self.study.review(self._context.bank[attempt.question_id], attempt)
        self._show(self.study, "results")

    def _on_session(self, session_id: str) -> None:
        self.results.show_session(self._context.store.session(session_id))
        self.go("results")

    # -- Helpers

    def _show_keys(self) -> None:
        from quizapp.desktop.parts.key_map import KeyMap

        KeyMap(self.page, self).exec()

    def _search(self) -> None:
        from quizapp.desktop.parts.command import CommandSearch

        search = CommandSearch(self._context, self)
        search.chosen.connect(self._on_found)
        search.exec()

    def _show(self, page: QWidget, tab: str) -> None:
        """Bring a page to the top, the diagram with it if the page has a place for one."""
        before = self._stack.currentWidget()
        if before is not page or self.view.parent() is None:
            if before is not page and isinstance(before, WithDiagram):
                before.release()
            self._stack.setCurrentWidget(page)
            if isinstance(page, WithDiagram):
                page.adopt(self.view)
                self.view.show()
            page.setFocus()
        self._rail.check(tab)
