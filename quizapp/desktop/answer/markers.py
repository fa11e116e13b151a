"""Numbered markers on the diagram: the way to a place for whoever uses no mouse."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QPushButton, QWidget

from quizapp.anatomy import neutral
from quizapp.base.words import words
from quizapp.desktop.actions import tip
from quizapp.desktop.answer.base import Asked, CardsAnswer
from quizapp.desktop.diagram.view import DiagramView
from quizapp.desktop.parts.option import OptionCard
from quizapp.desktop.parts.text import set_look


class Markers(QPushButton):
    """Shows and hides the markers and their cards; a screen reader hears where each of them lies, never what it is."""

    def __init__(self, asked: Asked, cards: Sequence[OptionCard], parent: QWidget | None = None) -> None:
        super().__init__(words("study.markers"), parent)
        set_look(self, "plain")
        self.setCheckable(True)
        self.setToolTip(tip("markers"))
        self._asked, self._cards = asked, cards
        self._view: DiagramView | None = None
        self.toggled.connect(self._on_toggled)
        for option, card in zip(asked.options, cards, strict=True):
            card.hide()
            region = asked.diagram.by_id.get(option.structure)
            if region is not None:
                card.setAccessibleDescription(neutral.described(asked.diagram, region))

    def attach(self, view: DiagramView) -> None:
        """Show the markers on a diagram."""
        self._view = view

    def detach(self, view: DiagramView) -> None:
        """Take the markers off."""
        view.set_markers({})
        self._view = None

    def _on_toggled(self, shown: bool) -> None:
        for card in self._cards:
            card.setVisible(shown)
        if self._view is not None:
            numbered = {option.structure: str(at) for at, option in enumerate(self._asked.options, 1)}
            self._view.set_markers(numbered if shown else {})


class MarkedAnswer(CardsAnswer):
    """Base of what is answered on the diagram; markers offer the same by keyboard and touch."""

    paired = True

    def __init__(self, asked: Asked, parent: QWidget | None = None) -> None:
        super().__init__(asked, parent)
        self.markers = Markers(asked, self.cards)

    def build_cards(self, texts: Sequence[str]) -> list[OptionCard]:
        """Return a card for each marker; it says its number and nothing else."""
        return super().build_cards([words("study.marker", number=number) for number in range(1, len(texts) + 1)])

    def attach(self, view: DiagramView) -> None:
        """Show the diagram, which names nothing."""
        super().attach(view)
        view.setAccessibleName(words("study.diagram_open"))
        self.markers.attach(view)

    def detach(self, view: DiagramView) -> None:
        """Take the markers off."""
        self.markers.detach(view)
        super().detach(view)

    def toggle_markers(self) -> None:
        """Show or hide the markers."""
        self.markers.toggle()

    def choose_marked(self, structure: str) -> bool:
        """Choose the marker of a structure; tell whether it has one."""
        marked = [option.structure for option in self.asked.options]
        if structure not in marked:
            return False
        self.choose(marked.index(structure) + 1)
        return True

    def choose(self, number: int) -> None:
        """Choose a marker; the markers appear if they were hidden."""
        self.markers.setChecked(True)
        super().choose(number)
