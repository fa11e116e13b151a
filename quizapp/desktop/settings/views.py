"""The views a person has saved: names with the lines that bring them back."""

from __future__ import annotations

import json

from quizapp.desktop.settings.store import Settings

_KEY = "views"


class SavedViews:
    """Saved views by name, in the order they were saved."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def all(self) -> dict[str, str]:
        """Return the line of each saved view by its name; what makes no sense is left out."""
        try:
            kept = json.loads(self._settings.remembered(_KEY) or "{}")
        except ValueError:
            return {}
        rows = kept.items() if isinstance(kept, dict) else ()
        return {str(name): code for name, code in rows if isinstance(code, str)}

    def save(self, name: str, code: str) -> str:
        """Keep a view under a name, with a number if another one has it; return the name it got."""
        kept = self.all()
        names = (name, *(f"{name} ({number})" for number in range(2, len(kept) + 3)))
        free = next(one for one in names if one not in kept)
        self._settings.remember(_KEY, json.dumps(kept | {free: code}))
        return free

    def forget(self, name: str) -> None:
        """Drop a saved view."""
        self._settings.remember(_KEY, json.dumps({one: code for one, code in self.all().items() if one != name}))
