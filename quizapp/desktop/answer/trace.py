"""A course felt with a finger: drawn on the skin, with one point to press where it is asked for."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from quizapp.bank.kinds.trace import Trace
from quizapp.base.words import words
from quizapp.desktop.answer.base import AnswerWidget, Asked
from quizapp.desktop.diagram.tools.pencil import Compared, Pencil
from quizapp.desktop.diagram.view import DiagramView
from quizapp.desktop.parts.text import GRID, button, label
from quizapp.quiz.attempt import Attempt, Response

_WASHES = ("territory", "space")  # painted over the skin that is to be felt


class TraceAnswer(AnswerWidget):
    """Draw on the diagram; the arrow keys and Space do the same."""

    draws = True

    def __init__(self, asked: Asked, parent: QWidget | None = None) -> None:
        super().__init__(asked, parent)
        assert isinstance(asked.question, Trace)
        self._presses = asked.question.press is not None
        self.pencil = Pencil()
        self.pencil.changed.connect(self._on_drawn)
        self.pencil.said.connect(self.say)
        self.column.addWidget(label(words("study.trace_hint"), "quiet"))
        if self._presses:
            self.column.addWidget(label(words("study.press_hint"), "quiet"))
        self.column.addWidget(label(words("study.trace_keys"), "small"))
        self._said = label("", "small")
        row = QHBoxLayout()
        row.setSpacing(GRID)
        again = button(words("study.draw_again"))
        again.clicked.connect(self.pencil.clear)
        row.addWidget(again)
        undo = button(words("study.undo"))
        undo.clicked.connect(self.pencil.undo)
        row.addWidget(undo)
        if self._presses:
            here = button(words("study.press_here"))
            here.clicked.connect(self._on_press_here)
            row.addWidget(here)
        row.addStretch(1)
        self.column.addLayout(row)
        self.column.addWidget(self._said)
        self.column.addWidget(label(words("study.only_a_picture"), "small"))
        self._on_drawn()

    def attach(self, view: DiagramView) -> None:
        """Put the pencil into the person's hand."""
        super().attach(view)
        view.setAccessibleName(words("study.diagram_open"))
        catalogue = self.asked.context.catalogue
        view.set_hidden([one for one in self.asked.diagram.by_id if catalogue[one].system in _WASHES])
        view.set_tool(self.pencil)
        view.setAccessibleDescription(f"{self.asked.question.ask} {words('study.trace_keys')}")

    def detach(self, view: DiagramView) -> None:
        """Take the pencil away."""
        view.set_tool(None)
        super().detach(view)

    @property
    def missing(self) -> str:
        """Say whether it is the course or the point."""
        return words("study.press_now" if len(self.pencil.line) > 1 else "study.draw_first")

    def response(self) -> Response | None:
        """Return the line, once there is one, and the point where one is asked for."""
        pencil = self.pencil
        if len(pencil.line) < 2 or (self._presses and pencil.point is None):
            return None
        return Response(drawn=pencil.line, point=pencil.point if self._presses else None)

    @staticmethod
    def told(asked: Asked, attempt: Attempt) -> Compared:
        """Return the true course over what was drawn."""
        assert isinstance(asked.question, Trace)
        drawn = Pencil()
        drawn.line, drawn.point = attempt.drawn, attempt.point
        return Compared(drawn, asked.question.course, asked.question.press)

    def _on_drawn(self) -> None:
        line = words("study.line_drawn" if len(self.pencil.line) > 1 else "study.line_missing")
        point = words("study.point_pressed" if self.pencil.point is not None else "study.point_missing")
        self._said.setText(f"{line}  {point}" if self._presses else line)
        self.changed.emit()

    def _on_press_here(self) -> None:
        view = self.view
        if view is not None:
            self.pencil.press_point(self.pencil.cursor or view.camera.centre)
            self.pencil.said.emit(words("study.point_pressed"))
            view.setFocus()
