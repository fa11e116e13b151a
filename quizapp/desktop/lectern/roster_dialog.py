"""The names of a class, one a line, written, pasted or read from a file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from quizapp.base.words import words
from quizapp.desktop.parts.text import GRID, button, label, named

_MOST = 1000
_LONGEST = 80  # characters of a name, as the server takes them


class RosterDialog(QDialog):
    """Lines to write names on."""

    def __init__(self, roster: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "page")
        self.setWindowTitle(words("classroom.names.roster"))
        self.setMinimumSize(460, 480)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addWidget(label(words("classroom.names.roster"), "title"))
        column.addWidget(label(words("classroom.roster_hint"), "small"))
        self.text = QPlainTextEdit("\n".join(roster))
        self.text.setAccessibleName(words("classroom.names.roster"))
        self.text.setTabChangesFocus(True)
        column.addWidget(self.text, 1)
        self._fault = label("", "wrong")
        self._fault.hide()
        column.addWidget(self._fault)
        foot = QHBoxLayout()
        read = button(words("classroom.read_roster"))
        read.setAutoDefault(False)
        read.clicked.connect(self._on_read)
        cancel = button(words("drills.cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        done = button(words("classroom.use_roster"), "primary")
        done.clicked.connect(self.accept)
        foot.addWidget(read)
        foot.addStretch(1)
        foot.addWidget(cancel)
        foot.addWidget(done)
        column.addLayout(foot)
        self.text.setFocus()

    def names(self) -> list[str]:
        """Return the names, each once."""
        lines = (" ".join(line.split())[:_LONGEST] for line in self.text.toPlainText().splitlines())
        return list(dict.fromkeys(line for line in lines if line))[:_MOST]

    def read(self, path: Path) -> None:
        """Take the lines of a text file; where it is none, what was written stays."""
        try:
            self.text.setPlainText(path.read_text(encoding="utf-8-sig"))
            self._fault.hide()
        except (OSError, UnicodeDecodeError):
            self._fault.setText(words("classroom.roster_unreadable", path=path))
            self._fault.show()

    def _on_read(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, words("classroom.read_roster"), "", words("classroom.roster_files"))
        if name:
            self.read(Path(name))
