"""Cards, several to choose."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from quizapp.base.words import words
from quizapp.desktop.answer.base import Asked, CardsAnswer
from quizapp.desktop.parts.option import OptionCard
from quizapp.desktop.parts.text import label


class MultipleAnswer(CardsAnswer):
    """Several right answers; how many is said, and no more are taken."""

    several = True

    def __init__(self, asked: Asked, parent: QWidget | None = None) -> None:
        super().__init__(asked, parent)
        self._most = len(asked.question.keys)
        self.column.insertWidget(0, label(words("study.choose_several", count=self._most), "small"))
        for card in self.cards:
            card.toggled.connect(self._on_card)

    def _on_card(self, chosen: bool) -> None:
        """Take back what is one too many, and say so."""
        card = self.sender()
        if chosen and isinstance(card, OptionCard) and len(self.chosen()) > self._most:
            card.setChecked(False)
            self.asked.context.messages.tell(words("study.enough", count=self._most))
