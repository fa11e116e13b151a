"""A picture for a slide shows a person's own drawing or photograph as it shows the plates."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtGui import QColor

from quizapp.anatomy import atlas, own
from quizapp.anatomy.catalogue import Catalogue
from quizapp.desktop.diagram.picture import Wish, draw, save
from quizapp.desktop.theme.roles import roles

pytestmark = pytest.mark.usefixtures("qapp")


def middle_of_picture(folder: Path, catalogue: Catalogue) -> QColor:
    (view,) = own.views(folder, pytest.fail)
    image = draw(atlas.diagram(folder, view, catalogue), {}, Wish("bare", width=400), roles("light"))
    return QColor(image.pixel(image.width() // 2, image.height() // 3))


def test_a_photograph_is_in_its_picture(tmp_path: Path, catalogue: Catalogue) -> None:
    Image.new("RGB", (400, 200), (0, 0, 250)).save(tmp_path / "photo.png")
    assert middle_of_picture(tmp_path, catalogue) == QColor(0, 0, 250)


def test_a_drawing_without_layers_is_in_its_picture(tmp_path: Path, catalogue: Catalogue) -> None:
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100">'
    drawing += '<rect width="200" height="100" fill="#0000fa"/></svg>'
    (tmp_path / "sketch.svg").write_text(drawing, encoding="utf-8")
    assert middle_of_picture(tmp_path, catalogue) == QColor(0, 0, 250)


def test_the_licence_of_the_plates_is_not_put_on_a_picture_of_ones_own(tmp_path: Path, catalogue: Catalogue) -> None:
    Image.new("RGB", (400, 200)).save(tmp_path / "photo.png")
    (view,) = own.views(tmp_path, pytest.fail)
    picture = tmp_path / "slide.svg"
    save(picture, atlas.diagram(tmp_path, view, catalogue), {}, Wish("bare"), roles("light"))
    said = picture.read_text(encoding="utf-8")
    assert "photo" in said and "CC BY" not in said
