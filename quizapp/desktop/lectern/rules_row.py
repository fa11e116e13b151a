"""What phones go by, teams and a leaderboard: all of it is off until the lecturer switches it on."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QWidget

from quizapp.base.words import words
from quizapp.classroom.wire import MOST_TEAMS
from quizapp.desktop.lectern.roster_dialog import RosterDialog
from quizapp.desktop.parts.text import GRID, button, label
from quizapp.desktop.settings.store import Settings

_NAMES = ("none", "nicknames", "roster")


class RulesRow(QWidget):
    """Two lists, a switch, and the way to the roster; the roster is remembered on this computer."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.names, self.teams = QComboBox(), QComboBox()
        for name in _NAMES:
            self.names.addItem(words(f"classroom.names.{name}"), name)
        self.teams.addItem(words("classroom.no_teams"), 0)
        for count in range(2, MOST_TEAMS + 1):
            self.teams.addItem(words("classroom.so_many_teams", count=count), count)
        self.names.setAccessibleName(words("classroom.names.title"))
        self.teams.setAccessibleName(words("classroom.team"))
        self.leaderboard = QCheckBox(words("classroom.leaderboard"))
        self._roster = button("")
        self._roster.clicked.connect(self.edit_roster)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * GRID)
        row.addWidget(label(words("classroom.names.title"), wrap=False))
        for one in (self.names, self._roster, self.teams, self.leaderboard):
            row.addWidget(one)
        row.addStretch(1)
        self.names.currentIndexChanged.connect(self._on_changed)
        self.teams.currentIndexChanged.connect(self._on_changed)
        self._on_changed()

    @property
    def roster(self) -> list[str]:
        """Return the names of the roster."""
        return self._settings.remembered("roster").splitlines()

    def rules(self) -> dict[str, Any]:
        """Return the rules as a class is opened with them."""
        names = str(self.names.currentData())
        return {
            "names": names,
            "roster": self.roster if names == "roster" else [],
            "teams": int(self.teams.currentData()),
            "leaderboard": self.leaderboard.isEnabled() and self.leaderboard.isChecked(),
        }

    def edit_roster(self) -> None:
        """Let the lecturer write the roster."""
        dialog = RosterDialog(self.roster, self)
        if dialog.exec():
            self.set_roster(dialog.names())

    def set_roster(self, names: list[str]) -> None:
        """Use a roster from now on."""
        self._settings.remember("roster", "\n".join(names))
        self._on_changed()

    def _on_changed(self) -> None:
        count = len(self.roster)
        is_roster = self.names.currentData() == "roster"
        self._roster.setText(words("classroom.roster", count=count) if count else words("classroom.write_roster"))
        self._roster.setVisible(is_roster)
        # Who is nobody cannot lead.
        self.leaderboard.setEnabled(self.names.currentData() != "none" or int(self.teams.currentData()) > 0)
