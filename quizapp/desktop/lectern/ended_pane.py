"""After a class: what its questions were worth, the files to keep, and the end of everything that was kept of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from quizapp.base.words import words
from quizapp.desktop.lectern.figures import Figures
from quizapp.desktop.parts.doubt_button import DoubtButton
from quizapp.desktop.parts.text import GRID, button, label
from quizapp.desktop.theme.roles import Roles


class EndedPane(QWidget):
    """The figures of a class that is over, and three things to do with it."""

    save_requested = Signal()
    delete_requested = Signal()
    new_requested = Signal()
    switched = Signal(str, bool)
    projector_requested = Signal()

    def __init__(self, theme: Roles, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addWidget(label(words("phone.ended"), "title"))
        self._count = label("", "quiet")
        column.addWidget(self._count)
        self.figures = Figures(theme)
        column.addWidget(self.figures, 1)
        self._board = QCheckBox(words("classroom.verbs.board"))
        self._board.clicked.connect(lambda on: self.switched.emit("board", on))
        column.addWidget(self._board)
        self._kept = label("", "small")
        column.addWidget(self._kept)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addStretch(1)
        delete = DoubtButton(words("classroom.delete"), words("classroom.delete_for_good"))
        delete.sure.connect(self.delete_requested)
        projector = button(words("classroom.open_projector"))
        projector.clicked.connect(self.projector_requested)
        save = button(words("classroom.save"))
        save.clicked.connect(self.save_requested)
        self._new = button(words("classroom.new"), "primary")
        self._new.clicked.connect(self.new_requested)
        for one in (delete, projector, save, self._new):
            row.addWidget(one)
        column.addLayout(row)

    def welcome(self, greeting: Mapping[str, Any]) -> None:
        """Say where answers are kept."""
        server = greeting.get("server")
        self._kept.setText(words("classroom.kept_there", server=server) if server else words("classroom.kept_here"))

    def show_view(self, view: Mapping[str, Any]) -> None:
        """Say how many took part in how many questions."""
        questions = words("classroom.chosen", count=view["of"])
        self._count.setText(words("classroom.took_part", joined=view["joined"], questions=questions))
        self._board.setVisible(bool(view["board"]))
        self._board.setChecked(view["board_shown"])
