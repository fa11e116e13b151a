"""What there is to know about one structure, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget

from quizapp.anatomy.structure import Structure
from quizapp.base.words import words
from quizapp.desktop.parts.flow import FlowLayout
from quizapp.desktop.parts.text import GRID, button, card, clear, label, link, named, prose

_FACTS = ("action", "course", "nerve", "relevance", "palpation")


class StructureCard(QScrollArea):
    """The card of the selected structure, or a hint where nothing is selected."""

    ask_requested = Signal(str)
    structure_requested = Signal(str)
    condition_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._column = named(QWidget(), "panel_column")
        self._layout = QVBoxLayout(self._column)
        self._layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        self._layout.setSpacing(GRID)
        self.setWidget(self._column)
        self._structure = ""
        self.show_hint()

    def show_hint(self) -> None:
        """Say what this place is for."""
        clear(self._layout)
        self._structure = ""
        self._layout.addWidget(label(words("atlas.nothing_selected"), "quiet"))
        self._layout.addWidget(label(words("atlas.nothing_selected_more"), "small"))
        self._layout.addStretch(1)

    def show_structure(
        self,
        structure: Structure,
        conditions: list[tuple[str, str]],
        beneath: list[tuple[str, str]],
        questions: int,
        related: list[tuple[str, list[tuple[str, str]]]],
        relations: list[str],
        elsewhere: str,
    ) -> None:
        """Show a structure, what arises in it, what else lies at the spot that was clicked, and what is related.

        ``elsewhere`` says why it is not in sight.
        """
        walks = self._column.isAncestorOf(self.focusWidget()) if self.focusWidget() is not None else False
        clear(self._layout)
        self._chips: list[QPushButton] = []
        self._structure = structure.id
        self._layout.addWidget(label(structure.name, "title"))
        if elsewhere:
            self._layout.addWidget(card(label(elsewhere)))
        for line in self._terms(structure):
            self._layout.addWidget(label(line, "small"))
        ask = button(words("atlas.ask_me"), "link")
        ask.setEnabled(questions > 0)
        ask.setToolTip("" if questions else words("atlas.nothing_to_ask"))
        ask.clicked.connect(self._on_ask)
        self._layout.addWidget(ask)
        if len(beneath) > 1:
            self._add_links(words("atlas.here"), beneath)
        for fact in _FACTS:
            self._add(words(f"atlas.{fact}"), getattr(structure, fact))
        self._add(words("atlas.relations"), "\n".join(relations))
        self._add_conditions(conditions)
        for heading, structures in related:
            self._add_links(heading, structures)
        self._layout.addStretch(1)
        self.verticalScrollBar().setValue(0)
        if walks:
            next((one for one in self._chips if one.isChecked()), ask).setFocus()

    def _terms(self, structure: Structure) -> list[str]:
        lines = []
        if structure.latin:
            lines.append(words("atlas.latin", latin=structure.latin, ta2=structure.ta2))
        elif structure.ta2:
            lines.append(words("atlas.ta2_only", ta2=structure.ta2))
        if structure.term_note:
            lines.append(structure.term_note)
        if structure.also:
            lines.append(f"{words('atlas.also')}: {', '.join(structure.also)}")
        return lines

    def _add(self, heading: str, text: str) -> None:
        if text:
            self._layout.addSpacing(GRID // 2)
            self._layout.addWidget(label(heading, "small"))
            self._layout.addWidget(prose(text))

    def _add_conditions(self, conditions: list[tuple[str, str]]) -> None:
        if conditions:
            self._layout.addSpacing(GRID // 2)
            self._layout.addWidget(label(words("atlas.conditions"), "small"))
        for condition, name in conditions:
            one = link(name)
            one.linkActivated.connect(lambda _, condition=condition: self.condition_requested.emit(condition))
            self._layout.addWidget(one)

    def _add_links(self, heading: str, structures: list[tuple[str, str]]) -> None:
        self._layout.addSpacing(GRID // 2)
        self._layout.addWidget(label(heading, "small"))
        box = QWidget()
        flow = FlowLayout(box)
        for structure, name in structures:
            one = button(name, "chip", checkable=True)
            one.setProperty("structure", structure)
            one.setChecked(structure == self._structure)
            one.clicked.connect(self._on_structure)
            flow.addWidget(one)
            self._chips.append(one)
        self._layout.addWidget(box)

    def _on_structure(self) -> None:
        self.structure_requested.emit(self.sender().property("structure"))

    def _on_ask(self) -> None:
        self.ask_requested.emit(self._structure)
