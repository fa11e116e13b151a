"""``multiple``: several right answers; each right pick counts, each wrong pick takes one back.

Example:
    - id: two-in-front-of-the-malleolus
      kind: multiple
      level: recall
      objective: Name what runs in front of the medial malleolus.
      ask: Which two structures cross in front of the medial malleolus?
      options:
        - structure: saphenous_nerve
          correct: true
          why: It accompanies the great saphenous vein in front of the malleolus.
        - structure: great_saphenous_vein
          correct: true
          why: It crosses in front of the malleolus, where it can be seen on standing.
        - structure: tibial_nerve
          why: It runs behind the malleolus, in the tarsal tunnel.
        - structure: posterior_tibial_artery
          why: Its pulse is felt behind the malleolus, in the tarsal tunnel.
      take_home: In front of the malleolus run the great saphenous vein and its nerve.
      structures: [saphenous_nerve, great_saphenous_vein]
      references: [GRAY]

"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Literal

from quizapp.bank.question import Misfit, Question


@dataclass(frozen=True, slots=True, kw_only=True)
class Multiple(Question):
    """Several right answers among four to eight options; the lead-in says how many."""

    OPTION_COUNT: ClassVar[tuple[int, int]] = (4, 8)

    kind: Literal["multiple"] = "multiple"

    def misfits(self) -> Iterator[Misfit]:
        """Ask for two keys or more, and for a wrong option."""
        if not 2 <= len(self.keys) < len(self.options):
            of = len(self.options)
            yield (
                ("options",),
                f"two or more options, but not all {of}, have to be correct; here it is {len(self.keys)}",
            )
