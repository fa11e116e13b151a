"""Findings dragged into for, against and missing, for each of two rivals."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QButtonGroup, QStackedWidget, QWidget

from quizapp.bank.kinds.sort import Sort
from quizapp.bank.question import Option
from quizapp.base.words import words
from quizapp.desktop.answer.base import AnswerWidget, Asked
from quizapp.desktop.parts.bins import Bins
from quizapp.desktop.parts.flow import FlowLayout
from quizapp.desktop.parts.part_card import PartCard, stacked
from quizapp.desktop.parts.text import button, label
from quizapp.quiz.attempt import Attempt, Response
from quizapp.quiz.marking import sort


class SortAnswer(AnswerWidget):
    """A board of bins for each rival, one on show at a time."""

    def __init__(self, asked: Asked, parent: QWidget | None = None) -> None:
        super().__init__(asked, parent)
        question = asked.question
        assert isinstance(question, Sort)
        self.column.addWidget(label(words("study.sort_hint"), "quiet"))
        known = asked.context.clinic.findings
        # In the order of the list of findings, which says nothing of where each belongs.
        findings = [(one, known[one].label) for one in known if one in question.findings]
        self._tabs, self._pages = QButtonGroup(self), QStackedWidget()
        tabs = QWidget()
        row = FlowLayout(tabs)
        for at, option in enumerate(question.options):
            name = asked.words(option)
            tab = button(name, "chip", checkable=True)
            tab.setToolTip(words("study.sort_tab", number=at + 1))
            self._tabs.addButton(tab, at)
            row.addWidget(tab)
            board = Bins(findings, name)
            board.changed.connect(self.changed)
            self._pages.addWidget(board)
        self._tabs.button(0).setChecked(True)
        self._tabs.idClicked.connect(self._on_tab)
        self.column.addWidget(tabs)
        self.column.addWidget(self._pages)

    @property
    def boards(self) -> list[Bins]:
        """Return the boards in the order of the rivals."""
        pages = (self._pages.widget(at) for at in range(self._pages.count()))
        return [one for one in pages if isinstance(one, Bins)]

    @property
    def missing(self) -> str:
        """Say that each rival needs something."""
        return words("study.sort_missing")

    def response(self) -> Response | None:
        """Return what was sorted, once each rival has something."""
        steps = tuple(board.placed() for board in self.boards)
        return Response(steps=steps) if all(steps) else None

    def choose(self, number: int) -> None:
        """Show the board of a rival by its number."""
        if 1 <= number <= self._pages.count():
            self._tabs.button(number - 1).setChecked(True)
            self._on_tab(number - 1)
            self.boards[number - 1].take_focus()

    def takes_focus(self) -> bool:
        """Let the keys sort at once."""
        self.boards[self._pages.currentIndex()].take_focus()
        return True

    @staticmethod
    def explained(asked: Asked, attempt: Attempt) -> QWidget | None:
        """Return for each rival where every finding belongs, where it was put, and the reason in the table."""
        question = asked.question
        assert isinstance(question, Sort)
        given = (*attempt.steps, (), ())
        cards = []
        for number, option in enumerate(question.options):
            placed = {one.partition(":")[2]: one.partition(":")[0] for one in given[number]}
            right = {one.partition(":")[2]: one.partition(":")[0] for one in sort.places(option)}
            given_up = attempt.outcome == "unknown"
            made = PartCard(asked.theme, asked.words(option), None if given_up else placed == right)
            for finding in question.findings:
                met = None if given_up else placed.get(finding) == right.get(finding)
                made.add(_placed(asked, option, finding, right, placed), met)
            cards.append(made)
        return stacked(cards)

    def _on_tab(self, at: int) -> None:
        self._pages.setCurrentIndex(at)


def _placed(asked: Asked, option: Option, finding: str, right: Mapping[str, str], placed: Mapping[str, str]) -> str:
    """Return where a finding belongs, where it was put, and why, in one line."""
    clinic = asked.context.clinic
    side = words(f"sort.{right.get(finding, 'nothing')}")
    said = words("feedback.part", name=clinic.findings[finding].label, said=side) + "."
    if placed and placed.get(finding) != right.get(finding):
        given = words(f"sort.{placed.get(finding, 'unsorted')}")
        said += f" {words('feedback.part_yours', given=given)}"
    weight = clinic.weight(option.condition, finding)
    return f"{said} {weight.why}" if weight is not None and right.get(finding) in ("for", "against") else said
