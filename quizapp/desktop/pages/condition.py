"""The page of a condition: what is known of it, its look-alikes, its findings, and where it is felt."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from quizapp.base.words import words
from quizapp.clinic.condition import Condition, Weight
from quizapp.clinic.differential import word_for
from quizapp.desktop.context import Context
from quizapp.desktop.pages.beside import BesidePage
from quizapp.desktop.parts.flow import FlowLayout
from quizapp.desktop.parts.text import GRID, button, card, clear, label, link, prose
from quizapp.desktop.theme.roles import Roles

_FIELDS = (
    "history",
    "quality",
    "worse_and_better",
    "examination",
    "key_test",
    "investigations",
    "argues_against",
    "management",
    "red_flags",
    "risks",
)


class ConditionPage(BesidePage):
    """Shows one condition; its look-alikes lead to a comparison, its structures to the atlas."""

    compare_requested = Signal(object)
    structure_requested = Signal(str)
    practise_requested = Signal(object)

    def __init__(self, context: Context, theme: Roles, parent: QWidget | None = None) -> None:
        self._condition = ""
        super().__init__(context, theme, parent)

    def show_condition(self, condition: str) -> None:
        """Show a condition by its id."""
        self._condition = condition
        self.refresh()

    def refresh(self) -> None:
        """Show the condition as the table has it now."""
        condition = self.context.clinic.conditions.get(self._condition)
        if condition is None:
            return
        clear(self.column)
        self.column.addWidget(label(condition.name, "title"))
        kind = words("condition.red_flag" if condition.is_red_flag else "condition.kind", category=condition.category)
        self.column.addWidget(label(kind, "wrong" if condition.is_red_flag else "small"))
        self.column.addWidget(prose(condition.definition))
        practise = button(words("condition.practise"), "link")
        practise.setEnabled(bool(self.context.bank.between([condition.id])))
        practise.clicked.connect(lambda: self.practise_requested.emit([condition.id]))
        self.column.addWidget(practise)
        self._add_look_alikes(condition)
        self._add_findings(condition)
        for field in _FIELDS:
            self._add_field(field, getattr(condition, field), condition.confidence.get(field, ""))
        self._add_structures(condition)
        citations = self.context.clinic.citations(condition.references)
        if citations:
            self.column.addWidget(label(words("feedback.references"), "small"))
            self.column.addWidget(label("\n".join(citations), "small"))
        self.column.addWidget(label(words("differential.disclaimer"), "small"))
        self.column.addStretch(1)
        self.light(dict.fromkeys(self.context.clinic.places(condition.id), "lit"))

    def _add_look_alikes(self, condition: Condition) -> None:
        known = self.context.clinic.conditions
        some = [(one, tell) for one, tell in condition.look_alikes.items() if one in known]
        if not some:
            return
        self.column.addSpacing(GRID)
        self.column.addWidget(label(words("condition.look_alikes"), "strong"))
        self.column.addWidget(label(words("condition.tell"), "small"))
        for other, tell in some:
            name = known[other].name
            compare = link(words("condition.compare", name=name))
            compare.linkActivated.connect(lambda _, other=other: self.compare_requested.emit((condition.id, other)))
            self.column.addWidget(card(compare, prose(f"{tell[0].upper()}{tell[1:]}.")))

    def _add_findings(self, condition: Condition) -> None:
        self.column.addSpacing(GRID)
        self.column.addWidget(label(words("condition.findings"), "strong"))
        for word in ("hallmark", "typical", "possible", "against"):
            rows = [(one, weight) for one, weight in condition.findings.items() if word_for(weight) == word]
            if rows:
                rows.sort(key=lambda row: (-row[1].evokes, -row[1].frequency))
                lines = [label(words(f"evidence.{word}").capitalize(), "small")]
                self.column.addWidget(card(*lines, *(self._finding(one, weight) for one, weight in rows)))

    def _finding(self, finding: str, weight: Weight) -> QWidget:
        return prose(f"{self.context.clinic.findings[finding].label}. {weight.why}")

    def _add_field(self, field: str, text: str, letter: str) -> None:
        if text:
            self.column.addSpacing(GRID // 2)
            head = words("condition.graded", field=words(f"condition.{field}"), letter=words(f"confidence.{letter}"))
            self.column.addWidget(label(head, "small"))
            self.column.addWidget(prose(text))

    def _add_structures(self, condition: Condition) -> None:
        box = QWidget()
        flow = FlowLayout(box)
        for structure in condition.structures:
            chip = button(self.context.catalogue.name(structure), "chip")
            chip.clicked.connect(lambda _=False, one=structure: self.structure_requested.emit(one))
            flow.addWidget(chip)
        self.column.addWidget(label(words("condition.structures"), "small"))
        self.column.addWidget(box)
