"""A sheet of ten patients made from a skeleton, for an author to approve at a glance."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from quizapp.bank import markup
from quizapp.base import paths
from quizapp.base.words import words
from quizapp.clinic.approval import approve
from quizapp.clinic.skeleton import Skeleton, Variant, make
from quizapp.clinic.skeleton_reading import SHEET
from quizapp.desktop.context import Context
from quizapp.desktop.parts.text import GRID, button, card, clear, label, prose, reading_page

_LIST = 320  # px


class SheetPage(QWidget):
    """The skeletons at the left; ten of one's patients at the right, each to approve or not."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._context = context
        self._first = 1
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        left = QWidget()
        left.setFixedWidth(_LIST)
        column = QVBoxLayout(left)
        column.setContentsMargins(3 * GRID, 4 * GRID, GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addWidget(label(words("sheet.title"), "title"))
        column.addWidget(label(words("sheet.hint"), "small"))
        self._list = QListWidget()
        self._list.setAccessibleName(words("sheet.title"))
        self._list.setWordWrap(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.currentItemChanged.connect(self._on_skeleton)
        column.addWidget(self._list, 1)
        row.addWidget(left)
        scroll, self._column = reading_page(820)
        row.addWidget(scroll, 1)

    def refresh(self) -> None:
        """List the skeletons there are."""
        at = max(0, self._list.currentRow())
        self._list.blockSignals(True)
        self._list.clear()
        for one in self._context.skeletons.values():
            item = QListWidgetItem(_row(one))
            item.setData(Qt.ItemDataRole.UserRole, one.id)
            self._list.addItem(item)
        self._list.setCurrentRow(at)
        self._list.blockSignals(False)
        self._show()

    @property
    def skeleton(self) -> Skeleton | None:
        """Return the skeleton on show."""
        item = self._list.currentItem()
        return self._context.skeletons.get(item.data(Qt.ItemDataRole.UserRole)) if item is not None else None

    def show_from(self, first: int) -> None:
        """Show the sheet that begins with a number."""
        self._first = max(1, first)
        self._show()

    def _on_skeleton(self) -> None:
        self.show_from(1)

    def _show(self) -> None:
        clear(self._column)
        skeleton = self.skeleton
        if skeleton is None:
            self._column.addWidget(label(words("sheet.none"), "quiet"))
            return
        condition = self._context.clinic.conditions[skeleton.key].name
        self._column.addWidget(
            label(words("sheet.head", name=condition, first=self._first, last=self._first + SHEET - 1), "title")
        )
        for seed in range(self._first, self._first + SHEET):
            found = make(skeleton, seed, self._context.table, self._context.clinic.findings)
            self._column.addWidget(self._card(found))
        self._column.addWidget(self._build_steps())
        self._column.addStretch(1)

    def _card(self, one: Variant) -> QWidget:
        tick = QCheckBox(words("sheet.approved", number=one.seed))
        tick.setChecked(one.seed in one.skeleton.approved)
        tick.toggled.connect(lambda on: self._on_approved(one.seed, on))
        rivals = ", ".join(self._context.clinic.conditions[rival].name for rival in one.rivals)
        return card(tick, prose(markup.plain(one.stem)), label(words("sheet.rivals", names=rivals), "small"))

    def _build_steps(self) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        for name, by in (("before", -SHEET), ("after", SHEET)):
            made = button(words(f"sheet.{name}"))
            made.setEnabled(self._first + by >= 1)
            made.clicked.connect(lambda _=False, by=by: self.show_from(self._first + by))
            row.addWidget(made)
        row.addStretch(1)
        return box

    def _on_approved(self, seed: int, on: bool) -> None:
        """Write what was approved at once, or say why it cannot be written."""
        skeleton = self.skeleton
        assert skeleton is not None
        seeds = {*skeleton.approved, seed} if on else {*skeleton.approved} - {seed}
        file = paths.resources("clinic", "skeletons", f"{skeleton.id}.yaml")
        if self._context.messages.try_to(lambda: approve(file, seeds)):
            changed = replace(skeleton, approved=tuple(sorted(seeds)))
            self._context.skeletons = {**self._context.skeletons, skeleton.id: changed}
            self._list.currentItem().setText(_row(changed))
        else:
            self._show()


def _row(skeleton: Skeleton) -> str:
    """Return what the list says of a skeleton."""
    return words("sheet.row", name=skeleton.id.replace("-", " ").capitalize(), count=len(skeleton.approved))
