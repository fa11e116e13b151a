"""Beside the atlas: the list of structures, the search in it, and the card of the one that is selected."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QSplitter, QTreeView, QVBoxLayout, QWidget

from quizapp.anatomy.description import relations_of
from quizapp.base.words import words
from quizapp.desktop.context import Context
from quizapp.desktop.models.structures import StructureModel
from quizapp.desktop.parts.structure_card import StructureCard
from quizapp.desktop.parts.structure_tree import StructureTree
from quizapp.desktop.parts.text import GRID, label, named
from quizapp.desktop.theme.roles import Roles

WIDTH = 344  # px
_FOUND = 20


class StructurePanel(QFrame):
    """Lists every structure that some view shows; ``chosen`` tells the one picked in the list or by a search."""

    chosen = Signal(str)
    structure_requested = Signal(str)
    ask_requested = Signal(str)
    condition_requested = Signal(str)

    def __init__(self, context: Context, theme: Roles, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "panel")
        self.setFixedWidth(WIDTH)
        self._context = context
        self._names = context.names()
        self._selected = ""
        self._found: list[str] = []
        self._all = StructureModel(one for one in context.catalogue if context.atlas.showing(one.id))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2 * GRID, 0, 0)
        column.setSpacing(GRID)
        self._build_search(column)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(1)
        self._tree = StructureTree(theme)
        self._tree.setAccessibleName(words("atlas.list_name"))
        self._tree.clicked.connect(self._on_row)
        self._show_model(self._all)
        split.addWidget(self._tree)
        self._card = StructureCard()
        self._card.ask_requested.connect(self.ask_requested)
        self._card.structure_requested.connect(self.structure_requested)
        self._card.condition_requested.connect(self.condition_requested)
        split.addWidget(self._card)
        split.setSizes([230, 470])
        column.addWidget(split, 1)

    def listed(self) -> list[str]:
        """Return the structures in the order of the list."""
        return self._all.order()

    def refresh(self) -> None:
        """List what the views show, once that is known."""
        listed = [one for one in self._context.catalogue if self._context.atlas.showing(one.id)]
        if [one.id for one in listed] != self._all.order():
            self._all = StructureModel(listed)
            if not self._search.text().strip():
                self._show_model(self._all)

    def set_theme(self, theme: Roles) -> None:
        """Show the list in another theme."""
        self._tree.theme = theme

    def show_structure(self, structure: str, here: list[str], elsewhere: str) -> None:
        """Show the card of a structure and what lies at the same spot; ``elsewhere`` says why it is not in sight."""
        self._selected = structure
        model = self._model()
        index = model.index_of(structure) if structure else QModelIndex()
        if not index.isValid():
            self._tree.setCurrentIndex(QModelIndex())
        elif index != self._tree.currentIndex():
            self._tree.setCurrentIndex(index)
            self._tree.scrollTo(index, QTreeView.ScrollHint.PositionAtCenter)
        if not structure:
            self._card.show_hint()
            return
        context = self._context
        self._card.show_structure(
            context.catalogue[structure],
            context.conditions_at(structure),
            [(one, self._names[one]) for one in here],
            len(context.bank.about(structure)),
            self._related(structure),
            relations_of(structure, context.catalogue, context.relations),
            elsewhere,
        )

    def _related(self, structure: str) -> list[tuple[str, list[tuple[str, str]]]]:
        """Return what the card lists of a nerve, a muscle or a skin field: the way up, and what a lesion costs."""
        relations = self._context.relations
        wholly = relations.lost_wholly(structure)[1:]
        ways = (
            ("atlas.way_up", relations.way_up(structure)),
            ("atlas.lost_below", wholly),
            ("atlas.partly_lost", [one for one in relations.lost_below(structure) if one not in wholly]),
            ("atlas.fed_by", relations.fed_by(structure)),
        )
        return [(words(key), [(one, self._names[one]) for one in found]) for key, found in ways if found]

    def _build_search(self, column: QVBoxLayout) -> None:
        self._search = QLineEdit(placeholderText=words("atlas.search"))
        self._search.setAccessibleName(words("atlas.search"))
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(self._on_search)
        self._search.returnPressed.connect(self._on_search_done)
        holder = QHBoxLayout()
        holder.setContentsMargins(2 * GRID, 0, 2 * GRID, 0)
        holder.addWidget(self._search)
        column.addLayout(holder)
        self._none = label(words("atlas.no_match"), "small")
        self._none.setContentsMargins(2 * GRID, 0, 2 * GRID, 0)
        self._none.hide()
        column.addWidget(self._none)

    def _model(self) -> StructureModel:
        model = self._tree.model()
        assert isinstance(model, StructureModel)
        return model

    def _show_model(self, model: StructureModel) -> None:
        self._tree.setModel(model)
        self._tree.selectionModel().currentChanged.connect(self._on_listed)

    def _on_listed(self, index: QModelIndex) -> None:
        structure = self._model().structure_at(index)
        if structure and structure != self._selected:
            self.chosen.emit(structure)

    def _on_row(self, index: QModelIndex) -> None:
        """Open or close a system by its name too."""
        if not self._model().structure_at(index):
            self._tree.setExpanded(index, not self._tree.isExpanded(index))

    def _on_search(self, text: str) -> None:
        found = [one for one in self._context.catalogue.search(text, _FOUND) if self._context.atlas.showing(one.id)]
        self._show_model(StructureModel(found) if text.strip() else self._all)
        self._none.setVisible(bool(text.strip()) and not found)
        if text.strip():
            self._tree.expandAll()
        self._found = [one.id for one in found]

    def _on_search_done(self) -> None:
        if self._search.text().strip() and self._found:
            self.chosen.emit(self._found[0])
