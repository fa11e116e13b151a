"""The menu of the atlas: what is done with the view as a whole."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from quizapp.base.words import words
from quizapp.desktop.actions import row, shown_keys
from quizapp.desktop.parts.drill_dialog import DRILLS
from quizapp.desktop.parts.text import set_look
from quizapp.desktop.settings.views import SavedViews

_GROUPS = (
    ("drill", *DRILLS),
    ("hide", "unhide"),
    ("undo", "redo"),
    ("save_view",),
    ("zone", "forget_zone"),
    ("copy", "export", "present"),
    ("describe",),
)


class AtlasMenu(QPushButton):
    """A button with a menu: drills, undo and redo, saved views, pictures and presenting."""

    chosen = Signal(str)
    view_chosen = Signal(str)

    def __init__(self, saved: SavedViews, parent: QWidget | None = None) -> None:
        super().__init__(words("atlas.more"), parent)
        set_look(self, "plain")
        self._saved = saved
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self.fill)
        self.setMenu(self._menu)
        self.setAccessibleName(words("atlas.more"))

    def fill(self) -> None:
        """Build the menu anew: the saved views may have changed."""
        self._menu.clear()
        for group in _GROUPS:
            for name in group:
                self._add(name)
            if group == ("save_view",):
                self._add_saved()
            self._menu.addSeparator()

    def _add(self, name: str) -> None:
        one = row(name)
        text = words(one.label)
        keys = shown_keys(one.keys[:1])
        made = self._menu.addAction(f"{text}\t{keys}" if keys else text)
        made.triggered.connect(lambda: self.chosen.emit(name))

    def _add_saved(self) -> None:
        views = self._saved.all()
        opening = self._menu.addMenu(words("atlas.saved_views"))
        forgetting = self._menu.addMenu(words("atlas.forget_view"))
        opening.setEnabled(bool(views))
        forgetting.setEnabled(bool(views))
        for name, code in views.items():
            opening.addAction(name).triggered.connect(lambda _=False, one=code: self.view_chosen.emit(one))
            forgetting.addAction(name).triggered.connect(lambda _=False, one=name: self._saved.forget(one))
