"""Every setting, declared once: the page, the defaults and the check come from here."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting: its name in the file, its default, the values it may have, and its words in the catalogue."""

    name: str
    default: str | bool
    label: str
    note: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    is_secret: bool = False

    def accepts(self, value: object) -> bool:
        """Tell whether a value read from a file may be used."""
        if self.choices:
            return value in {choice for choice, _ in self.choices}
        return isinstance(value, type(self.default))


SETTINGS: tuple[Setting, ...] = (
    Setting(
        "theme",
        "system",
        "settings.theme",
        choices=(
            ("system", "settings.theme_system"),
            ("light", "settings.theme_light"),
            ("dark", "settings.theme_dark"),
        ),
    ),
    Setting("less_motion", False, "settings.motion", "settings.motion_note"),
    Setting("ask_certainty", True, "settings.certainty", "settings.certainty_note"),
    Setting("class_server", "", "settings.class_server", "settings.class_server_note"),
    Setting("class_key", "", "settings.class_key", is_secret=True),
)
