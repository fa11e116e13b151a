"""What a class chose, as bars: the words, a bar that grows once, and how many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEasingCurve, QRectF, Qt, QVariantAnimation
from PySide6.QtGui import QBrush, QFont, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QGraphicsRectItem, QGraphicsScene, QGraphicsView, QSizePolicy, QWidget

from quizapp.base.words import words
from quizapp.classroom.tally import FEWEST
from quizapp.desktop.theme.roles import Roles

_GROWS_MS = 160
PALE = 0.55  # opacity of what was not said surely


@dataclass(frozen=True, slots=True)
class Bar:
    """One choice: its words, how many chose it of how many, how many surely, and whether it is right, once told.

    ``before`` is how many had chosen it in the vote before, where there was one.
    """

    text: str
    count: int
    of: int
    sure: int = 0
    is_right: bool | None = None
    before: int | None = None

    @property
    def share(self) -> float | None:
        """Return the share that chose it; None where too few answered for shares."""
        return self.count / self.of if self.of >= FEWEST else None


class Bars(QGraphicsView):
    """Bars one below the other; ``size`` of the letters in px."""

    def __init__(self, theme: Roles, size: int = 15, still: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene = QGraphicsScene(self)
        self.setScene(self._scene)
        self._theme = theme
        self._size = size
        self._bars: Sequence[Bar] = ()
        self._grown: dict[str, float] = {}
        self._moving: list[tuple[QGraphicsRectItem, float, float]] = []
        self._growth = QVariantAnimation(self, startValue=0.0, endValue=1.0, duration=1 if still else _GROWS_MS)
        self._growth.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._growth.valueChanged.connect(self._on_grown)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setInteractive(False)

    def set_theme(self, theme: Roles) -> None:
        """Draw in another theme."""
        self._theme = theme
        self._draw()
        self._on_grown(1.0)

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Show bars; those that were there grow from where they were."""
        if list(bars) == list(self._bars):
            return
        self._bars = tuple(bars)
        self.setAccessibleName("; ".join(_said(one) for one in bars))
        self._draw()
        self._growth.stop()
        self._growth.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fill the width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._draw()
            self._on_grown(1.0)

    def _draw(self) -> None:
        scene, theme, size = self._scene, self._theme, self._size
        scene.clear()
        self._moving = []
        self.setBackgroundBrush(theme.colour("ground"))
        width = max(120, self.viewport().width())
        font, bold = QFont("Inter"), QFont("Inter")
        font.setPixelSize(size)
        bold.setPixelSize(size)
        bold.setWeight(QFont.Weight.DemiBold)  # the shipped one; bold would be smeared from it
        most = max((one.count for one in self._bars), default=0) or 1
        y = 0.0
        for one in self._bars:
            sign = "✓ " if one.is_right else ""
            number = scene.addText(_number(one), bold)
            number.setDefaultTextColor(theme.colour("text"))
            number.setPos(width - number.boundingRect().width(), y)
            text = scene.addText(sign + one.text, bold if one.is_right else font)
            text.setDefaultTextColor(theme.colour("right" if one.is_right else "text"))
            text.setTextWidth(width - number.boundingRect().width() - size)
            text.setPos(-4, y)
            y += text.boundingRect().height()
            high = size * 0.7
            ground = scene.addRect(QRectF(0, y, width, high), QPen(Qt.PenStyle.NoPen), QBrush(theme.colour("raised")))
            ground.setZValue(-1)
            role = "right" if one.is_right else "accent"
            of = max(most, one.of)
            if one.before is not None:
                past = QRectF(0, y + high + 1, min(one.before / of, 1.0) * width, max(2.0, size * 0.16))
                scene.addRect(past, QPen(Qt.PenStyle.NoPen), QBrush(theme.colour("quiet")))
            for share, alpha, name in ((one.count, PALE, "all"), (one.sure, 1.0, "sure")):
                bar = scene.addRect(QRectF(0, y, 0, high), QPen(Qt.PenStyle.NoPen), QBrush(theme.colour(role, alpha)))
                length = share / of * width
                self._moving.append((bar, self._grown.get(one.text + name, 0.0), length))
                self._grown[one.text + name] = length
            y += high + size * 0.9
        scene.setSceneRect(0, 0, width, y)
        self.setFixedHeight(int(y) + 2)

    def _on_grown(self, value: float) -> None:
        for bar, start, end in self._moving:
            rect = bar.rect()
            rect.setWidth(start + (end - start) * value)
            bar.setRect(rect)


def _number(bar: Bar) -> str:
    is_same = bar.before in (None, bar.count)
    count = str(bar.count) if is_same else words("classroom.moved", before=bar.before, count=bar.count)
    return count if bar.share is None else words("classroom.share", count=count, share=round(100 * bar.share))


def _said(bar: Bar) -> str:
    sure = words("classroom.surely", count=bar.sure) if bar.sure else ""
    right = words("outcome.right") if bar.is_right else ""
    return " ".join(one for one in (f"{bar.text}: {_number(bar)}", sure, right) if one)
