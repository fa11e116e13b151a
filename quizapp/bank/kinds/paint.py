"""``paint``: paint the patch of skin that a lesion makes numb; the right options are the skin fields it consists of.

The mark is the share that the painted and the true patch have in common. On request the options appear as
numbered markers, so that the same question can be answered by keyboard.

Example:
    - id: numb-after-vein-stripping
      kind: paint
      view: nerves
      level: recall
      objective: Know the skin of the saphenous nerve.
      ask: Which skin is numb after the saphenous nerve was cut at the knee?
      options:
        - structure: skin_saphenous
          correct: true
          why: The nerve feels the inner leg and the inner border of the foot.
        - structure: skin_sural
          why: It lies on the outer side, and the sural nerve feels it.
      take_home: The saphenous nerve feels the inner side of the leg down to the arch.
      structures: [saphenous_nerve, skin_saphenous]
      references: [GRAY]

"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import ClassVar, Literal

from quizapp.bank.question import Misfit, Question, need, some_key


@dataclass(frozen=True, slots=True, kw_only=True)
class Paint(Question):
    """Paint what the right options cover together."""

    OPTION_COUNT: ClassVar[tuple[int, int]] = (2, 8)

    kind: Literal["paint"] = "paint"
    view: str = field(default="nerves", metadata={"help": "the diagram to paint on, or the line of a saved view"})

    def misfits(self) -> Iterator[Misfit]:
        """Ask for a key, and for skin fields that can be painted."""
        yield from some_key(self)
        yield from need("structure", self.options)
