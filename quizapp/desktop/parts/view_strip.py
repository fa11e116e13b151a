"""The strip of views: a small picture of each, the selected structure in it wherever it appears."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF, QTransform
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QHBoxLayout, QSizePolicy, QWidget

from quizapp.anatomy.atlas import Atlas
from quizapp.anatomy.diagram import Diagram, Region, View
from quizapp.base.words import words
from quizapp.desktop.parts.text import GRID
from quizapp.desktop.theme.roles import Roles

_HEIGHT, _NAME, _RADIUS = 76, 20, 10.0
_WIDTH = (52, 124)  # px of a tile, at least and at most


class ViewTile(QAbstractButton):
    """One view: its outlines drawn small, its name, and a dot where it shows the selected structure."""

    def __init__(self, view: View, theme: Roles, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = view
        self._theme = theme
        self._diagram: Diagram | None = None
        self._selected, self._shows = "", False
        self.setText(view.name)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(_WIDTH[0])
        self.setMaximumWidth(_WIDTH[1])

    def set_theme(self, theme: Roles) -> None:
        """Show the tile in another theme."""
        self._theme = theme
        self.update()

    def set_diagram(self, diagram: Diagram) -> None:
        """Draw the outlines of a diagram."""
        self._diagram = diagram
        self.update()

    def mark(self, structure: str, name: str, shows: bool) -> None:
        """Show a structure, and say by a dot that this view has it."""
        self._selected, self._shows = structure, shows
        self.setAccessibleName(words("atlas.view_shows", view=self.view.name, name=name) if shows else self.view.name)
        self.setToolTip(self.accessibleName())
        self.update()

    def sizeHint(self) -> QSize:
        """Return the usual size."""
        return QSize(_WIDTH[1], _HEIGHT - GRID)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, outlines, dot and name."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._theme
        edge = theme.colour("focus" if self.hasFocus() else "accent" if self.isChecked() else "line")
        painter.setPen(QPen(edge, 2 if self.hasFocus() or self.isChecked() else 1))
        painter.setBrush(
            theme.colour("accent_soft" if self.isChecked() else "raised" if self.underMouse() else "ground")
        )
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), _RADIUS, _RADIUS)
        if self._diagram is not None:
            self._paint_outlines(painter, self._diagram)
        name = QRectF(4, self.height() - _NAME - 2, self.width() - 8, _NAME)
        font = self.font()
        font.setPixelSize(12)
        painter.setFont(font)
        painter.setPen(theme.colour("text" if self.isChecked() else "quiet"))
        words_of = QFontMetricsF(font).elidedText(self.text(), Qt.TextElideMode.ElideMiddle, name.width())
        painter.drawText(name, Qt.AlignmentFlag.AlignCenter, words_of)
        if self._shows:
            painter.setPen(QPen(theme.colour("ground"), 1.5))
            painter.setBrush(theme.colour("accent"))
            painter.drawEllipse(QPointF(self.width() - 11, 11), 4.5, 4.5)

    def _paint_outlines(self, painter: QPainter, diagram: Diagram) -> None:
        left, top, right, bottom = diagram.extent
        room = QRectF(6, 5, self.width() - 12, self.height() - _NAME - 8)
        scale = min(room.width() / (right - left), room.height() / (bottom - top))
        shift = room.center() - QPointF((left + right) / 2, (top + bottom) / 2) * scale
        painter.save()
        painter.setClipRect(room)
        painter.setTransform(QTransform(scale, 0, 0, scale, shift.x(), shift.y()))
        painter.setPen(Qt.PenStyle.NoPen)
        for region in diagram.regions:
            if region.depth > 1 and region.id != self._selected:
                painter.setBrush(self._theme.colour("quiet", 0.30 if region.depth >= 8 else 0.20))
                _draw(painter, region)
        if self._selected in diagram.by_id:
            painter.setPen(QPen(self._theme.colour("accent"), 2.2 / scale))
            painter.setBrush(self._theme.colour("accent", 0.5))
            _draw(painter, diagram.by_id[self._selected])
        painter.restore()


class ViewStrip(QFrame):
    """A tile for each view; the arrows go from one to the next."""

    chosen = Signal(str)

    def __init__(self, atlas: Atlas, theme: Roles, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("strip")
        self._atlas = atlas
        self._waiting = list(atlas.views)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(GRID, GRID // 2, GRID, GRID // 2)
        row.setSpacing(GRID // 2)
        self.setFixedHeight(_HEIGHT)
        group = QButtonGroup(self)
        self._tiles = {view_id: ViewTile(view, theme) for view_id, view in atlas.views.items()}
        for view_id, tile in self._tiles.items():
            group.addButton(tile)
            row.addWidget(tile)
            tile.clicked.connect(lambda _=False, one=view_id: self.chosen.emit(one))
        row.addStretch(1)
        # One drawing a beat, so that the window stays awake.
        self._reading = QTimer(self, interval=30)
        self._reading.timeout.connect(self._read_next)
        self._reading.start()

    def set_theme(self, theme: Roles) -> None:
        """Show the tiles in another theme."""
        for tile in self._tiles.values():
            tile.set_theme(theme)

    def add(self, widget: QWidget) -> None:
        """Put something at the end of the strip."""
        self._row.addWidget(widget)

    def check(self, view_id: str) -> None:
        """Show which view is on the stage."""
        self._tiles[view_id].setChecked(True)

    def mark(self, structure: str, name: str, views: Iterable[str]) -> None:
        """Show in which views a structure appears."""
        showing = set(views)
        for view_id, tile in self._tiles.items():
            tile.mark(structure, name, view_id in showing)

    def _read_next(self) -> None:
        if not self._waiting:
            self._reading.stop()
            return
        view_id = self._waiting.pop(0)
        self._tiles[view_id].set_diagram(self._atlas[view_id])


def _draw(painter: QPainter, region: Region) -> None:
    for ring in region.rings:
        painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in ring]), Qt.FillRule.WindingFill)
