"""The diagrams that ship with the app, read once and kept until their file changes."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from quizapp.anatomy.catalogue import Catalogue
from quizapp.anatomy.diagram import Diagram, Region, View
from quizapp.base.cache import Cache
from quizapp.base.errors import UserError
from quizapp.base.listfile import read_list
from quizapp.base.nearest import did_you_mean

_FORMAT = "outlines 2"
_BLANK_BOX = (-195.0, -112.0, 75.0, 90.0)


def _refuse(text: str) -> None:
    raise UserError(text)


def views(folder: Path, cache: Cache | None = None) -> dict[str, View]:
    """Return the rows of diagrams.yaml by id; raise UserError with the first line that is wrong."""
    return {view.id: view for view in read_list(folder / "diagrams.yaml", "diagrams", View, cache)}


def drawn(folder: Path) -> dict[str, frozenset[str]]:
    """Return which structures each diagram shows."""
    from quizapp.anatomy import svg

    return {view.id: frozenset(svg.leaf_ids(folder / view.file)) for view in views(folder).values()}


def diagram(
    folder: Path, view: View, catalogue: Catalogue, cache: Cache | None = None, told: Callable[[str], None] = _refuse
) -> Diagram:
    """Return one diagram with the regions that the catalogue names.

    ``told`` hears of each leaf it does not name; without it, and where the drawing cannot be read, UserError
    is raised.
    """
    path = folder / view.file
    kept = cache.get(path, _FORMAT) if cache else None
    if kept is not None:
        box, rows = json.loads(kept)
        regions = tuple(Region(*row) for row in rows)
    else:
        # Imported where a drawing has changed.
        from quizapp.anatomy import svg

        box, regions = svg.regions(path)
        if cache:
            rows = [(one.id, one.depth, one.rings, one.box, one.anchor) for one in regions]
            cache.put([(path, _FORMAT, json.dumps((box, rows)).encode())])
    for region in regions:
        if region.id not in catalogue:
            told(
                f"{path}: the drawing has a leaf {region.id}, which the catalogue does not name"
                f"{did_you_mean(region.id, catalogue.ids)}; rename it or add the structure"
            )
    return Diagram(view, path, tuple(box), tuple(region for region in regions if region.id in catalogue))


def blank(folder: Path, view: View) -> Diagram:
    """Return a diagram without a region, for an app that goes on without its drawing."""
    return Diagram(view, folder / view.file, _BLANK_BOX, ())
