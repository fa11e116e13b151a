"""``trace``: feel a course with a finger: draw it on the skin, and press one point.

The learner draws with the mouse, a finger or the arrow keys. The mark goes by the gap to the true course, in mm.

Example:
    - id: trace-the-cord
      kind: trace
      view: medial peel 1
      course: [[24.5, -60], [14, -7], [-10, 22], [-44, 33]]
      press: [-44, 33]
      level: recall
      objective: Follow the tendon of tibialis posterior to the navicular.
      ask: Where does the tendon of tibialis posterior run, and where does it end?
      options:
        - structure: tp_tendon
          correct: true
          why: It turns under the malleolus and ends on the tuberosity of the navicular.
        - structure: fdl_tendon
          why: It runs next behind it and passes below it into the sole.
      take_home: Follow the cord behind the malleolus forward to the first bony bump.
      structures: [tp_tendon, navicular_tuberosity]
      references: [GRAY]

"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import ClassVar, Literal

from quizapp.anatomy.outline import Point
from quizapp.bank.question import Misfit, Question, need, one_key


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace(Question):
    """Draw the course of a structure, and press where it matters."""

    OPTION_COUNT: ClassVar[tuple[int, int]] = (1, 8)

    kind: Literal["trace"] = "trace"
    view: str = field(default="medial peel 1", metadata={"help": "the line of the view that is drawn on"})
    course: tuple[Point, ...] = field(metadata={"help": "points (mm) along the true course, two or more"})
    press: Point | None = field(default=None, metadata={"help": "the point (mm) to press, where there is one"})

    def misfits(self) -> Iterator[Misfit]:
        """Ask for a course, and for the structure that has it."""
        yield from one_key(self)
        if len(self.course) < 2:
            yield ("course",), "a course has two points or more"
        yield from need("structure", self.options)
