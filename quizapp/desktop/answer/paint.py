"""A patch of skin: painted, or put together from numbered fields."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QWidget

from quizapp.anatomy import patch
from quizapp.anatomy.diagram import DEEPEST
from quizapp.base.words import words
from quizapp.desktop.answer.base import Asked
from quizapp.desktop.answer.markers import MarkedAnswer
from quizapp.desktop.diagram.tools.brush import RADII, Brush, Overlaid
from quizapp.desktop.diagram.view import DiagramView
from quizapp.desktop.parts.flow import FlowLayout
from quizapp.desktop.parts.text import button, label
from quizapp.quiz.attempt import Attempt, Response
from quizapp.quiz.marking import paint as marking

_SIZES = dict(zip(("fine", "medium", "broad"), RADII, strict=True))


class PaintAnswer(MarkedAnswer):
    """Paint on the diagram; markers offer the fields by keyboard and touch."""

    several = True
    draws = True

    def __init__(self, asked: Asked, parent: QWidget | None = None) -> None:
        super().__init__(asked, parent)
        self.brush = Brush(marking.ground(asked.diagram))
        self.brush.changed.connect(self._on_painted)
        self.brush.said.connect(self.say)
        self.column.insertWidget(0, label(words("study.paint_hint"), "quiet"))
        self.column.insertLayout(1, self._build_tools())
        self.column.insertWidget(2, label(words("study.paint_keys"), "small"))
        self.column.insertWidget(3, self.markers, 0, Qt.AlignmentFlag.AlignLeft)
        for card in self.cards:
            card.toggled.connect(self._on_card)

    def attach(self, view: DiagramView) -> None:
        """Put the brush into the person's hand."""
        super().attach(view)
        view.set_hidden(list(self.asked.diagram.by_id))  # a bare body: the fields and their nerves would tell
        view.set_peel(float(DEEPEST))
        view.set_tool(self.brush)
        view.setAccessibleDescription(f"{self.asked.question.ask} {words('study.paint_keys')}")
        view.region_clicked.connect(self._on_clicked)

    def detach(self, view: DiagramView) -> None:
        """Take the brush away."""
        view.region_clicked.disconnect(self._on_clicked)
        view.set_tool(None)
        super().detach(view)

    def choose(self, number: int) -> None:
        """Choose a field; the first key after painting only shows the markers, so that no slip wipes the paint."""
        if self.brush.painted and not self.markers.isChecked():
            self.markers.setChecked(True)
        else:
            super().choose(number)

    def response(self) -> Response | None:
        """Return what was painted, or the fields that were chosen."""
        if self.brush.painted:
            return Response(drawn=patch.to_rows(self.brush.painted))
        return super().response()

    @staticmethod
    def told(asked: Asked, attempt: Attempt) -> Overlaid:
        """Return what was painted over what is true."""
        painted = patch.from_rows(attempt.drawn) or marking.fields(attempt.chosen, asked.diagram)
        return Overlaid(painted, marking.truth(asked.question, asked.diagram))

    def _build_tools(self) -> FlowLayout:
        row = FlowLayout()
        sizes = QButtonGroup(self)
        for name, radius in _SIZES.items():
            one = button(words(f"study.brush_{name}"), "chip", checkable=True)
            one.setChecked(radius == self.brush.radius)
            one.toggled.connect(lambda on, radius=radius: self._set_radius(radius) if on else None)
            sizes.addButton(one)
            row.addWidget(one)
        wipe = button(words("study.wipe"), "chip", checkable=True)
        wipe.toggled.connect(self._set_wipes)
        row.addWidget(wipe)
        undo = button(words("study.undo"), "chip")
        undo.clicked.connect(self.brush.undo)
        row.addWidget(undo)
        again = button(words("study.wipe_all"), "chip")
        again.clicked.connect(self.brush.clear)
        row.addWidget(again)
        return row

    def _set_radius(self, radius: float) -> None:
        self.brush.radius = radius

    def _set_wipes(self, wipes: bool) -> None:
        self.brush.wipes = wipes

    def _on_painted(self) -> None:
        if self.brush.painted:
            for card in self.cards:
                card.setChecked(False)
        self.changed.emit()

    def _on_card(self, chosen: bool) -> None:
        """Let a choice of fields take the place of what was painted."""
        if chosen and self.brush.painted:
            self.brush.clear()

    def _on_clicked(self, structure: str) -> None:
        self.choose_marked(structure)
