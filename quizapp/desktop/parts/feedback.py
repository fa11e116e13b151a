"""The feedback column: verdict, case with its findings marked, every option explained, what to keep."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from quizapp.bank.question import Option
from quizapp.base.words import words
from quizapp.desktop.answer.base import Asked
from quizapp.desktop.diagram.look import Sample, State
from quizapp.desktop.diagram.tools.tool import Tool
from quizapp.desktop.parts.explained import ExplainedOption
from quizapp.desktop.parts.flow import FlowLayout
from quizapp.desktop.parts.legend import Legend
from quizapp.desktop.parts.sign import LOOKS, sign
from quizapp.desktop.parts.stem import StemView
from quizapp.desktop.parts.text import GRID, button, card, label, named, prose
from quizapp.desktop.parts.verdict import sentence
from quizapp.quiz.attempt import Attempt

_UNDERLINES = {"for": Sample("for", "right", "solid"), "against": Sample("against", "wrong", "dashed")}


class Feedback(QWidget):
    """What an answer was worth and why; its chips light the diagram."""

    structure_requested = Signal(str)
    light_requested = Signal(str)
    compare_requested = Signal(object)

    def __init__(
        self,
        asked: Asked,
        attempt: Attempt,
        told: Tool | None = None,
        parts: QWidget | None = None,
        covered: Collection[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._covered = covered
        self._asked = asked
        self._attempt = attempt
        self._chips: dict[str, QPushButton] = {}
        self._options: list[ExplainedOption] = []
        self._stem: StemView | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2 * GRID)
        first, others = self._ranked()
        self._build_verdict()
        if told is not None:
            self._column.addWidget(Legend(asked.theme, told.legend))
        if parts is not None:
            self._column.addWidget(parts)
        self._build_options(first)
        self._build_structures()
        self._build_case()
        self._build_options(others)
        self._build_end()

    def states(self) -> dict[str, State]:
        """Return how the structures of this question are lit: asked, chosen, and those of the explanation."""
        # What is still covered in this round is neither lit nor named.
        drawn = [one for one in self._asked.diagram.by_id if one not in self._covered]
        found: dict[str, State] = {one: "context" for one in self._asked.question.structures if one in drawn}
        targets = {*self._attempt.asked, *self._asked.question.targets}
        for one in self._attempt.chosen:
            if one in drawn and one not in targets:
                found[one] = "near" if self._attempt.outcome == "near" else "wrong"
        found |= {one: "right" for one in targets if one in drawn}
        return found

    def point_out(self, structure: str) -> None:
        """Bring the option about a structure into view, and press its chip."""
        for one, chip in self._chips.items():
            chip.setChecked(one == structure)
        for option in self._options:
            if option.option.structure == structure:
                scroll = self._scroll_area()
                if scroll is not None:
                    scroll.ensureWidgetVisible(option)

    def step(self, by: int, wraps: bool) -> bool:
        """Light the next or the previous structure of the explanation; tell whether there was one."""
        names = list(self._chips)
        at = next((at for at, one in enumerate(names) if self._chips[one].isChecked()), -1 if by > 0 else 0) + by
        if not names or not (wraps or 0 <= at < len(names)):
            return False
        self._chips[names[at % len(names)]].click()
        return True

    def _ranked(self) -> tuple[list[Option], list[Option]]:
        """Return what matters first, the keys and the own answer, and the other options."""
        own = self._attempt.chosen
        if self._asked.question.ORDERED:
            return list(self._asked.question.options), []
        first = [one for one in self._asked.options if one.correct or one.key in own]
        first.sort(key=lambda one: (not one.correct, one.key not in own))
        return first, [one for one in self._asked.options if one not in first]

    def _build_verdict(self) -> None:
        outcome = self._attempt.outcome
        frame = named(QFrame(), "verdict")
        frame.setProperty("verdict", LOOKS[outcome])
        layout = QHBoxLayout(frame)
        layout.setContentsMargins(2 * GRID, 12, 2 * GRID, 12)
        layout.setSpacing(12)
        layout.addWidget(sign(self._asked.theme, outcome, 26), 0, Qt.AlignmentFlag.AlignTop)
        text = QVBoxLayout()
        text.setSpacing(2)
        text.addWidget(label(words(f"outcome.{outcome}"), "title"))
        said = sentence(self._asked, self._attempt)
        text.addWidget(prose(said))
        layout.addLayout(text, 1)
        self._column.addWidget(frame)
        self.said = f"{words(f'outcome.{outcome}')}. {said}"

    def _build_case(self) -> None:
        question = self._asked.question
        if question.stem:
            key = next((option for option in question.options if option.correct), None)
            chosen = question.option(self._attempt.chosen[0]) if self._attempt.chosen else None
            stem = self._stem = StemView(self._asked.theme)
            against = chosen.speaks_against if chosen is not None and chosen is not key else ()
            kinds = stem.show_judged(question.stem, self._supporting(key), against)
            self._column.addWidget(stem)
            if kinds:
                self._column.addWidget(Legend(self._asked.theme, [_UNDERLINES[kind] for kind in kinds]))
        self._column.addWidget(prose(question.ask, "quiet"))

    def _supporting(self, key: Option | None) -> Collection[str]:
        """Return the findings that speak for the key: those of the table, or of the author where it is no condition."""
        if key is None or key.condition not in self._asked.context.clinic.conditions:
            return key.speaks_for if key else ()
        weighing = self._asked.context.table.weigh(key.condition, self._asked.question.vignette)
        return {*key.speaks_for, *(one.finding.id for one in weighing.speaks_for)}

    def _build_structures(self) -> None:
        shown = list(self.states())
        if not shown:
            return
        box = QWidget()
        flow = FlowLayout(box)
        for structure in shown:
            name = self._asked.name(structure)
            chip = button(name, "chip", checkable=True)
            chip.setAccessibleName(words("feedback.lit_chip", name=name))
            chip.setProperty("structure", structure)
            chip.clicked.connect(self._on_chip)
            flow.addWidget(chip)
            self._chips[structure] = chip
        self._column.addWidget(label(words("feedback.structures"), "small"))
        self._column.addWidget(box)

    def _build_options(self, options: Sequence[Option]) -> None:
        for option in options:
            made = ExplainedOption(self._asked, option, option.key in self._attempt.chosen, self._places(option))
            made.finding_chosen.connect(self._on_finding)
            made.light_requested.connect(self.light_requested)
            made.compare_requested.connect(self.compare_requested)
            self._options.append(made)
            self._column.addWidget(made)

    def _places(self, option: Option) -> tuple[int, int] | None:
        """Return the right place of an option in an order, and where it was put; None where no order was given."""
        given = self._attempt.chosen
        if not self._asked.question.ORDERED or option.key not in given:
            return None
        return self._asked.question.keys.index(option.key) + 1, given.index(option.key) + 1

    def _build_end(self) -> None:
        question = self._asked.question
        self._column.addWidget(card(label(words("feedback.take_home"), "small"), label(question.take_home, "strong")))
        citations = self._asked.context.clinic.citations(question.references)
        if citations:
            self._column.addWidget(label(words("feedback.references"), "small"))
            self._column.addWidget(label("\n".join(citations), "small"))

    def _on_finding(self, finding: str) -> None:
        """Show where the stem states a finding."""
        scroll = self._scroll_area()
        if self._stem is not None and self._stem.point_out(finding) and scroll is not None:
            scroll.ensureWidgetVisible(self._stem)

    def _on_chip(self) -> None:
        structure = self.sender().property("structure")
        self.point_out(structure)
        self.structure_requested.emit(structure)

    def _scroll_area(self) -> QScrollArea | None:
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        return above
