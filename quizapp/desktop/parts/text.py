"""Labels, headings and buttons in the few looks there are."""

from __future__ import annotations

import html
from typing import TypeVar

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

Part = TypeVar("Part", bound=QWidget)

GRID = 8  # px; every gap is a multiple


class _Label(QLabel):
    """Works its height for a width out once: layouts within layouts ask for it dozens of times."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._heights: dict[int, int] = {}

    def heightForWidth(self, width: int) -> int:
        """Return the height in pixels that the text fills in a width."""
        if width not in self._heights:
            self._heights[width] = super().heightForWidth(width)
        return self._heights[width]

    def setText(self, text: str) -> None:
        """Show another text."""
        self._heights.clear()
        super().setText(text)

    def changeEvent(self, event: QEvent) -> None:
        """Be as high as another font or style needs."""
        self._heights.clear()
        super().changeEvent(event)


def label(text: str = "", look: str = "", wrap: bool = True) -> QLabel:
    """Return a label; looks: title, strong, small, quiet, right, wrong, near, or none for body text."""
    made = _Label(text)
    made.setWordWrap(wrap)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
    set_look(made, look)
    return made


def prose(text: str, look: str = "") -> QLabel:
    """Return a label for running text, its lines set apart for reading."""
    made = label("", look)
    made.setTextFormat(Qt.TextFormat.RichText)
    lines = html.escape(text).replace("\n", "<br>")
    made.setText(f'<p style="line-height: 125%; margin: 0">{lines}</p>')
    made.setAccessibleName(text)
    return made


def link(text: str, name: str = "") -> QLabel:
    """Return words that lead somewhere and may fill several lines; ``linkActivated`` tells that they were followed."""
    made = label("", "link")
    made.setTextFormat(Qt.TextFormat.RichText)
    made.setTextInteractionFlags(
        Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
    )
    made.setText(f'<a href="#" style="text-decoration: none">{html.escape(text)}</a>')
    made.setAccessibleName(name or text)
    return made


def button(text: str, look: str = "", checkable: bool = False) -> QPushButton:
    """Return a push button; looks: primary, plain, link, chip, rail, or none."""
    made = QPushButton(text)
    made.setCheckable(checkable)
    made.setAutoDefault(True)  # Enter presses what is focused
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.setIconSize(QSize(20, 20))
    set_look(made, look)
    return made


def set_look(widget: QWidget, look: str) -> None:
    """Give a widget one of the looks of the style sheet."""
    if widget.property("look") != look:
        widget.setProperty("look", look)
        if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):  # a new one is polished when it is shown
            widget.style().unpolish(widget)
            widget.style().polish(widget)


def number(value: float) -> str:
    """Return a number of points, without a decimal that says nothing."""
    return f"{value:.1f}".rstrip("0").rstrip(".")


def named(widget: Part, name: str) -> Part:
    """Give a widget the name by which the style sheet knows it, and return it."""
    widget.setObjectName(name)
    return widget


def card(*widgets: QWidget) -> QFrame:
    """Return a quiet frame around some widgets."""
    frame = named(QFrame(), "card")
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
    layout.setSpacing(GRID)
    for widget in widgets:
        layout.addWidget(widget)
    return frame


def stage() -> tuple[QWidget, QVBoxLayout, QHBoxLayout]:
    """Return a place for the diagram, the column it goes into, and the row of the bar below it."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    bar = named(QFrame(), "bar")
    bar.setFixedHeight(7 * GRID)
    row = QHBoxLayout(bar)
    row.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
    row.setSpacing(GRID // 2)
    column.addWidget(bar)
    return made, column, row


def reading_page(width: int) -> tuple[QScrollArea, QVBoxLayout]:
    """Return a page that scrolls and its column, at most ``width`` pixels wide."""
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    page = named(QWidget(), "column")
    holder = QHBoxLayout(page)
    holder.setContentsMargins(3 * GRID, 4 * GRID, 3 * GRID, 2 * GRID)
    inner = QWidget()
    inner.setMaximumWidth(width)
    column = QVBoxLayout(inner)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(GRID)
    holder.addWidget(inner, 1)
    holder.addStretch(0)
    scroll.setWidget(page)
    return scroll, column


def clear(layout: QVBoxLayout) -> None:
    """Take everything out of a layout."""
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()
