"""Going from view to view, peeling each of them, and what they weigh together."""

from __future__ import annotations

import time

import psutil
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication

from bench.diagram import peeling, percentile_95, timed
from bench.row import Row
from bench.waiting import run_until
from quizapp.anatomy import catalogue
from quizapp.anatomy.atlas import Atlas
from quizapp.base import paths
from quizapp.base.cache import Cache
from quizapp.desktop.diagram.view import DiagramView
from quizapp.desktop.theme.roles import roles


def rows(quick: bool) -> list[Row]:
    """Measure in one window that goes through all views twice."""
    application = QApplication.instance() or QApplication([])
    structures = catalogue.load(paths.resources("anatomy", "structures.yaml"))
    cache = Cache(paths.cache() / "bench.sqlite")
    atlas = Atlas(paths.resources("diagrams"), structures, cache, print)
    for view_id in atlas.views:  # read once, as the strip of views does; a start reads them from the cache
        _ = atlas[view_id]
    view = DiagramView(atlas.first, roles("light"))
    view.resize(1600, 1000)
    view.show()
    run_until(lambda: view.is_sharp)
    before = _weight()
    first = [_switch(view, atlas, one) for one in list(atlas.views)[1:]]
    again = [_switch(view, atlas, one, until_sharp=False) for one in atlas.views]
    weight = _weight() - before
    count = 60 if quick else 300
    peels, hovers = [], []
    for one in atlas.views:
        _switch(view, atlas, one)
        peels.append(percentile_95(peeling(view, count)))
        hovers.append(percentile_95([_hover(view, at) for at in range(count)]))
    view.resize(3840, 2160)
    view.set_diagram(atlas.first)
    run_until(lambda: view.is_sharp)
    large = percentile_95(peeling(view, count))
    view.close_art()
    view.deleteLater()
    cache.close()
    assert application is not None
    return [
        Row("views: first switch until it is sharp, slowest", max(first), "ms", 400),
        Row("views: later switch until it is painted, slowest", max(again), "ms", 100),
        Row("views: one step of peeling, 95th percentile, slowest view", max(peels), "ms", 16),
        Row("views: hover to painted highlight, 95th percentile, slowest view", max(hovers), "ms", 16),
        Row("views: one step of peeling at 3840 x 2160, 95th percentile", large, "ms", 33),
        Row("views: memory that going through all of them adds", weight, "MiB", 150),
    ]


def _switch(view: DiagramView, atlas: Atlas, view_id: str, until_sharp: bool = True) -> float:
    begun = time.perf_counter()
    view.set_diagram(atlas[view_id])
    view.repaint()
    if until_sharp:
        run_until(lambda: view.is_sharp)
    taken = 1000 * (time.perf_counter() - begun)
    run_until(lambda: view.is_sharp)
    return taken


def _weight() -> float:
    used: int = psutil.Process().memory_full_info().pss
    return used / 2**20


def _hover(view: DiagramView, at: int) -> float:
    spot = QPointF(200 + 1200 * (at * 0.618 % 1), 100 + 800 * (at * 0.382 % 1))

    def step() -> None:
        view.hover(spot)
        view.repaint()

    return timed(step)
