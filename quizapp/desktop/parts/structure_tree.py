"""The tree of structures; its selected row is one rounded bar from edge to edge."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyleOptionViewItem, QTreeView, QWidget

from quizapp.desktop.theme.roles import Roles


class StructureTree(QTreeView):
    """Systems and their structures; the style alone would part the selection at the branch."""

    def __init__(self, theme: Roles, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setHeaderHidden(True)
        self.setIndentation(16)
        self.setViewportMargins(8, 0, 0, 0)

    def drawRow(
        self, painter: QPainter, options: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the bar of a selected row, then the row."""
        if self.selectionModel().isSelected(index):
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            focus = self.hasFocus()
            painter.setPen(QPen(self.theme.colour("focus"), 2) if focus else Qt.PenStyle.NoPen)
            painter.setBrush(self.theme.colour("accent_soft"))
            bar = QRectF(0, options.rect.top(), self.viewport().width() - 8, options.rect.height())
            painter.drawRoundedRect(bar.adjusted(1, 1, -1, -1), 6, 6)
            painter.restore()
        super().drawRow(painter, options, index)
