"""The structures of a diagram as a tree by system: the full equivalent of the picture."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel

from quizapp.anatomy.structure import Structure
from quizapp.base.words import words

_ID = Qt.ItemDataRole.UserRole


class StructureModel(QStandardItemModel):
    """Systems with their structures, in the order of the catalogue."""

    def __init__(self, structures: Iterable[Structure]) -> None:
        super().__init__()
        self._items: dict[str, QStandardItem] = {}
        groups: dict[str, QStandardItem] = {}
        for structure in structures:
            group = groups.get(structure.system)
            if group is None:
                group = groups[structure.system] = self._item(words(f"systems.{structure.system}"), "")
                group.setSelectable(False)
                self.invisibleRootItem().appendRow(group)
            item = self._item(structure.name, structure.id)
            group.appendRow(item)
            self._items[structure.id] = item

    def structure_at(self, index: QModelIndex) -> str:
        """Return the structure of a row, or an empty text for a system."""
        found: str = index.data(_ID) or ""
        return found

    def index_of(self, structure: str) -> QModelIndex:
        """Return the row of a structure."""
        item = self._items.get(structure)
        return self.indexFromItem(item) if item is not None else QModelIndex()

    def order(self) -> list[str]:
        """Return the structures as the list shows them: the order the arrow keys walk."""
        return list(self._items)

    @staticmethod
    def _item(name: str, structure: str) -> QStandardItem:
        item = QStandardItem(name)
        item.setEditable(False)
        item.setData(structure, _ID)
        return item
