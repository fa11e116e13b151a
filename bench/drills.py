"""Drills: beginning one, marking what was drawn, painting on."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable

from bench.row import Row
from quizapp.anatomy import atlas, catalogue, foot_type, palpation, patch, relations
from quizapp.base import paths
from quizapp.desktop.diagram.tools.brush import RADII, Brush
from quizapp.quiz import drills
from quizapp.quiz.attempt import Response
from quizapp.quiz.drills.knowledge import Knowledge
from quizapp.quiz.marking import MARKERS
from quizapp.quiz.marking.paint import ground, truth
from quizapp.quiz.surroundings import Surroundings


def rows(quick: bool) -> list[Row]:
    """Measure on the shipped plates, as a drill does."""
    structures = catalogue.load(paths.resources("anatomy", "structures.yaml"))
    folder = paths.resources("diagrams")
    views = atlas.views(folder)
    drawn = {one: atlas.diagram(folder, views[one], structures) for one in views}
    feet = {one.view_id: one for one in foot_type.load(folder / "feet.yaml")}
    kept = paths.cache() / "feet"
    drawn |= {name: foot_type.moved(drawn[one.view], one, kept) for name, one in feet.items()}
    table = relations.load(paths.resources("anatomy", "relations.yaml"), structures)
    felt = palpation.load(paths.resources("anatomy", "palpation.yaml"))
    knowledge = Knowledge(structures, drawn, views, table, felt, feet)
    around = Surroundings(structures, drawn)
    count = 20 if quick else 100
    seen = list(drawn["medial"].by_id)

    def begin() -> None:
        for drill in drills.DRILLS:
            for item in drills.items(drill, "medial", seen, knowledge)[:10]:
                drills.question(item, knowledge)

    trace = drills.question("drill:palpate:medial:tp_tendon:flat", knowledge)
    paint = drills.question("drill:territory:nerves:sciatic_nerve", knowledge)
    assert trace is not None and paint is not None
    line = Response(drawn=tuple((20 - at / 8, -30 + at / 6) for at in range(300)), point=(-30.0, 30.0))
    rows_painted = Response(drawn=patch.to_rows(truth(paint, drawn["nerves"])))
    brush = Brush(ground(drawn["nerves"]))
    brush.radius = RADII[-1]

    def stroke() -> None:
        brush.press((70.0, 100.0))
        brush.drag((70.0, 130.0))

    def mark_line() -> None:
        MARKERS["trace"](trace, line, around)

    def mark_patch() -> None:
        MARKERS["paint"](paint, rows_painted, around)

    return [
        Row("drills: ten questions of each drill, median", _median(begin, count), "ms", 100),
        Row("drills: marking a traced course, median", _median(mark_line, count), "ms", 50),
        Row("drills: marking a painted patch, median", _median(mark_patch, count), "ms", 100),
        Row("drills: one broad stroke of the brush, median", _median(stroke, count), "ms", 16),
    ]


def _median(run: Callable[[], object], count: int) -> float:
    found = []
    for _ in range(count):
        before = time.perf_counter()
        run()
        found.append((time.perf_counter() - before) * 1000)
    return statistics.median(found)
