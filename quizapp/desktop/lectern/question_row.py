"""A question in a list: what it is for, and below it in quiet letters its topic and kind."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from quizapp.desktop.parts.text import GRID

_SMALLER = 0.87
Index = QModelIndex | QPersistentModelIndex


class QuestionRow(QStyledItemDelegate):
    """Paints the two lines of an item's text; what does not fit is elided, and stands in the tooltip."""

    def __init__(self, is_numbered: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._is_numbered = is_numbered

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return two lines and the air around them."""
        fonts = _fonts(option.font)
        return QSize(0, sum(QFontMetrics(one).height() for one in fonts) + 2 * GRID)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the ground as the style has it, then the lines."""
        self.initStyleOption(option, index)
        first, _, second = str(index.data()).partition("\n")
        if self._is_numbered:
            first = f"{index.row() + 1}.  {first}"
        option.text = ""
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        room = option.rect.adjusted(GRID, GRID // 2, -GRID, -GRID // 2)
        palette = option.palette
        painter.save()
        for font, text, role in zip(_fonts(option.font), (first, second), ("text", "placeholderText"), strict=True):
            metrics = QFontMetrics(font)
            painter.setFont(font)
            painter.setPen(getattr(palette, role)().color())
            line = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, line)
            room.setTop(room.top() + metrics.height())
        painter.restore()


def _fonts(font: QFont) -> tuple[QFont, QFont]:
    small = QFont(font)
    if font.pixelSize() > 0:
        small.setPixelSize(round(font.pixelSize() * _SMALLER))
    else:
        small.setPointSizeF(font.pointSizeF() * _SMALLER)
    return font, small
