"""The name of a lit structure: chosen from cards, or typed."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from quizapp.anatomy import neutral
from quizapp.bank.kinds.name import Name
from quizapp.base.words import words
from quizapp.desktop.answer.base import Asked, CardsAnswer
from quizapp.desktop.diagram.view import DiagramView
from quizapp.desktop.parts.text import label
from quizapp.quiz.attempt import Response


class NameAnswer(CardsAnswer):
    """Name what is lit."""

    def __init__(self, asked: Asked, parent: QWidget | None = None) -> None:
        super().__init__(asked, parent)
        assert isinstance(asked.question, Name)
        self._lit = asked.question.lit
        self._line: QLineEdit | None = None
        self.column.insertWidget(
            0, label(words("study.covered_here" if asked.question.covers else "study.lit_here"), "quiet")
        )
        if asked.question.typed:
            for card in self.cards:
                card.hide()
            self._line = QLineEdit(placeholderText=words("study.type_name"))
            self._line.setAccessibleName(words("study.type_name"))
            self._line.textChanged.connect(self.changed)
            self.column.insertWidget(1, self._line)

    def attach(self, view: DiagramView) -> None:
        """Light the structure, bared of what covers it."""
        super().attach(view)
        view.setAccessibleName(words("study.diagram_lit"))
        where = neutral.described(self.asked.diagram, self.asked.diagram.by_id[self._lit])
        view.setAccessibleDescription(where)
        if self._line is not None:
            self._line.setAccessibleDescription(where)
        region = self.asked.diagram.by_id[self._lit]
        view.set_peel(max(view.peel, float(region.depth)))
        view.set_states({self._lit: "lit"})
        view.reveal([self._lit])
        if not self.asked.context.settings["less_motion"]:
            view.ring(self._lit)

    def takes_focus(self) -> bool:
        """Let the person type at once."""
        if self._line is not None:
            self._line.setFocus()
        return self._line is not None

    def response(self) -> Response | None:
        """Return the name that was typed or chosen."""
        if self._line is not None:
            typed = self._line.text().strip()
            return Response(typed=typed) if typed else None
        return super().response()

    def choose(self, number: int) -> None:
        """Choose a name by its number, where names are to choose from."""
        if self._line is None:
            super().choose(number)
