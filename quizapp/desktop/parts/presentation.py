"""The view on the whole screen, for a room: large labels revealed one by one, and a dot to point with."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QCursor, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.desktop.diagram.view import DiagramView

_LETTERS = 22  # px, read from the last row


class Presentation(QWidget):
    """Holds the diagram while it is presented; Escape gives it back."""

    closed = Signal()

    def __init__(self, view: DiagramView, names: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._view, self._names = view, names
        self._shown: list[str] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(view)
        view.set_lettering(_LETTERS)
        view.set_labels((), names)
        view.set_pointer(True)
        view.tells_names = False
        view.setCursor(QCursor(Qt.CursorShape.BlankCursor))
        view.region_clicked.connect(self._on_clicked)
        view.installEventFilter(self)

    @property
    def revealed(self) -> list[str]:
        """Return the structures whose labels have been revealed, in that order."""
        return list(self._shown)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys before the diagram does."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._pressed(event.key())
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Reveal, take back, or leave."""
        if not self._pressed(event.key()):
            super().keyPressEvent(event)

    def leave(self) -> None:
        """Give the diagram back as it was."""
        self._view.removeEventFilter(self)
        self._view.region_clicked.disconnect(self._on_clicked)
        self._view.unsetCursor()
        self._view.set_pointer(False)
        self._view.set_lettering(0)
        self.closed.emit()
        self.close()
        self.deleteLater()

    def _pressed(self, key: int) -> bool:
        if key == Qt.Key.Key_Escape:
            self.leave()
        elif key in (Qt.Key.Key_Space, Qt.Key.Key_PageDown, Qt.Key.Key_Right):
            self._reveal_next()
        elif key in (Qt.Key.Key_Backspace, Qt.Key.Key_PageUp, Qt.Key.Key_Left):
            self._show(self._shown[:-1])
        else:
            return False
        return True

    def _reveal_next(self) -> None:
        order = sorted(self._view.visible_regions(), key=lambda region: (region.anchor[1], region.anchor[0]))
        left = [region.id for region in order if region.id not in self._shown]
        if left:
            self._show([*self._shown, left[0]])

    def _on_clicked(self, structure: str, at: QPointF) -> None:
        if structure and structure not in self._shown:
            self._show([*self._shown, structure])

    def _show(self, structures: list[str]) -> None:
        self._shown = structures
        self._view.set_labels(structures, self._names)
        last = structures[-1:]
        self._view.set_states(dict.fromkeys(last, "chosen"))
