"""An option after the answer: right or wrong in sign and word, what speaks for and against it, and why."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from quizapp.bank.kinds.key_feature import Step
from quizapp.bank.question import Option
from quizapp.base.words import words
from quizapp.desktop.answer.base import Asked
from quizapp.desktop.parts.evidence import EvidenceList
from quizapp.desktop.parts.flow import FlowLayout
from quizapp.desktop.parts.sign import sign
from quizapp.desktop.parts.text import GRID, button, label, prose


class ExplainedOption(QFrame):
    """One option, opened; its links point to a finding of the stem, to the diagram, and to a comparison."""

    finding_chosen = Signal(str)
    light_requested = Signal(str)
    compare_requested = Signal(object)

    def __init__(
        self,
        asked: Asked,
        option: Option,
        chosen: bool,
        places: tuple[int, int] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Show an option; in an order ``places`` are its right place and where it was put, from 1."""
        super().__init__(parent)
        self.setObjectName("card")
        self._places = places
        self._right = option.correct if places is None else places[0] == places[1]
        self.setProperty("verdict", "right" if self._right else "wrong" if chosen else "")
        self._asked = asked
        self.option = option
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 12, 2 * GRID, 12)
        column.setSpacing(GRID // 2)
        column.addWidget(self._head(option, chosen))
        vignette = asked.question.vignette
        if option.condition in asked.context.clinic.conditions and vignette.present:
            weighing = asked.context.table.weigh(option.condition, vignette)
            is_first = option is asked.question.options[0]
            reasons = is_first if asked.question.ORDERED else chosen or self._right
            evidence = EvidenceList(weighing, asked.theme, reasons)
            evidence.finding_chosen.connect(self.finding_chosen)
            column.addWidget(evidence)
        column.addWidget(prose(option.why))
        if option.condition in asked.context.clinic.conditions:
            column.addWidget(self._build_links(option.condition))

    def _head(self, option: Option, chosen: bool) -> QWidget:
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        if self._right or chosen:
            made = sign(self._asked.theme, "right" if self._right else "wrong")
            row.addWidget(made, 0, Qt.AlignmentFlag.AlignTop)
        name, tags = self._asked.words(option), [words("feedback.key")] * self._right
        if isinstance(option, Step) and option.harmful:
            tags.append(words("feedback.harmful"))
        if self._places is not None:
            right, given = self._places
            name = f"{right}.  {name}"
            tags = [] if self._right else [words("feedback.put", place=given)]
        elif chosen:
            tags.append(words("feedback.yours"))
        row.addWidget(label(name, "strong"), 1)
        if tags:
            row.addWidget(label(" · ".join(tags), "small", wrap=False), 0, Qt.AlignmentFlag.AlignTop)
        return head

    def _build_links(self, condition: str) -> QWidget:
        box = QWidget()
        row = FlowLayout(box, 2 * GRID)
        name = self._asked.context.clinic.conditions[condition].name
        light = button(words("feedback.light"), "link")
        light.setAccessibleName(words("feedback.light_name", name=name))
        light.clicked.connect(lambda: self.light_requested.emit(condition))
        row.addWidget(light)
        rival = _rival(self._asked, condition)
        if rival:
            other = self._asked.context.clinic.conditions[rival].name
            compare = button(words("feedback.compare"), "link")
            compare.setAccessibleName(words("feedback.compare_name", name=name, other=other))
            compare.clicked.connect(lambda: self.compare_requested.emit((condition, rival)))
            row.addWidget(compare)
        return box


def _rival(asked: Asked, condition: str) -> str:
    """Return the condition that an option is best compared with: the right one, or for that its nearest rival."""
    known = asked.context.clinic.conditions
    named = [one.condition for one in asked.question.options if one.condition in known and one.condition != condition]
    right = [one.condition for one in asked.question.options if one.correct and one.condition in named]
    return (right or named or [""])[0] if not asked.question.ORDERED else (named or [""])[0]
