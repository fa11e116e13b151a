"""Several short cases, each with a list of the options to choose from."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QWidget

from quizapp.bank import markup
from quizapp.bank.kinds.matching import Matching
from quizapp.base.words import words
from quizapp.desktop.answer.base import AnswerWidget, Asked
from quizapp.desktop.parts.part_card import PartCard, stacked
from quizapp.desktop.parts.text import card, label, prose
from quizapp.quiz.attempt import Attempt, Response
from quizapp.quiz.marking import matching


class MatchingAnswer(AnswerWidget):
    """One list of options for every stem."""

    def __init__(self, asked: Asked, parent: QWidget | None = None) -> None:
        super().__init__(asked, parent)
        assert isinstance(asked.question, Matching)
        self.column.addWidget(label(words("study.match_hint"), "quiet"))
        self.lists: list[QComboBox] = []
        for number, stem in enumerate(asked.question.stems, 1):
            text = markup.plain(stem.text)
            found = self._build_list(number, text)
            self.column.addWidget(card(prose(f"{number}.  {text}"), found))

    def response(self) -> Response | None:
        """Return an option for each stem, once all have one."""
        chosen = tuple(str(one.currentData() or "") for one in self.lists)
        return Response(chosen=chosen) if all(chosen) else None

    @property
    def missing(self) -> str:
        """Say which stem is still open."""
        still = next((number for number, one in enumerate(self.lists, 1) if not one.currentData()), 1)
        return words("study.match_missing", number=still)

    def choose(self, number: int) -> None:
        """Choose an option for the stem that has the focus, or for the first one that is open."""
        open_ones = [one for one in self.lists if not one.currentData()]
        target = next((one for one in self.lists if one.hasFocus()), (open_ones or self.lists)[0])
        if number < target.count():
            target.setCurrentIndex(number)
            target.setFocus()

    def takes_focus(self) -> bool:
        """Let the first list have the arrows."""
        self.lists[0].setFocus()
        return True

    @staticmethod
    def explained(asked: Asked, attempt: Attempt) -> QWidget | None:
        """Return each case with its option, what was chosen, and what decides."""
        question = asked.question
        assert isinstance(question, Matching)
        cards = []
        given = (*attempt.chosen, *("" for _ in question.stems))
        for number, (stem, right) in enumerate(
            zip(question.stems, matching.met(question, attempt.chosen), strict=True)
        ):
            made = PartCard(asked.theme, asked.name(stem.key), None if attempt.outcome == "unknown" else right)
            chosen = question.option(given[number])
            if chosen is not None and not right:
                made.add(words("feedback.part_yours", given=asked.words(chosen)), look="small")
            made.add(f"{number + 1}.  {markup.plain(stem.text)}", look="quiet")
            made.add(stem.why)
            cards.append(made)
        return stacked(cards)

    def _build_list(self, number: int, text: str) -> QComboBox:
        made = QComboBox()
        made.addItem(words("study.match_choose"), "")
        for at, option in enumerate(self.asked.options, 1):
            made.addItem(f"{at}  {self.asked.words(option)}", option.key)
        made.setAccessibleName(words("study.match_name", number=number, text=text))
        made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the wheel scrolls the page, and changes no answer
        made.setMaxVisibleItems(16)
        made.currentIndexChanged.connect(self.changed)
        made.wheelEvent = lambda event: event.ignore()  # type: ignore[method-assign]
        self.lists.append(made)
        return made
