from __future__ import annotations

from pathlib import Path

import pytest

from quizapp.desktop.settings.store import Settings
from quizapp.desktop.settings.table import SETTINGS


def test_a_setting_is_kept_and_told(tmp_path: Path, qtbot: object) -> None:
    settings = Settings(tmp_path / "s.json")
    changed: list[str] = []
    settings.changed.connect(changed.append)
    settings.set("theme", "dark")
    settings.set("theme", "dark")
    assert changed == ["theme"]
    assert Settings(tmp_path / "s.json")["theme"] == "dark"


@pytest.mark.parametrize("text", ["", "{", "[]", '{"theme": 7, "ask_certainty": "yes"}', '{"theme": "pink"}'])
def test_a_value_that_makes_no_sense_is_the_default(tmp_path: Path, qtbot: object, text: str) -> None:
    (tmp_path / "s.json").write_text(text)
    settings = Settings(tmp_path / "s.json")
    assert {one.name: settings[one.name] for one in SETTINGS} == {one.name: one.default for one in SETTINGS}


def test_a_folder_that_cannot_be_written_is_let_be(tmp_path: Path, qtbot: object) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    settings = Settings(blocked / "s.json")
    settings.set("theme", "dark")
    assert settings["theme"] == "dark"


def test_what_the_window_remembers_is_apart_from_settings(tmp_path: Path, qtbot: object) -> None:
    Settings(tmp_path / "s.json").remember("geometry", "abc")
    assert Settings(tmp_path / "s.json").remembered("geometry") == "abc"
