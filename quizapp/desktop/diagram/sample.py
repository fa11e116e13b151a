"""Lines and fillings that differ by more than their colour, on the diagram and in its legend alike."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QPainter, QPainterPath, QPen

from quizapp.desktop.diagram.look import Sample
from quizapp.desktop.theme.roles import Roles

LINES = {"solid": Qt.PenStyle.SolidLine, "dashed": Qt.PenStyle.DashLine, "dotted": Qt.PenStyle.DotLine}
FILLINGS = {
    "plain": Qt.BrushStyle.NoBrush,
    "dots": Qt.BrushStyle.Dense6Pattern,
    "hatch": Qt.BrushStyle.BDiagPattern,
}
_WASH, _PATTERN = 0.38, 0.8


def paint_filled(painter: QPainter, theme: Roles, path: QPainterPath, sample: Sample) -> None:
    """Paint a closed path as a wash with an outline and the sample's pattern."""
    painter.setPen(QPen(theme.colour(sample.role), 1.5))
    for filling in (
        QBrush(theme.colour(sample.role, _WASH)),
        QBrush(theme.colour(sample.role, _PATTERN), FILLINGS[sample.pattern]),
    ):
        painter.setBrush(filling)
        painter.drawPath(path)
