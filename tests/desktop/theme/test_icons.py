from __future__ import annotations

import pytest

from quizapp.base import paths
from quizapp.desktop.theme.icons import icon, pixmap

NAMES = sorted(file.stem for file in paths.resources("icons").glob("*.svg") if not file.stem.startswith("box-"))


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_has_ink_in_the_colour_asked_for(qtbot: object, name: str) -> None:
    picture = pixmap(name, "#ff0000", 40).toImage()
    inked = [picture.pixelColor(x, y) for x in range(40) for y in range(40) if picture.pixelColor(x, y).alpha() > 200]
    assert inked and all(one.red() > 200 and one.green() < 60 for one in inked)


def test_icons_are_made_once(qtbot: object) -> None:
    assert icon("home", "#000000") is icon("home", "#000000")
