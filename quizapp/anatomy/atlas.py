"""The diagrams that ship with the app, read once and kept until their file changes."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from quizapp.anatomy import foot_type, zones
from quizapp.anatomy.catalogue import Catalogue
from quizapp.anatomy.diagram import DEEPEST, Diagram, Region, View
from quizapp.anatomy.foot_type import FootType
from quizapp.base.cache import Cache
from quizapp.base.errors import UserError
from quizapp.base.listfile import read_list
from quizapp.base.nearest import did_you_mean
from quizapp.base.words import words

_FORMAT = "outlines 3"
_BLANK_BOX = (-195.0, -112.0, 75.0, 90.0)


def _refuse(text: str) -> None:
    raise UserError(text)


def views(folder: Path, cache: Cache | None = None) -> dict[str, View]:
    """Return the rows of diagrams.yaml by id; raise UserError with the first line that is wrong."""
    return {view.id: view for view in read_list(folder / "diagrams.yaml", "diagrams", View, cache)}


def drawn(folder: Path) -> dict[str, frozenset[str]]:
    """Return which structures each diagram shows; one that cannot be read shows none."""
    from quizapp.anatomy import svg

    found = {}
    for view in views(folder).values():
        try:
            found[view.id] = frozenset(svg.leaf_ids(folder / view.file))
        except UserError:
            found[view.id] = frozenset()
    return found


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

        box, regions = svg.regions(path, catalogue.ids)
        if cache:
            rows = [(one.id, one.depth, one.rings, one.box, one.anchor) for one in regions]
            cache.put([(path, _FORMAT, json.dumps((box, rows)).encode())])
    if view.is_own:
        regions = (*regions, *zones.regions(path))
    for region in regions:
        if region.id not in catalogue and not region.is_scenery:
            told(
                f"{path}: the drawing has a leaf {region.id}, which the catalogue does not name"
                f"{did_you_mean(region.id, catalogue.ids)}; rename it or add the structure"
            )
    drawn = tuple(region for region in regions if region.id in catalogue or region.is_scenery)
    shown = tuple(one for one in drawn if not one.is_scenery)
    air = frozenset(one.id for one in shown if one.depth == DEEPEST and catalogue[one.id].system == "space")
    return Diagram(view, path, tuple(box), shown, drawn, air)


def blank(folder: Path, view: View) -> Diagram:
    """Return a diagram without a region, for an app that goes on without its drawing."""
    return Diagram(view, folder / view.file, _BLANK_BOX, (), ())


class Atlas:
    """The views of a folder and a person's own; a diagram is read when it is first wanted, and may fail without harm.

    ``told`` hears of each fault in a drawing; a view whose drawing cannot be read is blank.
    """

    def __init__(
        self,
        folder: Path,
        catalogue: Catalogue,
        cache: Cache,
        told: Callable[[str], None],
        own: Sequence[View] = (),
    ) -> None:
        self._folder, self._catalogue, self._cache, self._told = folder, catalogue, cache.path, told
        self._diagrams: dict[str, Diagram] = {}
        self.views: Mapping[str, View] = views(folder, cache) | {view.id: view for view in own}
        self._feet_folder = cache.path.parent / "feet"
        self.feet: Mapping[str, FootType] = {}
        self.first = self._keep(next(iter(self.views)), cache)

    def __getitem__(self, view_id: str) -> Diagram:
        if view_id in self.feet and view_id not in self._diagrams:
            foot = self.feet[view_id]
            self._diagrams = {**self._diagrams, view_id: foot_type.moved(self[foot.view], foot, self._feet_folder)}
        if view_id not in self._diagrams:
            self.reread(view_id)
        return self._diagrams[view_id]

    def read_all(self) -> dict[str, Diagram]:
        """Read what has not been read yet, and the foot types; may run away from the window's thread."""
        kept = Cache(self._cache)
        found = {one: self._diagrams.get(one) or self._read(one, kept) for one in self.views}
        self._draw_feet(found, kept)
        kept.close()
        return found

    def learn(self, found: Mapping[str, Diagram]) -> None:
        """Take in what was read elsewhere."""
        self._diagrams = {**found, **self._diagrams}

    def reread(self, view_id: str) -> None:
        """Read a diagram, anew where something about it has changed."""
        kept = Cache(self._cache)
        self._keep(view_id, kept)
        kept.close()

    def showing(self, structure: str) -> tuple[str, ...]:
        """Return the views that show a structure, in their order, as far as they have been read."""
        read = self._diagrams
        return tuple(one for one in self.views if one in read and structure in read[one].by_id)

    def _draw_feet(self, read: Mapping[str, Diagram], cache: Cache) -> None:
        """Have each foot type drawn, so that a drill need not wait; one that cannot be is told and left out."""
        try:
            feet = foot_type.load(self._folder / "feet.yaml", cache)
            for one in feet:
                foot_type.drawn(read[one.view], one, self._feet_folder)
            self.feet = {one.view_id: one for one in feet}
        except (UserError, OSError) as fault:
            self._told(words("atlas.no_feet", why=fault))

    def _keep(self, view_id: str, cache: Cache) -> Diagram:
        self._diagrams[view_id] = self._read(view_id, cache)
        return self._diagrams[view_id]

    def _read(self, view_id: str, cache: Cache) -> Diagram:
        view = self.views[view_id]
        try:
            return diagram(self._folder, view, self._catalogue, cache, self._told)
        except UserError as error:
            self._told(str(error))
            return blank(self._folder, view)
