"""Results of a round: shares by topic and level, and every question to look at again."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from quizapp.base.words import words
from quizapp.desktop.context import Context
from quizapp.desktop.parts.session_link import session_link
from quizapp.desktop.parts.sign import sign
from quizapp.desktop.parts.text import GRID, button, clear, label, named, number, reading_page, set_look
from quizapp.desktop.theme.roles import Roles
from quizapp.quiz.attempt import Attempt
from quizapp.quiz.results import Results, Share, results
from quizapp.quiz.scoring import RULES
from quizapp.quiz.session import Session

LEVELS = ("recall", "interpretation", "reasoning")


class ResultsPage(QWidget):
    """What a round showed."""

    review_requested = Signal(object)
    again_requested = Signal(object)
    new_requested = Signal()
    session_requested = Signal(str)

    def __init__(self, context: Context, theme: Roles, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._context = context
        self._theme = theme
        self._again: tuple[str, ...] = ()
        self._shown = False
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._scroll, self._column = reading_page(860)
        outer.addWidget(self._scroll, 1)
        outer.addWidget(self._build_foot())

    def set_theme(self, theme: Roles) -> None:
        """Use another theme from the next showing on."""
        self._theme = theme

    def refresh(self) -> None:
        """Show the round that ended last, or say what this place is for; a round on show stays."""
        if self._shown:
            return
        latest = self._context.store.finished(1)
        if latest:
            self.show_session(latest[0])
        else:
            clear(self._column)
            self._column.addWidget(label(words("results.title"), "title"))
            self._column.addWidget(label(words("results.none"), "quiet"))
            self._column.addStretch(1)
            self._set_again(())

    def show_session(self, session: Session) -> None:
        """Show a round."""
        found = results(session.attempts, self._context.bank)
        self._shown = True
        clear(self._column)
        self._column.addWidget(label(session.title or words("results.title"), "strong"))
        self._build_score(session, found)
        self._build_shares(found)
        self._build_flags(found)
        self._build_questions(session)
        self._build_earlier(session)
        self._column.addStretch(1)
        self._set_again(found.again)
        self._scroll.verticalScrollBar().setValue(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do the primary thing by Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            (self._more if self._again else self._new).click()
        else:
            super().keyPressEvent(event)

    def _build_foot(self) -> QWidget:
        foot = named(QWidget(), "column")
        row = QHBoxLayout(foot)
        row.setContentsMargins(3 * GRID, GRID, 3 * GRID, 2 * GRID)
        row.setSpacing(GRID)
        row.addStretch(1)
        self._new = button(words("results.new_round"))
        self._new.clicked.connect(self.new_requested)
        self._more = button(words("results.again"), "primary")
        self._more.clicked.connect(self._on_again)
        row.addWidget(self._new)
        row.addWidget(self._more)
        return foot

    def _set_again(self, questions: tuple[str, ...]) -> None:
        self._again = questions
        self._more.setVisible(bool(questions))
        set_look(self._new, "" if questions else "primary")

    def _build_score(self, session: Session, found: Results) -> None:
        points = RULES["plain"](session.attempts)
        line = words("results.score", points=number(points), of=found.total.of)
        self._column.addWidget(label(line, "title"))
        if not found.again:
            self._column.addWidget(label(words("results.again_none"), "quiet"))

    def _build_shares(self, found: Results) -> None:
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, GRID, 0, GRID)
        grid.setHorizontalSpacing(2 * GRID)
        grid.setVerticalSpacing(GRID)
        row = 0
        for heading, shares, name_of in (
            ("results.by_topic", found.topics, str),
            (
                "results.by_level",
                sorted(found.levels, key=lambda share: LEVELS.index(share.name)),
                lambda level: words(f"levels.{level}"),
            ),
        ):
            grid.addWidget(label(words(heading), "small"), row, 0, 1, 3)
            grid.setRowMinimumHeight(row, 4 * GRID)
            for share in shares:
                row += 1
                self._add_share(grid, row, share, name_of(share.name))
            row += 1
        grid.setColumnStretch(1, 1)
        self._column.addWidget(box)

    def _add_share(self, grid: QGridLayout, row: int, share: Share, name: str) -> None:
        bar = QProgressBar(textVisible=False)
        bar.setMaximumWidth(240)
        bar.setRange(0, 100)
        bar.setValue(round(100 * share.marks / share.of))
        bar.setAccessibleName(words("results.share", name=name, marks=number(share.marks), of=share.of))
        grid.addWidget(label(name, wrap=False), row, 0)
        grid.addWidget(bar, row, 1, Qt.AlignmentFlag.AlignVCenter)
        marks = words("results.score", points=number(share.marks), of=share.of)
        grid.addWidget(label(marks, "small", wrap=False), row, 2, Qt.AlignmentFlag.AlignRight)

    def _build_flags(self, found: Results) -> None:
        for name, attempts in (("lucky", found.lucky), ("errors", found.confident_errors)):
            if attempts:
                self._column.addWidget(label(words(f"results.{name}", count=len(attempts)), "strong"))
                self._column.addWidget(label(words(f"results.{name}_note"), "small"))
                for attempt in attempts:
                    self._column.addWidget(self._row(attempt))

    def _build_questions(self, session: Session) -> None:
        self._column.addSpacing(GRID)
        self._column.addWidget(label(words("results.questions"), "small"))
        for attempt in session.attempts:
            self._column.addWidget(self._row(attempt))

    def _row(self, attempt: Attempt) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(sign(self._theme, attempt.outcome, 20))
        outcome = words(f"outcome.{attempt.outcome}")
        layout.addWidget(self._link(attempt, outcome), 1)
        sure = words(f"study.{attempt.certainty}") if attempt.certainty else ""
        layout.addWidget(label(" · ".join(one for one in (outcome, sure) if one), "small", wrap=False))
        return row

    def _link(self, attempt: Attempt, outcome: str) -> QPushButton:
        known = attempt.question_id in self._context.bank
        text = self._context.bank[attempt.question_id].objective if known else words("results.gone")
        link = button(text, "link")
        link.setAccessibleName(f"{outcome}: {text}")
        link.setEnabled(known)
        link.setProperty("attempt", attempt)
        link.clicked.connect(self._on_review)
        return link

    def _build_earlier(self, session: Session) -> None:
        earlier = [one for one in self._context.store.finished(6) if one.id != session.id]
        if not earlier:
            return
        self._column.addSpacing(GRID)
        self._column.addWidget(label(words("results.earlier"), "small"))
        for one in earlier:
            self._column.addWidget(session_link(one, self.session_requested.emit, tells_day=True))

    def _on_review(self) -> None:
        self.review_requested.emit(self.sender().property("attempt"))

    def _on_again(self) -> None:
        self.again_requested.emit(self._again)
