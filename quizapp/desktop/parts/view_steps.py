"""How a view was looked at, step by step: a change that has settled can be undone, and kept under a name."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QInputDialog, QWidget

from quizapp.base.history import History
from quizapp.base.words import words
from quizapp.desktop.context import Context
from quizapp.desktop.settings.views import SavedViews

_SETTLE_MS = 250  # after which a change counts as a step to undo


class ViewSteps(QTimer):
    """Remembers the lines that ``code`` gives, each when nothing has moved for a moment."""

    wanted = Signal(str)

    def __init__(self, context: Context, code: Callable[[], str], first: str, parent: QWidget) -> None:
        super().__init__(parent, singleShot=True, interval=_SETTLE_MS)
        self._context, self._code, self._window = context, code, parent
        self._history = History(first)
        self.saved = SavedViews(context.settings)
        self.timeout.connect(self._remember)

    def step(self, action: str) -> None:
        """Go a step back or forward: ``undo`` or ``redo``."""
        if self.isActive():
            self._remember()
        self.wanted.emit(self._history.undo() if action == "undo" else self._history.redo())
        self.stop()

    def save(self) -> None:
        """Ask for a name and keep the view under it."""
        name, given = QInputDialog.getText(self._window, words("atlas.save_view"), words("atlas.view_name"))
        if given and name.strip():
            kept = self.saved.save(name.strip(), self._code())
            self._context.messages.tell(words("atlas.view_saved", name=kept))

    def _remember(self) -> None:
        self._history.add(self._code())
