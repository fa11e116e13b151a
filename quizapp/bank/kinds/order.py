"""``order``: bring the options into their right order; in the file they stand in it.

Example:
    - id: row-behind-the-malleolus
      kind: order
      level: recall
      objective: Put the contents of the tarsal tunnel into order.
      ask: How do these lie behind the medial malleolus, from front to back?
      options:
        - structure: tp_tendon
          why: It lies in the groove on the bone, in front of all others.
        - structure: fdl_tendon
          why: It lies next behind tibialis posterior and crosses it above the malleolus.
        - structure: posterior_tibial_artery
          why: It runs between the long toe flexor and the nerve, a vein on either side.
        - structure: tibial_nerve
          why: It runs behind the artery and gives off the branches to the heel.
      take_home: From front to back come tibialis posterior, the long toe flexor, the artery and the nerve.
      structures: [tp_tendon, fdl_tendon, posterior_tibial_artery, tibial_nerve]
      references: [GRAY]

"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar, Literal

from quizapp.bank.question import Question


@dataclass(frozen=True, slots=True, kw_only=True)
class Order(Question):
    """Three to eight options in the right order, shown in another one; each has its place, so none is wrong."""

    OPTION_COUNT: ClassVar[tuple[int, int]] = (3, 8)
    ORDERED: ClassVar[bool] = True

    kind: Literal["order"] = "order"

    def __post_init__(self) -> None:
        # Every option belongs to the answer; the file need not say so of each.
        object.__setattr__(self, "options", tuple(replace(option, correct=True) for option in self.options))
