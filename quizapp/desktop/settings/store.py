"""The person's settings in one small JSON file, and what the window remembers."""

from __future__ import annotations

import contextlib
import json
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from quizapp.base.files import save_whole
from quizapp.desktop.settings.table import SETTINGS


class Settings(QObject):
    """Settings by name; a value that makes no sense is the default, a file that cannot be written is let be."""

    changed = Signal(str)

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self._rows = {setting.name: setting for setting in SETTINGS}
        kept: Any = {}
        with contextlib.suppress(OSError, ValueError):
            kept = json.loads(path.read_text(encoding="utf-8"))
        self._kept: dict[str, Any] = kept if isinstance(kept, dict) else {}

    def __getitem__(self, name: str) -> str | bool:
        row = self._rows[name]
        value = self._kept.get(name, row.default)
        return value if row.accepts(value) else row.default

    def text(self, name: str) -> str:
        """Return a setting that is a text, without spaces around it."""
        return str(self[name]).strip()

    def set(self, name: str, value: str | bool) -> None:
        """Change a setting and keep it."""
        if self[name] != value:
            self._kept[name] = value
            self._save()
            self.changed.emit(name)

    def remembered(self, name: str) -> str:
        """Return what the window remembered under a name, or an empty text."""
        value = self._kept.get(f"window.{name}", "")
        return value if isinstance(value, str) else ""

    def remember(self, name: str, value: str) -> None:
        """Keep something for the next start."""
        if self.remembered(name) != value:
            self._kept[f"window.{name}"] = value
            self._save()

    def _save(self) -> None:
        with contextlib.suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            save_whole(self._path, json.dumps(self._kept, indent=2, sort_keys=True) + "\n")
