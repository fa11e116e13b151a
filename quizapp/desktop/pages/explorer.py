"""Tick findings as at the bedside, and watch the differential and the diagram change."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from quizapp.base.words import words
from quizapp.clinic.differential import Ranked, Separation
from quizapp.clinic.vignette import Vignette
from quizapp.desktop.context import Context
from quizapp.desktop.pages.beside import BesidePage, scrolling, together
from quizapp.desktop.pages.compare import BOTH, SAMPLES
from quizapp.desktop.parts.evidence import EvidenceList
from quizapp.desktop.parts.finding_list import FindingList
from quizapp.desktop.parts.legend import Legend
from quizapp.desktop.parts.text import GRID, button, card, clear, label, link, named
from quizapp.desktop.theme.roles import Roles

_FINDINGS, _RANKED = 288, 320  # px
_MOST = 8


class ExplorerPage(BesidePage):
    """Findings at the left, what they add up to beside them, and where that is on the diagram."""

    condition_requested = Signal(str)
    compare_requested = Signal(object)

    def __init__(self, context: Context, theme: Roles, parent: QWidget | None = None) -> None:
        super().__init__(context, theme, parent)
        self.refresh()

    @property
    def vignette(self) -> Vignette:
        """Return what was ticked."""
        return self.findings.vignette

    def build_left(self) -> QWidget:
        """Return the findings and the differential."""
        left = QWidget()
        row = QHBoxLayout(left)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._build_findings())
        scroll, self.column = scrolling(_RANKED)
        row.addWidget(scroll)
        return left

    def refresh(self) -> None:
        """Show the findings there are, and what is ticked of them."""
        self.findings.show_findings(self.context.clinic.findings.values())
        self._on_changed()

    def _build_findings(self) -> QWidget:
        made = named(QWidget(), "column")
        made.setFixedWidth(_FINDINGS)
        column = QVBoxLayout(made)
        column.setContentsMargins(3 * GRID, 3 * GRID, GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addWidget(label(words("explorer.title"), "title"))
        column.addWidget(label(words("explorer.hint"), "small"))
        search = QLineEdit(placeholderText=words("explorer.search"))
        search.setAccessibleName(words("explorer.search"))
        search.setClearButtonEnabled(True)
        column.addWidget(search)
        self.findings = FindingList()
        self.findings.changed.connect(self._on_changed)
        self.findings.dropped.connect(self._on_dropped)
        search.textChanged.connect(self.findings.filter)
        column.addWidget(self.findings, 1)
        again = button(words("explorer.clear"), "plain")
        again.clicked.connect(self.findings.clear_ticks)
        column.addWidget(again)
        return made

    def _on_dropped(self, finding: str) -> None:
        self.context.messages.tell(words("explorer.dropped", finding=self.context.clinic.findings[finding].label))

    def _on_changed(self) -> None:
        """Show the differential of what is ticked."""
        self.findings.table = self.context.table
        clear(self.column)
        self._add_ticked()
        ranked = self.context.table.rank(self.vignette)
        if not ranked:
            self.column.addWidget(label(words("explorer.empty"), "quiet"))
        for one in ranked:
            if one.red_flag:
                self.column.addWidget(label(words("differential.red_flag", name=one.condition.name), "wrong"))
        if ranked:
            leaders = [one.condition.name for one in ranked[:2]]
            samples = [*SAMPLES[: len(leaders)], BOTH]
            self.column.addWidget(Legend(self.theme, samples, [*leaders, words("compare.both")]))
        for one in ranked[:_MOST]:
            self.column.addWidget(self._card(one))
        if len(ranked) > 1:
            compare = button(words("explorer.compare"), "link")
            pair = (ranked[0].condition.id, ranked[1].condition.id)
            compare.clicked.connect(lambda: self.compare_requested.emit(pair))
            self.column.addWidget(compare)
        self._add_next()
        self.column.addWidget(label(words("differential.disclaimer"), "small"))
        self.column.addStretch(1)
        places = [self.context.clinic.places(one.condition.id) for one in ranked[:2]]
        self.light(together(zip(places, ("one", "other"), strict=False), "both"))

    def _add_ticked(self) -> None:
        """Show what is ticked, each finding a link that takes it back."""
        ticked = [(one, "explorer.is_present") for one in self.vignette.present]
        ticked += [(one, "explorer.is_absent") for one in self.vignette.absent]
        if not ticked:
            return
        self.column.addWidget(label(words("explorer.ticked"), "small"))
        for finding, key in ticked:
            said = words(key, finding=self.context.clinic.findings[finding].label)
            made = link(said, words("explorer.take_back", finding=said))
            made.linkActivated.connect(lambda _, finding=finding: self.findings.set_tick(finding, ""))
            self.column.addWidget(made)

    def _card(self, one: Ranked) -> QWidget:
        head = link(f"{one.rank}.  {one.condition.name}", words("compare.open", name=one.condition.name))
        head.linkActivated.connect(lambda: self.condition_requested.emit(one.condition.id))
        weighing = self.context.table.weigh(one.condition.id, self.vignette)
        return card(head, EvidenceList(weighing, self.theme, reasons=False))

    def _add_next(self) -> None:
        rows = self.context.table.next_findings(self.vignette)
        if not rows or not self.vignette.present:
            return
        self.column.addWidget(label(words("differential.next"), "strong"))
        for row in rows:
            self.column.addWidget(self._suggestion(row))

    def _suggestion(self, row: Separation) -> QWidget:
        cost = words(f"explorer.{row.finding.kind}")
        made = link(words("explorer.ask", finding=row.finding.label, cost=cost))
        made.setToolTip(words("explorer.show"))
        made.linkActivated.connect(lambda: self.findings.show_finding(row.finding.id))
        return made
