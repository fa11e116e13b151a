"""Which drill, on which structures: ticked by hand, by system or all that is seen."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QHBoxLayout,
    QRadioButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from quizapp.anatomy.diagram import Diagram
from quizapp.anatomy.structure import Structure
from quizapp.base.words import words
from quizapp.desktop.context import Context
from quizapp.desktop.parts.text import GRID, button, label, named

DRILLS = ("find", "name_it", "cover", "relate", "order", "palpate", "territory")
_INDENT = 27  # px, under the words of a radio button
_ID = Qt.ItemDataRole.UserRole


class DrillDialog(QDialog):
    """Asks for a drill and its structures; ``count`` says how many questions a choice would give."""

    def __init__(
        self,
        view: str,
        structures: Sequence[Structure],
        seen: Sequence[str],
        count: Callable[[str, Sequence[str]], int],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        named(self, "page")
        self.setWindowTitle(words("drills.choose"))
        self.setMinimumSize(680, 520)
        self.resize(760, 560)
        self._count = count
        self._seen = set(seen)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        outer.setSpacing(2 * GRID)
        columns = QHBoxLayout()
        columns.setSpacing(3 * GRID)
        columns.addLayout(self._build_drills(), 1)
        columns.addLayout(self._build_structures(view, structures), 1)
        outer.addWidget(label(words("drills.choose"), "title"))
        outer.addLayout(columns, 1)
        outer.addLayout(self._build_foot())
        self._refresh()

    @property
    def drill(self) -> str:
        """Return the drill that is chosen."""
        return DRILLS[self._drills.checkedId()]

    @property
    def can_start(self) -> bool:
        """Tell whether there is something to ask."""
        return self._start.isEnabled()

    def choose(self, drill: str) -> None:
        """Choose a drill."""
        self._drills.button(DRILLS.index(drill)).setChecked(True)

    def ticked(self) -> list[str]:
        """Return the structures that are ticked."""
        return [one.data(0, _ID) for one in self._items if one.checkState(0) == Qt.CheckState.Checked]

    def tick(self, structures: Sequence[str]) -> None:
        """Tick these structures and no others."""
        self._tree.blockSignals(True)
        for leaf in self._items:
            leaf.setCheckState(0, Qt.CheckState.Checked if leaf.data(0, _ID) in structures else Qt.CheckState.Unchecked)
        self._tree.blockSignals(False)
        self._refresh()

    def _build_drills(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(2)
        self._drills = QButtonGroup(self)
        for number, drill in enumerate(DRILLS):
            one = QRadioButton(words(f"drills.called_{drill}"))
            said = label(words(f"drills.said_{drill}"), "small")
            said.setContentsMargins(_INDENT, 0, 0, GRID)
            one.setAccessibleDescription(said.text())
            one.setChecked(number == 0)
            one.toggled.connect(self._refresh)
            self._drills.addButton(one, number)
            column.addWidget(one)
            column.addWidget(said)
        column.addStretch(1)
        return column

    def _build_structures(self, view: str, structures: Sequence[Structure]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(GRID)
        column.addWidget(label(words("drills.on_view", view=view), "small"))
        self._tree = QTreeWidget()
        self._tree.setHeaderHidden(True)
        self._tree.setAccessibleName(words("drills.structures"))
        self._items: list[QTreeWidgetItem] = []
        groups: dict[str, QTreeWidgetItem] = {}
        for one in structures:
            if one.system not in groups:
                group = groups[one.system] = QTreeWidgetItem(self._tree, [words(f"systems.{one.system}").capitalize()])
                group.setFlags(group.flags() | Qt.ItemFlag.ItemIsAutoTristate | Qt.ItemFlag.ItemIsUserCheckable)
            leaf = QTreeWidgetItem(groups[one.system], [one.name])
            leaf.setData(0, _ID, one.id)
            self._items.append(leaf)
            seen = one.id in self._seen
            leaf.setCheckState(0, Qt.CheckState.Checked if seen else Qt.CheckState.Unchecked)
        self._tree.itemChanged.connect(self._refresh)
        column.addWidget(self._tree, 1)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        ids = [one.id for one in structures]
        for key, wanted in (("all", ids), ("none", []), ("seen", list(self._seen))):
            made = button(words(f"drills.{key}"), "chip")
            made.setAutoDefault(False)
            made.clicked.connect(lambda _=False, wanted=wanted: self.tick(wanted))
            row.addWidget(made)
        row.addStretch(1)
        column.addLayout(row)
        return column

    def _build_foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self._said = label("", "small", wrap=False)
        row.addWidget(self._said, 1)
        cancel = button(words("drills.cancel"))
        cancel.clicked.connect(self.reject)
        self._start = button(words("drills.start"), "primary")
        self._start.clicked.connect(self.accept)
        self._start.setDefault(True)
        row.addWidget(cancel)
        row.addWidget(self._start)
        return row

    def _refresh(self) -> None:
        count = self._count(self.drill, self.ticked())
        self._start.setEnabled(count > 0)
        self._said.setText(words("drills.count", count=count) if count else words("drills.no_count"))


def choose_drill(
    context: Context, diagram: Diagram, seen: Sequence[str], parent: QWidget
) -> tuple[str, list[str]] | None:
    """Ask for a drill on a view; return its name and the structures, or None where nobody wants one."""
    from quizapp.quiz import drills  # a start does without them

    knowledge, view = context.knowledge, diagram.view
    drawn = [context.catalogue[one.id] for one in diagram.regions]
    drawn.sort(key=lambda one: (one.system, one.name))

    def count(drill: str, structures: Sequence[str]) -> int:
        return len(drills.items(drill, view.id, structures, knowledge))

    dialog = DrillDialog(view.name, drawn, seen, count, parent)
    return (dialog.drill, dialog.ticked()) if dialog.exec() else None
