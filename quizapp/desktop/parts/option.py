"""An option as a full-width card: its key at the left, its words, a clear edge when chosen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFocusEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from quizapp.desktop.parts.text import GRID, label
from quizapp.desktop.theme.roles import Roles


class OptionCard(QAbstractButton):
    """One option to choose; ``number`` is its key on the keyboard, ``paired`` with a marker on the diagram."""

    def __init__(
        self, number: int, words: str, theme: Roles, paired: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setCheckable(True)
        self.setText(words)
        self.setAccessibleName(f"{number}. {words}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        layout = self._row = QHBoxLayout(self)
        layout.setContentsMargins(2 * GRID, GRID + 4, 2 * GRID, GRID + 4)
        layout.setSpacing(2 * GRID)
        self._number = label(str(number), "quiet", wrap=False)
        self._number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._number.setFixedWidth(2 * GRID)
        self._marker = number if paired else 0
        self.set_theme(theme)
        self._words = label(words)
        for one in (self._number, self._words):
            one.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        layout.addWidget(self._number, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self._words, 1, Qt.AlignmentFlag.AlignVCenter)

    def set_theme(self, theme: Roles) -> None:
        """Show the card in another theme."""
        self._theme = theme
        if self._marker:
            self._pair(self._marker)
        self.update()

    def _pair(self, number: int) -> None:
        """Show the number as the marker on the diagram does: on a disc of the same colour."""
        colour = self._theme.marker(number).name()
        self._number.setFixedSize(26, 26)
        self._number.setStyleSheet(
            f"background: {colour}; color: {self._theme.on_accent}; border-radius: 13px; font-weight: 600"
        )

    def sizeHint(self) -> QSize:
        """Return the size that the words need at the width there is."""
        width = max(self.width(), 200)
        return QSize(width, self.heightForWidth(width))

    def hasHeightForWidth(self) -> bool:
        """Tell that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the words at a width."""
        return max(48, self._row.totalHeightForWidth(width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the words when the width changes."""
        self.setMinimumHeight(self.heightForWidth(self.width()))
        super().resizeEvent(event)
        # Squeezed first and given its height within this very event, the row would keep the squeezed one.
        self._row.setGeometry(self.rect())

    def enterEvent(self, event: QEnterEvent) -> None:
        """Lift by one tone."""
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Settle again."""
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus."""
        super().focusInEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card under its words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._theme
        chosen = self.isChecked()
        ground = "accent_soft" if chosen else "raised" if self.underMouse() else "surface"
        edge, width = ("accent", 2.0) if chosen else ("line", 1.0)
        if self.hasFocus():
            edge, width = "focus", 2.0
        painter.setBrush(theme.colour(ground))
        painter.setPen(QPen(theme.colour(edge), width))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 12, 12)
        if self.hasFocus() and chosen:
            painter.setPen(QPen(theme.colour("focus"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(4, 4, -4, -4), 9, 9)
        painter.end()
