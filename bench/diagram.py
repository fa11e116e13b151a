"""Hovering, peeling, zooming and panning at 1600 x 1000 with everything visible."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication

from bench.row import Row
from bench.waiting import run_until
from quizapp.anatomy import atlas, catalogue, hit
from quizapp.base import paths
from quizapp.desktop.diagram.view import DiagramView
from quizapp.desktop.theme.roles import roles


def rows(quick: bool) -> list[Row]:
    """Measure each gesture from the event to the painted frame."""
    application = QApplication.instance() or QApplication([])
    folder = paths.resources("diagrams")
    structures = catalogue.load(paths.resources("anatomy", "structures.yaml"))
    diagram = atlas.diagram(folder, atlas.views(folder)["medial"], structures)
    view = DiagramView(diagram, roles("light"))
    view.resize(1600, 1000)
    view.set_peel(1)
    view.show()
    run_until(lambda: view.is_sharp)
    count = 60 if quick else 300
    found = [
        Row("diagram: hit-test of one point", _hits(view, count), "ms", 4),
        Row("diagram: hover to painted highlight", _hover(view, count), "ms", 4),
        Row("diagram: one step of peeling, 95th percentile", percentile_95(peeling(view, count)), "ms", 16),
        Row("diagram: one step of zooming, 95th percentile", percentile_95(_zoom(view, count)), "ms", 16),
        Row("diagram: one step of panning, 95th percentile", percentile_95(_pan(view, count)), "ms", 16),
    ]
    view.close_art()
    view.deleteLater()
    assert application is not None
    return found


def timed(step: Callable[[], object]) -> float:
    """Return how long a step and the frame it asks for take, in ms."""
    begun = time.perf_counter()
    step()
    QApplication.sendPostedEvents()
    return 1000 * (time.perf_counter() - begun)


def percentile_95(times: list[float]) -> float:
    """Return what 95 in 100 do not exceed."""
    return statistics.quantiles(times, n=20)[-1]


def _spots(count: int) -> list[QPointF]:
    return [QPointF(200 + 1200 * (at * 0.618 % 1), 100 + 800 * (at * 0.382 % 1)) for at in range(count)]


def _hits(view: DiagramView, count: int) -> float:
    regions = view.visible_regions()
    points = [view.camera.to_mm(spot.x(), spot.y()) for spot in _spots(count)]
    return statistics.median(timed(partial(hit.regions_at, regions, *point, 2.0)) for point in points)


def _hover(view: DiagramView, count: int) -> float:
    def step(spot: QPointF) -> None:
        view.hover(spot)
        view.repaint()

    return statistics.median(timed(lambda spot=spot: step(spot)) for spot in _spots(count))  # type: ignore[misc]


def peeling(view: DiagramView, count: int) -> list[float]:
    """Return the time of each step from skin to bone, in ms."""

    def step(layer: float) -> None:
        view.set_peel(layer)
        view.repaint()

    times = [timed(lambda at=at: step(1 + 8 * at / count)) for at in range(count)]  # type: ignore[misc]
    view.set_peel(1)
    return times


def _zoom(view: DiagramView, count: int) -> list[float]:
    def step(factor: float) -> None:
        view.zoom(factor)
        view.repaint()

    times = [timed(lambda at=at: step(1.03 if at < count / 2 else 1 / 1.03)) for at in range(count)]  # type: ignore[misc]
    view.fit()
    run_until(lambda: view.is_sharp)
    return times


def _pan(view: DiagramView, count: int) -> list[float]:
    def step(dx: float) -> None:
        view.pan(dx, dx / 2)
        view.repaint()

    view.zoom(3)
    run_until(lambda: view.is_sharp)
    return [timed(lambda at=at: step(9 if at % 60 < 30 else -9)) for at in range(count)]  # type: ignore[misc]
