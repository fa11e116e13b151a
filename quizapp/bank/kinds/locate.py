"""``locate``: find a structure on a diagram; the options are the right one and its look-alikes.

The learner may click anywhere. On request the options appear as numbered markers, so that the same
question can be answered by keyboard.

Example:
    - id: find-the-shelf
      kind: locate
      view: medial
      level: recall
      objective: Find the sustentaculum tali on the medial side.
      ask: Where is the shelf that carries the head of the talus?
      options:
        - structure: sustentaculum_tali
          correct: true
          why: The shelf stands out from the calcaneus straight below the tip of the malleolus.
        - structure: navicular_tuberosity
          why: It is the first bony bump in front of the shelf, where tibialis posterior ends.
        - structure: medial_tubercle_of_talus
          why: It lies behind the shelf, at the back of the talus.
      take_home: A finger-breadth straight below the malleolus lies the sustentaculum tali.
      structures: [sustentaculum_tali]
      references: [GRAY]

"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import ClassVar, Literal

from quizapp.bank.question import Misfit, Question, need, some_key


@dataclass(frozen=True, slots=True, kw_only=True)
class Locate(Question):
    """Find one structure, or any of several accepted ones, on a diagram."""

    OPTION_COUNT: ClassVar[tuple[int, int]] = (1, 8)

    kind: Literal["locate"] = "locate"
    view: str = field(default="medial", metadata={"help": "the diagram to click on, or the line of a saved view"})

    def misfits(self) -> Iterator[Misfit]:
        """Ask for a key, and for structures that can be clicked."""
        yield from some_key(self)
        yield from need("structure", self.options)
