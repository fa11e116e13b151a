"""Two or three conditions side by side: what separates them, the one best test, and where each is felt."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from quizapp.base.words import words
from quizapp.clinic.differential import Separation, best_test
from quizapp.desktop.context import Context
from quizapp.desktop.diagram.look import Sample, State
from quizapp.desktop.pages.beside import BesidePage, together
from quizapp.desktop.parts.legend import Legend
from quizapp.desktop.parts.text import GRID, button, card, clear, label, link, prose
from quizapp.desktop.theme.roles import Roles

MOST = 3
_STATES: tuple[State, ...] = ("one", "other", "third")
SAMPLES = (Sample("one", "accent", "solid"), Sample("other", "near", "dashed"), Sample("third", "lit", "dotted"))
BOTH = Sample("both", "text", "solid")


class ComparePage(BesidePage):
    """Shows what tells conditions apart, each row with the side it favours."""

    condition_requested = Signal(str)
    practise_requested = Signal(object)

    def __init__(self, context: Context, theme: Roles, parent: QWidget | None = None) -> None:
        self._conditions: tuple[str, ...] = ()
        super().__init__(context, theme, parent)

    @property
    def conditions(self) -> tuple[str, ...]:
        """Return the ids of the conditions on show."""
        return self._conditions

    def show_conditions(self, conditions: Sequence[str]) -> None:
        """Compare two or three conditions."""
        known = self.context.clinic.conditions
        self._conditions = tuple(dict.fromkeys(one for one in conditions if one in known))[:MOST]
        self.refresh()

    def refresh(self) -> None:
        """Show the comparison as the table has it now."""
        if len(self._conditions) < 2:
            return
        clear(self.column)
        clinic, table = self.context.clinic, self.context.table
        self.column.addWidget(label(words("compare.title"), "title"))
        for one in self._conditions:
            name = link(clinic.conditions[one].name, words("compare.open", name=clinic.conditions[one].name))
            name.linkActivated.connect(lambda _, one=one: self.condition_requested.emit(one))
            self.column.addWidget(name)
        rows = table.separating(self._conditions)
        best = best_test(rows)
        self._add_best(best)
        for row in (one for one in rows if one is not best):
            self.column.addWidget(card(*self._lines(row)))
        self._add_third()
        practise = button(words("compare.practise"))
        practise.setEnabled(bool(self.context.bank.between(self._conditions)))
        practise.clicked.connect(lambda: self.practise_requested.emit(list(self._conditions)))
        self.column.addWidget(practise)
        self.column.addWidget(label(words("differential.disclaimer"), "small"))
        self.column.addStretch(1)
        self._light()

    def _add_best(self, best: Separation | None) -> None:
        if best is None:
            return
        first = self.context.clinic.conditions[best.favours[0]]
        test = [label(words("condition.key_test"), "small"), prose(first.key_test)]
        self.column.addWidget(card(label(words("compare.best"), "small"), *self._lines(best), *test))

    def _lines(self, row: Separation) -> list[QWidget]:
        lines: list[QWidget] = [label(row.finding.label, "strong")]
        for one in self._conditions:
            evidence = row.evidence.get(one)
            said = words(f"evidence.{evidence.word}") if evidence else words("evidence.none")
            text = words("compare.line", name=self._name(one), word=said, why=evidence.why if evidence else "").strip()
            if one in row.favours:
                text = words("compare.favoured", text=text)
            lines.append(prose(text, "" if one in row.favours else "quiet"))
        return lines

    def _add_third(self) -> None:
        """Offer a third condition out of the look-alikes of the two."""
        clinic = self.context.clinic
        if len(self._conditions) == MOST:
            return
        offered = [other for one in self._conditions for other in clinic.conditions[one].look_alikes]
        offered = [one for one in dict.fromkeys(offered) if one in clinic.conditions and one not in self._conditions]
        if not offered:
            return
        chooser = QComboBox()
        chooser.addItem(words("compare.add"), "")
        chooser.setAccessibleName(words("compare.add"))
        for one in offered:
            chooser.addItem(clinic.conditions[one].name, one)
        chooser.activated.connect(lambda at: self._on_third(str(chooser.itemData(at))))
        self.column.addSpacing(GRID)
        self.column.addWidget(chooser)

    def _on_third(self, condition: str) -> None:
        if condition:
            self.show_conditions((*self._conditions, condition))

    def _light(self) -> None:
        places = [self.context.clinic.places(one) for one in self._conditions]
        self.light(together(zip(places, _STATES, strict=False), "both"))
        samples = [*SAMPLES[: len(places)], BOTH]
        names = [*(self._name(one) for one in self._conditions), words("compare.both")]
        self.column.insertWidget(len(self._conditions) + 1, Legend(self.theme, samples, names))

    def _name(self, condition: str) -> str:
        return self.context.clinic.conditions[condition].name
