"""A set that each does at an own pace: its questions, how many answered each, and the one that is looked at."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QListWidget, QWidget

from quizapp.base.words import words
from quizapp.desktop.parts.text import named

_HEIGHT = 220  # px


class SetList(QListWidget):
    """A row a question; choosing one shows its answers."""

    look_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "set")
        self.setAccessibleName(words("classroom.own_pace"))
        self.setMaximumHeight(_HEIGHT)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentRowChanged.connect(self.look_wanted)

    def show_view(self, view: Mapping[str, Any]) -> None:
        """Show how far all have come."""
        with QSignalBlocker(self):
            if self.count() != len(view["set"]):
                self.clear()
                self.addItems([""] * len(view["set"]))
            for at, one in enumerate(view["set"]):
                counted = words("classroom.answered", count=one["answered"], of=view["joined"])
                self.item(at).setText(f"{at + 1}.  {one['ask']}\n{counted}")
            self.setCurrentRow(view.get("looked", -1))
