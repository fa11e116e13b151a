from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from quizapp.anatomy import photo
from quizapp.anatomy.diagram import PHOTO_MM
from quizapp.base.errors import UserError

SQUARE = ((0.1, 0.1), (0.4, 0.1), (0.4, 0.4), (0.1, 0.4))


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    path = tmp_path / "p.png"
    Image.new("RGB", (400, 200), (120, 130, 140)).save(path)
    return path


def test_a_picture_is_as_long_as_a_foot_and_its_zones_lie_on_it(picture: Path) -> None:
    shown = photo.diagram(picture, "a grey picture", {"zone": SQUARE})
    assert shown.box == (0.0, 0.0, PHOTO_MM, PHOTO_MM / 2)
    assert shown.by_id["zone"].contains(*photo.point_at(shown, (0.2, 0.2)))
    assert not shown.by_id["zone"].contains(*photo.point_at(shown, (0.6, 0.2)))


@given(st.floats(0, 1), st.floats(0, 1))
def test_a_share_and_its_point_are_the_same_place(x: float, y: float) -> None:
    shown = photo.Diagram(photo.View("v", "f", "", "", "", "", "", ""), Path("f"), (0.0, 0.0, 200.0, 80.0), ())
    back = photo.share_of(shown, photo.point_at(shown, (x, y)))
    assert abs(back[0] - x) < 1e-9 and abs(back[1] - y) < 1e-9


def test_contrast_is_made_once_and_leaves_the_file_alone(picture: Path, tmp_path: Path) -> None:
    before = picture.read_bytes()
    made = photo.with_contrast(picture, 2.0, tmp_path / "more")
    assert made.exists() and photo.with_contrast(picture, 2.0, tmp_path / "more") == made
    assert photo.with_contrast(picture, photo.PLAIN, tmp_path / "more") == picture
    assert picture.read_bytes() == before


def test_what_is_no_picture_is_refused(tmp_path: Path) -> None:
    (tmp_path / "p.png").write_bytes(b"no picture")
    with pytest.raises(UserError, match=r"p\.png"):
        photo.diagram(tmp_path / "p.png", "", {})
