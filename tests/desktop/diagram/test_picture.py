"""A picture for a slide shows a person's own drawing or photograph as it shows the plates."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtGui import QColor

from quizapp.anatomy import atlas, own
from quizapp.anatomy.catalogue import Catalogue
from quizapp.anatomy.diagram import Diagram
from quizapp.desktop.diagram.camera import Camera
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


def test_what_is_hidden_is_missing_from_the_picture(medial: Diagram, tmp_path: Path) -> None:
    theme, place = roles("light"), medial.by_id["achilles_tendon"].anchor
    whole = draw(medial, {}, Wish("bare", width=800), theme)
    without = draw(medial, {}, Wish("bare", width=800, hidden=("achilles_tendon",)), theme)
    spot = Camera.fitting(medial.box, whole.width(), whole.height() - 34).to_pixels(place)
    assert whole.pixel(round(spot[0]), round(spot[1])) != without.pixel(round(spot[0]), round(spot[1]))


def test_the_cut_retinaculum_is_in_the_picture_of_its_layer_alone(medial: Diagram) -> None:
    theme, flap = roles("light"), (34.0, 54.0)
    size = draw(medial, {}, Wish("bare", width=800), theme).size()
    x, y = Camera.fitting(medial.box, size.width(), size.height() - 34).to_pixels(flap)
    seen = {
        peel: draw(medial, {}, Wish("bare", peel=peel, width=800), theme).pixelColor(round(x), round(y)).lightness()
        for peel in (4, 5)
    }
    assert seen[4] > seen[5] + 20
