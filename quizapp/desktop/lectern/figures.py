"""The questions of a class that is over with their figures, and the switch that leaves a bad one out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QBrush
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from quizapp.base.words import words
from quizapp.classroom import tables
from quizapp.desktop.parts.text import GRID, label
from quizapp.desktop.theme.roles import Roles
from quizapp.quiz.item_analysis import Analysis, ItemFigures

_COUNTS, _NUMBER, _ASKED, _TAKERS, _FACILITY, _DISCRIMINATION = range(6)


class Figures(QWidget):
    """A row a question; what the options of the chosen one drew stands below."""

    counts_wanted = Signal(int, bool)

    def __init__(self, theme: Roles, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._results: Mapping[str, Any] = {}
        self._found = Analysis({}, None)
        self._is_filling = False
        self.table = QTableWidget(0, 6)
        hints = words("classroom.figures.hints").split("|")
        for at, text in enumerate(words("classroom.figures.head").split("|")):
            head = QTableWidgetItem(text)
            head.setToolTip(hints[at])
            self.table.setHorizontalHeaderItem(at, head)
        self.table.setAccessibleName(words("classroom.tables.questions"))
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(_ASKED, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.table.itemChanged.connect(self._on_ticked)
        self.table.currentCellChanged.connect(self._on_chosen)
        self._pulls = label("", "small")
        self._alpha = label("", "small")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self.table)
        column.addWidget(self._pulls)
        column.addWidget(self._alpha)
        column.addStretch(1)

    def set_theme(self, theme: Roles) -> None:
        """Use another theme."""
        self._theme = theme
        self.show_results(self._results)

    def show_results(self, results: Mapping[str, Any]) -> None:
        """Show the figures of a class."""
        self._results = results
        found = self._found = tables.analysis(results) if results else Analysis({}, None)
        row = max(0, self.table.currentRow())
        self._is_filling = True
        items = results.get("items", ())
        self.table.setRowCount(len(items))
        for at, item in enumerate(items):
            self._fill(at, item, found.items.get(item["id"]))
        self._is_filling = False
        rows = sum(self.table.rowHeight(at) for at in range(len(items)))
        self.table.setMaximumHeight(self.table.horizontalHeader().sizeHint().height() + rows + 2 * GRID)
        self.table.setCurrentCell(min(row, len(items) - 1), _ASKED)
        self._on_chosen(self.table.currentRow())
        said = "" if found.alpha is None else words("classroom.figures.alpha", alpha=_signed(found.alpha, ""))
        self._alpha.setText(said)

    def _fill(self, at: int, item: Mapping[str, Any], one: ItemFigures | None) -> None:
        is_grey = one is None or one.is_few
        cells = [""] * 6
        cells[_NUMBER], cells[_ASKED] = str(at + 1), item["ask"]
        if one is not None:
            cells[_TAKERS] = str(one.takers)
            cells[_FACILITY] = words(
                "classroom.figures.facility",
                share=_percent(one.facility),
                low=_percent(one.low),
                high=_percent(one.high),
            )
            cells[_DISCRIMINATION] = "" if one.discrimination is None else _signed(one.discrimination, "+")
        for column, text in enumerate(cells):
            cell = QTableWidgetItem(text)
            cell.setForeground(QBrush(self._theme.colour("quiet" if is_grey else "text")))
            cell.setToolTip(words("classroom.figures.few") if is_grey and column >= _TAKERS else text)
            if column == _COUNTS:
                if not item["answers"]:  # it counts for nobody anyway
                    self.table.setItem(at, column, cell)
                    continue
                cell.setFlags(cell.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                cell.setCheckState(Qt.CheckState.Unchecked if item["excluded"] else Qt.CheckState.Checked)
                cell.setData(Qt.ItemDataRole.AccessibleTextRole, words("classroom.figures.counts", number=at + 1))
            self.table.setItem(at, column, cell)

    def _on_ticked(self, cell: QTableWidgetItem) -> None:
        if not self._is_filling and cell.column() == _COUNTS:
            self.counts_wanted.emit(cell.row(), cell.checkState() == Qt.CheckState.Checked)

    def _on_chosen(self, row: int, *_: int) -> None:
        items = self._results.get("items", ())
        self._pulls.setText("  ·  ".join(tables.pulled(self._found, items[row])) if 0 <= row < len(items) else "")


def _signed(value: float, sign: str) -> str:
    return f"{value:{sign}.2f}".replace("-", "−")


def _percent(share: float) -> int:
    return round(100 * share)
