"""The page of settings, drawn from their table."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QButtonGroup, QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from quizapp.base.words import words
from quizapp.desktop.parts.text import GRID, button, label
from quizapp.desktop.settings.store import Settings
from quizapp.desktop.settings.table import SETTINGS, Setting

_NAMES = 160  # px


class SettingsPage(QWidget):
    """One row a setting; a change holds at once."""

    def __init__(self, settings: Settings, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._settings = settings
        outer = QHBoxLayout(self)
        outer.setContentsMargins(3 * GRID, 4 * GRID, 3 * GRID, 4 * GRID)
        column = QWidget()
        column.setMaximumWidth(720)
        layout = QVBoxLayout(column)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(label(words("settings.title"), "title"))
        for setting in SETTINGS:
            layout.addSpacing(GRID)
            layout.addWidget(self._row(setting))
            if setting.note:
                layout.addWidget(label(words(setting.note), "small"))
        layout.addSpacing(3 * GRID)
        layout.addWidget(label(words("settings.data", folder=folder), "small"))
        layout.addWidget(label(words("app.disclaimer"), "small"))
        layout.addStretch(1)
        outer.addWidget(column, 1)
        outer.addStretch(0)

    def _row(self, setting: Setting) -> QWidget:
        if setting.choices:
            return self._choices(setting)
        return self._tick(setting) if isinstance(setting.default, bool) else self._line(setting)

    def _line(self, setting: Setting) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * GRID)
        line = QLineEdit(self._settings.text(setting.name))
        line.setAccessibleName(words(setting.label))
        if setting.is_secret:
            line.setEchoMode(QLineEdit.EchoMode.PasswordEchoOnEdit)
        line.setProperty("setting", setting.name)
        line.editingFinished.connect(self._on_written)
        name = label(words(setting.label), wrap=False)
        name.setMinimumWidth(_NAMES)
        row.addWidget(name)
        row.addWidget(line, 1)
        return holder

    def _tick(self, setting: Setting) -> QCheckBox:
        box = QCheckBox(words(setting.label))
        box.setChecked(bool(self._settings[setting.name]))
        box.setProperty("setting", setting.name)
        box.toggled.connect(self._on_ticked)
        return box

    def _choices(self, setting: Setting) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(label(words(setting.label), wrap=False))
        group = QButtonGroup(holder)
        for value, text in setting.choices:
            chip = button(words(text), "chip", checkable=True)
            chip.setChecked(self._settings[setting.name] == value)
            chip.setProperty("setting", setting.name)
            chip.setProperty("value", value)
            chip.clicked.connect(self._on_chosen)
            group.addButton(chip)
            row.addWidget(chip)
        row.addStretch(1)
        return holder

    def _on_ticked(self, value: bool) -> None:
        self._settings.set(self.sender().property("setting"), value)

    def _on_written(self) -> None:
        self._settings.set(self.sender().property("setting"), self.sender().property("text").strip())

    def _on_chosen(self) -> None:
        self._settings.set(self.sender().property("setting"), self.sender().property("value"))
