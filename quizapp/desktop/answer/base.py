"""What every answer widget can do: show a question's options and say what was chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from quizapp.anatomy.diagram import Diagram
from quizapp.bank.question import Option, Question
from quizapp.bank.wording import words_of
from quizapp.base.words import words
from quizapp.desktop.context import Context
from quizapp.desktop.diagram.announce import announce
from quizapp.desktop.diagram.tools.tool import Tool
from quizapp.desktop.diagram.view import DiagramView
from quizapp.desktop.parts.option import OptionCard
from quizapp.desktop.parts.text import GRID
from quizapp.desktop.theme.roles import Roles
from quizapp.quiz.attempt import Attempt, Response


@dataclass(frozen=True)
class Asked:
    """A question as it is asked: its options in the order shown, and what the widget may need to show it."""

    question: Question
    options: Sequence[Option]
    context: Context
    diagram: Diagram
    theme: Roles

    def name(self, key: str) -> str:
        """Return the name of a structure, or of a zone of a picture."""
        option = self.question.option(key)
        return self.context.catalogue.name(key) if option is None else self.words(option)

    def words(self, option: Option) -> str:
        """Return what an option says: its own words, or the name of its structure or condition."""
        return words_of(option, self.context.catalogue, self.context.clinic)


class AnswerWidget(QWidget):
    """Base of the answer widgets; ``changed`` is sent when there is something to answer with."""

    changed = Signal()
    draws = False  # on the diagram, which then has the keys

    def __init__(self, asked: Asked, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.asked = asked
        self.view: DiagramView | None = None
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(GRID)

    def attach(self, view: DiagramView) -> None:
        """Set the diagram up for the open question; nothing on it may name anything."""
        self.view = view

    def say(self, text: str) -> None:
        """Say something aloud that is otherwise only seen on the diagram."""
        if self.view is not None:
            announce(self.view, text)

    def detach(self, view: DiagramView) -> None:
        """Let the diagram go."""
        self.view = None

    @property
    def missing(self) -> str:
        """Say what an answer lacks that cannot be given yet."""
        return words("study.nothing_chosen")

    def response(self) -> Response | None:
        """Return the answer so far, or None where nothing was chosen."""
        raise NotImplementedError

    @property
    def goes_on_as(self) -> str:
        """Return what the main button says while the question has a further part; empty at its last."""
        return ""

    def go_on(self) -> bool:
        """Go on to the next part of the question; tell whether there was one."""
        return False

    def choose(self, number: int) -> None:
        """Choose the option with a number, from 1."""

    @staticmethod
    def told(asked: Asked, attempt: Attempt) -> Tool | None:
        """Return what is laid over the diagram with the feedback, beside what is lit."""
        return None

    @staticmethod
    def explained(asked: Asked, attempt: Attempt) -> QWidget | None:
        """Return what the feedback says of the parts of a question that has several."""
        return None

    def toggle_markers(self) -> None:
        """Show or hide numbered markers, where there are any."""

    def takes_focus(self) -> bool:
        """Take the keyboard focus, if there is something to type into or to draw on."""
        if self.draws and self.view is not None:
            self.view.setFocus()
        return self.draws and self.view is not None


class CardsAnswer(AnswerWidget):
    """Options as cards, one or several to choose; ``paired`` with markers on the diagram where it has any."""

    several = False
    paired = False

    def __init__(self, asked: Asked, parent: QWidget | None = None) -> None:
        super().__init__(asked, parent)
        self.cards = self.build_cards([asked.words(option) for option in asked.options])

    def build_cards(self, texts: Sequence[str]) -> list[OptionCard]:
        """Return a card for each text, added to the column."""
        group = QButtonGroup(self)
        group.setExclusive(not self.several)
        cards = []
        for number, text in enumerate(texts, 1):
            card = OptionCard(number, text, self.asked.theme, self.paired)
            card.toggled.connect(self.changed)
            group.addButton(card)
            self.column.addWidget(card)
            cards.append(card)
        return cards

    def chosen(self) -> tuple[str, ...]:
        """Return the keys of the chosen options."""
        return tuple(
            option.key for option, card in zip(self.asked.options, self.cards, strict=True) if card.isChecked()
        )

    def response(self) -> Response | None:
        """Return the chosen options."""
        chosen = self.chosen()
        return Response(chosen=chosen) if chosen else None

    def choose(self, number: int) -> None:
        """Choose an option by its number; several may be chosen and left again."""
        if 1 <= number <= len(self.cards):
            card = self.cards[number - 1]
            card.setChecked(not card.isChecked() if self.several else True)
            card.setFocus()
