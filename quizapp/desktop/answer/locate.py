"""A place on the diagram: clicked, or chosen by its numbered marker."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QWidget

from quizapp.anatomy import hit
from quizapp.base.words import words
from quizapp.desktop.answer.base import Asked
from quizapp.desktop.answer.markers import MarkedAnswer
from quizapp.desktop.diagram.view import DiagramView
from quizapp.desktop.parts.text import label
from quizapp.quiz.attempt import Response

_BESIDE = 12.0  # mm from any structure: no part of the foot lies so far from all of them


class LocateAnswer(MarkedAnswer):
    """Find it on the diagram; markers offer the same by keyboard and touch."""

    hint = "study.click_diagram"

    def __init__(self, asked: Asked, parent: QWidget | None = None) -> None:
        super().__init__(asked, parent)
        self._point: tuple[float, float] | None = None
        self._clicked = ""
        self.column.insertWidget(0, label(words(self.hint), "quiet"))
        self.column.insertWidget(1, self.markers, 0, Qt.AlignmentFlag.AlignLeft)
        for card in self.cards:
            card.toggled.connect(self._on_card)

    def attach(self, view: DiagramView) -> None:
        """Take clicks on the diagram."""
        super().attach(view)
        view.region_clicked.connect(self._on_clicked)

    def detach(self, view: DiagramView) -> None:
        """Take no more clicks."""
        view.region_clicked.disconnect(self._on_clicked)
        super().detach(view)

    def response(self) -> Response | None:
        """Return the place that was clicked, or the marker that was chosen."""
        if self._point is not None:
            return Response(chosen=(self._clicked,) if self._clicked else (), point=self._point)
        return super().response()

    def is_place(self, x: float, y: float) -> bool:
        """Tell whether a point (mm) can be meant; the paper beside the foot is no place."""
        return hit.is_near(self.asked.diagram.regions, x, y, _BESIDE)

    def _on_clicked(self, structure: str, at: QPointF) -> None:
        marked = self.view.marker_at((at.x(), at.y())) if self.view is not None else ""
        if self.choose_marked(marked):
            return
        if not self.is_place(at.x(), at.y()):
            return
        self._point, self._clicked = (at.x(), at.y()), structure
        group = self.cards[0].group()
        group.setExclusive(False)
        for card in self.cards:
            card.setChecked(False)
        group.setExclusive(True)
        self._show(structure)
        self.changed.emit()

    def _on_card(self, chosen: bool) -> None:
        if chosen:
            self._point, self._clicked = None, ""
            self._show(self.chosen()[0])

    def _show(self, structure: str) -> None:
        if self.view is not None:
            self.view.set_states({structure: "chosen"} if structure else {})
            self.view.set_pin(self._point)
