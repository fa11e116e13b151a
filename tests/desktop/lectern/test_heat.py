"""What is painted over a diagram of where a class pointed."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage, QPainter

from quizapp.anatomy.diagram import Diagram
from quizapp.desktop.diagram.camera import Camera
from quizapp.desktop.lectern.heat import Heat, HeatMap
from quizapp.desktop.theme.roles import roles

pytestmark = pytest.mark.usefixtures("qapp")


def painted(medial: Diagram, heat: Heat) -> QImage:
    picture = QImage(900, 700, QImage.Format.Format_RGB32)
    picture.fill(0xFFFFFFFF)
    painter = QPainter(picture)
    HeatMap(medial, heat).paint(painter, Camera.fitting(medial.box, 900, 700), roles("light"))
    painter.end()
    return picture


def test_what_hardly_anybody_chose_is_not_painted(medial: Diagram) -> None:
    one, other = medial.regions[0].id, medial.regions[1].id
    assert painted(medial, Heat({one: 0.99})) == painted(medial, Heat({one: 0.99, other: 0.01}))
    assert painted(medial, Heat({one: 0.8})) != painted(medial, Heat({one: 0.8, other: 0.2}))


def test_the_strongest_moves_are_arrows_and_the_many_weak_ones_are_not(medial: Diagram) -> None:
    known = [one.id for one in medial.regions][:12]
    strong = [(known[0], other, 30) for other in known[1:9]]
    weak = [(known[9], other, 1) for other in known[:9]]
    assert painted(medial, Heat({}, [*weak, *strong])) == painted(medial, Heat({}, strong))
    assert painted(medial, Heat({}, strong)) != painted(medial, Heat({}, strong[:-1]))


def test_what_many_were_sure_of_and_wrong_is_outlined(medial: Diagram) -> None:
    one = medial.regions[0].id
    assert painted(medial, Heat({one: 0.5}, (), frozenset({one}))) != painted(medial, Heat({one: 0.5}))


def test_a_structure_another_view_has_is_passed_over(medial: Diagram) -> None:
    assert painted(medial, Heat({"elsewhere": 0.5}, [("elsewhere", medial.regions[0].id, 3)])) == painted(
        medial, Heat({})
    )
