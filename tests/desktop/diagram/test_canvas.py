"""What is seen of each layer as the diagram is peeled."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter

from quizapp.anatomy.diagram import Diagram
from quizapp.desktop.diagram.camera import Camera
from quizapp.desktop.diagram.canvas import GHOST, Canvas
from quizapp.desktop.diagram.plate import REFLECTED, Art, Order, Sheet
from quizapp.desktop.theme.roles import roles

pytestmark = pytest.mark.usefixtures("qapp")
BOX = (0.0, 0.0, 10.0, 10.0)
WHITE, RED = QColor("#ffffff"), QColor("#ff0000")


def sheet(layer: float) -> Sheet:
    picture = QImage(10, 10, QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(RED)
    return Sheet(layer, picture, QPointF(0, 0))


def redness(medial: Diagram, layer: float, peel: float) -> float:
    """Return how much of a red layer is seen over the ground, 0 to 1."""
    theme = roles("light")
    canvas = Canvas(medial)
    canvas.take(Art(Order(medial.path, BOX, 1.0, "light"), (sheet(layer),), None))
    canvas.flatten(theme, peel, apart=False)
    shown = QImage(10, 10, QImage.Format.Format_ARGB32_Premultiplied)
    shown.fill(WHITE)
    painter = QPainter(shown)
    canvas.paint(painter, Camera.fitting(BOX, 10, 10), theme, smooth=False)
    painter.end()
    ground = theme.colour("ground").blue()
    return 1 - shown.pixelColor(5, 5).blue() / ground


def test_a_layer_that_was_peeled_away_leaves_a_ghost(medial: Diagram) -> None:
    assert redness(medial, 3, 3) == pytest.approx(1)
    assert redness(medial, 3, 4) == pytest.approx(GHOST, abs=0.02)


@pytest.mark.parametrize(("peel", "seen"), [(2, 0), (3, 0), (3.5, 0.5), (4, 1), (5, GHOST)])
def test_what_is_reflected_comes_as_its_layer_goes_and_goes_with_the_next(
    medial: Diagram, peel: float, seen: float
) -> None:
    assert redness(medial, 3 + REFLECTED, peel) == pytest.approx(seen, abs=0.02)
