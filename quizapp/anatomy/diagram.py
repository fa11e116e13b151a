"""A diagram: the outlines of structures in one view, in millimetres of an adult foot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from quizapp.anatomy.outline import Box, Point, Ring, contains, gap

PHOTO_MM = 250.0  # the longer side of a photograph, taken for the length of a foot
DEEPEST = 9  # the layer of bone, and of a drawing without layers, which cannot be peeled


@dataclass(frozen=True, slots=True)
class Region:
    """The true outline of one structure on one diagram.

    ``depth`` is the layer it is drawn in (1 skin to 9 bone), ``box`` the upright box around it and
    ``anchor`` a point well inside, where labels and markers point; all in mm.
    """

    id: str
    depth: int
    rings: Sequence[Ring]
    box: Box
    anchor: Point

    @property
    def is_scenery(self) -> bool:
        """Tell whether it only hides what lies beneath, and is no structure."""
        return self.id.startswith("x-")

    def contains(self, x: float, y: float) -> bool:
        """Tell whether a point in mm lies inside the outline."""
        left, top, right, bottom = self.box
        return left <= x <= right and top <= y <= bottom and contains(self.rings, x, y)

    def gap(self, x: float, y: float) -> float:
        """Return how far a point is from the boundary, in mm."""
        return gap(self.rings, x, y)

    def gap_at_least(self, x: float, y: float) -> float:
        """Return a quick lower bound of the gap of a point outside, in mm: that to the box."""
        left, top, right, bottom = self.box
        dx, dy = max(left - x, 0.0, x - right), max(top - y, 0.0, y - bottom)
        return float((dx * dx + dy * dy) ** 0.5)


@dataclass(frozen=True, slots=True)
class View:
    """One row of diagrams.yaml: a diagram's file, how it is called and which way it looks.

    ``left`` and ``right`` say what lies towards these edges of the picture, ``cut`` at which height (mm) of which
    view a section is taken, ``sources`` where its proportions come from, ``note`` what to keep in mind. A view that
    ``traces_nerves`` lights the way of a nerve when one of its parts is selected.
    """

    id: str
    file: str
    name: str
    title: str
    left: str
    right: str
    alt: str
    sources: str
    note: str = ""
    cut_on: str = ""
    cut_at: float = 0.0
    traces_nerves: bool = False

    @property
    def is_own(self) -> bool:
        """Tell whether it is a person's own picture: its file lies outside the app's folder of diagrams."""
        return Path(self.file).is_absolute()


@dataclass(frozen=True, slots=True)
class Diagram:
    """The regions of one view in drawing order, deepest first, and the window they are drawn in (mm).

    ``drawn`` has solid scenery too, in its place in the order. ``air`` are spaces with nothing behind them, such as
    the hollow of the arch.
    """

    view: View
    path: Path
    box: Box
    regions: tuple[Region, ...]
    drawn: tuple[Region, ...] = ()
    air: frozenset[str] = frozenset()
    by_id: dict[str, Region] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.by_id.update({region.id: region for region in self.regions})

    def cut_strip(self, height: float, beside: float) -> Box | None:
        """Return the strip at the upper edge that structures run out of, so many mm high and wider than they are.

        None where all of them end within the window.
        """
        top = self.box[1]
        rings = [ring for region in self.regions if region.box[1] <= top for ring in region.rings]
        across = [x for ring in rings for x, y in ring if y <= top + height]
        return (min(across) - beside, top, max(across) + beside, top + height) if across else None

    @property
    def extent(self) -> Box:
        """Return the box around all structures, within the window of the drawing."""
        if not self.regions:
            return self.box
        lefts, tops, rights, bottoms = zip(*(region.box for region in self.regions), strict=True)
        left, top, right, bottom = self.box
        return max(left, min(lefts)), max(top, min(tops)), min(right, max(rights)), min(bottom, max(bottoms))

    @property
    def leg_side(self) -> Literal["left", "right", "none"]:
        """Tell on which side of the picture the leg rises; the other side is empty above the foot."""
        strip = self.cut_strip(1.0, 0.0)
        if strip is None:
            return "none"
        return "left" if strip[0] + strip[2] < self.box[0] + self.box[2] else "right"
