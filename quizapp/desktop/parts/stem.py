"""The words of a case; after the answer, its findings are underlined for and against."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QResizeEvent, QTextBlock, QTextCharFormat, QTextCursor, QTextFragment
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser, QWidget

from quizapp.bank import markup
from quizapp.desktop.theme.roles import Roles


class StemView(QTextBrowser):
    """A stem in light Markdown that is as high as its words."""

    def __init__(self, theme: Roles, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._told: dict[str, list[QTextCursor]] = {}
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.document().setDocumentMargin(0)
        self.viewport().setAutoFillBackground(False)

    def show_open(self, stem: str) -> None:
        """Show the case without a hint of what is a finding."""
        self._set(markup.html(stem))

    def show_judged(self, stem: str, supporting: Collection[str], opposing: Collection[str]) -> list[str]:
        """Underline what speaks for the answer (solid) and against the choice (dashed); return which occur."""
        met: set[str] = set()

        def mark(tag: markup.Tag) -> str:
            kind = "for" if tag.finding in supporting else "against" if tag.finding in opposing else "other"
            met.add(kind)
            return f'<a href="{kind}:{tag.finding}">'

        self._set(markup.html(stem, mark))
        self._underline()
        return [kind for kind in ("for", "against") if kind in met]

    def point_out(self, finding: str) -> bool:
        """Lay a wash behind the words of a finding, and take it from others; tell whether the stem states it."""
        for one, cursors in self._told.items():
            wash = self._theme.colour("accent_soft") if one == finding else self._theme.colour("ground", 0.0)
            look = QTextCharFormat()
            look.setBackground(wash)
            for cursor in cursors:
                cursor.mergeCharFormat(look)
        return finding in self._told

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the width."""
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        """Return the size of the words."""
        return QSize(400, self.height())

    def _set(self, html: str) -> None:
        self.setHtml(f'<div style="line-height: 128%">{html.strip()}</div>')
        self._fit()

    def _fit(self) -> None:
        self.document().setTextWidth(self.viewport().width())
        self.setFixedHeight(int(self.document().size().height()) + 4)

    def _underline(self) -> None:
        """Give each tagged run its line; HTML alone knows no dashed one."""
        looks = {
            "for": (self._theme.right, QTextCharFormat.UnderlineStyle.SingleUnderline),
            "against": (self._theme.wrong, QTextCharFormat.UnderlineStyle.DashUnderline),
            "other": (self._theme.quiet, QTextCharFormat.UnderlineStyle.DotLine),
        }
        block = self.document().begin()
        while block.isValid():
            for part in _fragments(block):
                kind, _, finding = part.charFormat().anchorHref().partition(":")
                if kind:
                    cursor = QTextCursor(self.document())
                    cursor.setPosition(part.position())
                    cursor.setPosition(part.position() + part.length(), QTextCursor.MoveMode.KeepAnchor)
                    cursor.setCharFormat(self._format(looks.get(kind)))
                    self._told.setdefault(finding, []).append(cursor)
            block = block.next()

    def _format(self, look: tuple[str, QTextCharFormat.UnderlineStyle] | None) -> QTextCharFormat:
        made = QTextCharFormat()
        made.setForeground(self._theme.colour("text"))
        if look is not None:
            colour, style = look
            made.setFontWeight(
                QFont.Weight.DemiBold if style != QTextCharFormat.UnderlineStyle.DotLine else QFont.Weight.Normal
            )
            made.setUnderlineStyle(style)
            made.setUnderlineColor(colour)
        return made


def _fragments(block: QTextBlock) -> list[QTextFragment]:
    found = []
    iterator = block.begin()
    while not iterator.atEnd():
        if iterator.fragment().isValid():
            found.append(iterator.fragment())
        iterator += 1
    return found
