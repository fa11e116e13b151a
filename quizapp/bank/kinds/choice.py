"""``choice``: one best answer.

Example:
    - id: first-behind-the-malleolus
      kind: choice
      level: recall
      objective: Name the tendon that lies in the malleolar groove.
      ask: Which tendon lies against the back of the medial malleolus?
      options:
        - structure: tp_tendon
          correct: true
          why: The tibialis posterior tendon runs in the malleolar groove, in front of all the others.
        - structure: fdl_tendon
          why: It is the next one behind, and lies on the tibialis posterior tendon rather than on bone.
        - structure: fhl_tendon
          why: It is the last of the three, deep between the ankle and the calcaneal tendon.
      take_home: Front to back it is tibialis posterior, flexor digitorum longus, then the vessels.
      structures: [tp_tendon, malleolar_groove]
      references: [GRAY]

"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Literal

from quizapp.bank.question import Misfit, Question, one_key


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice(Question):
    """One best answer among three to five options."""

    OPTION_COUNT: ClassVar[tuple[int, int]] = (3, 5)

    kind: Literal["choice"] = "choice"

    def misfits(self) -> Iterator[Misfit]:
        """Ask for one key."""
        yield from one_key(self)
