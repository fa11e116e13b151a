from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.desktop.diagram.camera import Camera

BOX = (-195.0, -112.0, 75.0, 90.0)
SIZES = st.tuples(st.integers(200, 4000), st.integers(200, 3000))
PLACE = st.floats(0, 1)
MIDDLE = st.floats(0.3, 0.7)


@st.composite
def cameras(draw: st.DrawFn) -> Camera:
    width, height = draw(SIZES)
    camera = Camera.fitting(BOX, width, height, draw(st.booleans()))
    for _ in range(draw(st.integers(0, 3))):
        camera = camera.zoomed(draw(st.floats(0.5, 3)), draw(PLACE) * width, draw(PLACE) * height)
    return camera


@given(cameras(), PLACE, PLACE)
def test_there_and_back_is_the_same_pixel(camera: Camera, across: float, down: float) -> None:
    x, y = across * camera.width, down * camera.height
    assert camera.to_pixels(camera.to_mm(x, y)) == pytest.approx((x, y), abs=1e-6)


@given(cameras())
def test_the_drawing_is_never_lost(camera: Camera) -> None:
    for _ in range(30):
        camera = camera.moved(500, -400)
    left, top, right, bottom = camera.shown()
    assert left < right and top < bottom


@given(SIZES)
def test_fitting_shows_the_whole_drawing(size: tuple[int, int]) -> None:
    assert Camera.fitting(BOX, *size).shown() == pytest.approx(BOX)


@given(st.integers(300, 3000), st.floats(0.6, 0.95), st.floats(2.5, 7), st.floats(1.05, 1.5), MIDDLE, MIDDLE)
def test_zooming_in_keeps_the_point_under_the_mouse(
    width: int, shape: float, near: float, factor: float, across: float, down: float
) -> None:
    fitted = Camera.fitting(BOX, width, round(width * shape))
    x, y = across * fitted.width, down * fitted.height
    camera = fitted.zoomed(near, x, y)
    assert camera.zoomed(factor, x, y).to_mm(x, y) == pytest.approx(camera.to_mm(x, y), abs=1e-6)


@given(cameras())
def test_zoom_has_limits(camera: Camera) -> None:
    assert camera.zoomed(1e9, 10, 10).scale <= 12.001 * camera.least
    assert camera.zoomed(1e-9, 10, 10).scale >= camera.least


def test_a_mirrored_camera_shows_toes_on_the_right() -> None:
    right, left = Camera.fitting(BOX, 900, 700), Camera.fitting(BOX, 900, 700, mirrored=True)
    assert right.to_pixels((-189, 60))[0] < 100 and left.to_pixels((-189, 60))[0] > 800


def test_a_window_that_grows_stays_fitted() -> None:
    assert Camera.fitting(BOX, 800, 600).resized(1600, 1200) == Camera.fitting(BOX, 1600, 1200)


def test_what_is_out_of_view_is_brought_in() -> None:
    camera = Camera.fitting(BOX, 900, 700).zoomed(6, 10, 10)
    shown = camera.over((40, 30, 55, 60)).shown()
    assert shown[0] <= 40 and shown[2] >= 55 and shown[1] <= 30 and shown[3] >= 60
