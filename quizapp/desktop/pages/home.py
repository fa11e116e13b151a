"""Home: the picture, what was left unfinished, and one good thing to do next."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from quizapp.base.words import words
from quizapp.desktop.context import Context
from quizapp.desktop.diagram.look import State
from quizapp.desktop.diagram.view import DiagramView
from quizapp.desktop.parts.session_link import session_link
from quizapp.desktop.parts.text import GRID, button, clear, label, named, set_look
from quizapp.quiz.session import Session

_PANEL = 344
_KNOWN, _SHAKY = 0.8, 0.5


class HomePage(QWidget):
    """The diagram, large, tinted with what is known, and beside it what to do."""

    continue_requested = Signal(object)
    surprise_requested = Signal()
    case_requested = Signal()
    atlas_requested = Signal(str)
    session_requested = Signal(str)
    problems_requested = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._context = context
        self._view: DiagramView | None = None
        self._unfinished: Session | None = None
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        stage = QWidget()
        self._stage = QVBoxLayout(stage)
        self._stage.setContentsMargins(0, 0, 0, 0)
        self._note = label("", "small")
        self._note.setContentsMargins(3 * GRID, 0, 0, GRID)
        self._stage.addWidget(self._note)
        layout.addWidget(stage, 1)
        layout.addWidget(self._build_panel())

    # -- What the window calls

    def adopt(self, view: DiagramView) -> None:
        """Take the diagram in."""
        self._view = view
        self._stage.insertWidget(0, view, 1)
        view.region_clicked.connect(self._on_clicked)
        view.tells_names = True
        view.set_diagram(self._context.atlas.first)
        view.set_labels((), self._context.names())
        view.set_mirrored(False)
        view.set_peel(2.0)
        view.set_states(self._tints())
        view.setAccessibleName(view.caption)
        view.setAccessibleDescription(view.diagram.view.alt)

    def release(self) -> None:
        """Give the diagram to another page."""
        if self._view is not None:
            self._view.region_clicked.disconnect(self._on_clicked)
            self._view.set_states({})
            self._view = None

    def refresh(self) -> None:
        """Show the hour, what is unfinished, and the last results."""
        hour = self._context.clock().astimezone().hour
        part = "morning" if hour < 12 else "afternoon" if hour < 18 else "evening"
        self._greeting.setText(words(f"home.{part}"))
        self._unfinished = self._context.store.unfinished()
        ready = len(self._context.bank) > 0
        unfinished = self._unfinished is not None
        if self._unfinished is not None:
            title = self._unfinished.title or words("study.untitled")
            done, of = len(self._unfinished.attempts), len(self._unfinished.questions)
            self._state.setText(words("home.interrupted", title=title, done=done, of=of))
        else:
            self._state.setText(words("home.intro"))
        self._continue.setVisible(unfinished)
        set_look(self._surprise, "" if unfinished else "primary")
        for one in (self._continue, self._surprise, self._case):
            one.setEnabled(ready)
        self._show_last()
        if self._view is not None:
            self._view.set_states(self._tints())

    def show_reading(self, done: int, of: int) -> None:
        """Show how far the reading of the questions is."""
        self._reading.setVisible(done < of)
        self._bar.setVisible(done < of)
        self._bar.setRange(0, max(of, 1))
        self._bar.setValue(done)

    def show_problems(self, count: int) -> None:
        """Say how many questions could not be read, or that there are none at all."""
        self._problems.setVisible(count > 0)
        self._problems.setText(words("home.problems", count=count))
        self._what_is_wrong.setVisible(count > 0)
        self._empty.setVisible(len(self._context.bank) == 0)

    # -- Building

    def _build_panel(self) -> QWidget:
        panel = named(QFrame(), "panel")
        panel.setFixedWidth(_PANEL)
        column = QVBoxLayout(panel)
        column.setContentsMargins(3 * GRID, 4 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        self._greeting = label("", "title")
        self._state = label("", "quiet")
        column.addWidget(self._greeting)
        column.addWidget(self._state)
        column.addSpacing(GRID)
        self._reading = label(words("home.reading"), "small")
        self._bar = QProgressBar(textVisible=False)
        self._empty = label(words("home.no_bank"), "near")
        self._problems = label("", "near")
        self._what_is_wrong = button(words("home.show_problems"), "link")
        self._what_is_wrong.clicked.connect(self.problems_requested)
        for one in (self._reading, self._bar, self._empty, self._problems, self._what_is_wrong):
            one.hide()
            column.addWidget(one)
        self._last = QVBoxLayout()
        self._last.setSpacing(0)
        column.addLayout(self._last)
        column.addStretch(1)
        column.addWidget(label(words("app.disclaimer"), "small"))
        column.addSpacing(GRID)
        column.addLayout(self._build_buttons())
        return panel

    def _build_buttons(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(GRID)
        atlas = button(words("home.explore"))
        atlas.clicked.connect(self._on_atlas)
        self._case = button(words("home.case_of_day"))
        self._case.setToolTip(words("home.case_note"))
        self._case.clicked.connect(self.case_requested)
        self._surprise = button(words("home.surprise"))
        self._surprise.setToolTip(words("home.surprise_note"))
        self._surprise.clicked.connect(self.surprise_requested)
        self._continue = button(words("home.continue"), "primary")
        self._continue.clicked.connect(self._on_continue)
        for one in (atlas, self._case, self._surprise, self._continue):
            column.addWidget(one)
        return column

    # -- Qt events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do the primary thing by Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            (self._surprise if self._unfinished is None else self._continue).click()
        else:
            super().keyPressEvent(event)

    # -- Slots

    def _on_clicked(self, structure: str, at: QPointF) -> None:
        if structure:
            self.atlas_requested.emit(structure)

    def _on_atlas(self) -> None:
        self.atlas_requested.emit("")

    def _on_continue(self) -> None:
        self.continue_requested.emit(self._unfinished)

    # -- Helpers

    def _show_last(self) -> None:
        clear(self._last)
        self._last.addWidget(label(words("home.last"), "small"))
        finished = self._context.store.finished(3)
        if not finished:
            self._last.addWidget(label(words("home.no_results"), "quiet"))
        for one in finished:
            link = session_link(one, self.session_requested.emit)
            self._last.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)

    def _tints(self) -> dict[str, State]:
        """Return what the learner knows well and what wants another look, from the answers so far."""
        marks: dict[str, list[float]] = {}
        for attempt in self._context.store.attempts():
            for key in attempt.asked:
                if key in self._context.atlas.first.by_id:
                    marks.setdefault(key, []).append(attempt.mark)
        means = {one: sum(some[-3:]) / len(some[-3:]) for one, some in marks.items()}
        tints: dict[str, State] = {one: "known" for one, mean in means.items() if mean >= _KNOWN}
        tints |= {one: "shaky" for one, mean in means.items() if mean < _SHAKY}
        self._note.setText(words("home.tint_note") if tints else "")
        return tints
