"""What lines, underlines and patches mean, each beside a sample of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from quizapp.base.words import words
from quizapp.desktop.diagram.look import Sample
from quizapp.desktop.diagram.sample import FILLINGS, LINES, paint_filled
from quizapp.desktop.parts.flow import FlowLayout
from quizapp.desktop.parts.text import GRID, label
from quizapp.desktop.theme.roles import Roles

_SIZE = QSize(28, 14)  # px


class Legend(QWidget):
    """Samples with their words: in a row, or one below the other where names are given, for those may be long."""

    def __init__(
        self, theme: Roles, samples: Sequence[Sample], names: Sequence[str] = (), parent: QWidget | None = None
    ) -> None:
        """Show samples with their names, or with the words that the catalogue has for them."""
        super().__init__(parent)
        layout = QVBoxLayout(self) if names else FlowLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        texts = names or [words(f"feedback.legend_{sample.name}") for sample in samples]
        for sample, text in zip(samples, texts, strict=True):
            layout.addWidget(_entry(theme, sample, text, wrap=bool(names)))
        self.setAccessibleName(". ".join(texts))


def _entry(theme: Roles, sample: Sample, text: str, wrap: bool) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, GRID, 0)
    row.setSpacing(GRID)
    picture = QLabel()
    picture.setPixmap(_picture(theme, sample, made.devicePixelRatioF()))
    row.addWidget(picture)
    row.addWidget(label(text, "small", wrap=wrap), 1)
    return made


def _picture(theme: Roles, sample: Sample, ratio: float) -> QPixmap:
    made = QPixmap(_SIZE * ratio)
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if sample.pattern in FILLINGS:
        path = QPainterPath()
        path.addRect(QRectF(1, 1, _SIZE.width() - 2, _SIZE.height() - 2))
        paint_filled(painter, theme, path, sample)
    else:
        painter.setPen(QPen(theme.colour(sample.role), 3, LINES[sample.pattern]))
        middle = _SIZE.height() / 2
        painter.drawLine(QPointF(1, middle), QPointF(_SIZE.width() - 1, middle))
    painter.end()
    return made
