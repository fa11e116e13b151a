"""``name``: a structure is lit on a diagram; choose its name, or type it.

A typed name may be any synonym, the Latin term or an abbreviation, with small typos.

Example:
    - id: name-the-cord-behind
      kind: name
      view: medial
      lit: achilles_tendon
      level: recall
      objective: Name the tendon at the back of the heel.
      ask: What is the lit structure called?
      options:
        - structure: achilles_tendon
          correct: true
          why: The calcaneal tendon runs down to the middle of the back of the calcaneus.
        - structure: fhl_tendon
          why: It lies in front of the calcaneal tendon and turns under the sustentaculum tali.
        - structure: tp_tendon
          why: It turns forward behind the medial malleolus, far in front of the back of the heel.
      take_home: The calcaneal tendon ends on the back of the heel, neither on its top nor below it.
      structures: [achilles_tendon]
      references: [GRAY]

"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import ClassVar, Literal

from quizapp.bank.question import Misfit, Question, need, one_key


@dataclass(frozen=True, slots=True, kw_only=True)
class Name(Question):
    """Name the lit structure."""

    OPTION_COUNT: ClassVar[tuple[int, int]] = (3, 5)

    kind: Literal["name"] = "name"
    view: str = field(default="medial", metadata={"help": "the diagram that shows it, or the line of a saved view"})
    lit: str = field(metadata={"help": "the structure that is lit, by id"})
    typed: bool = field(default=False, metadata={"help": "true to have the name typed instead of chosen"})
    covers: bool = field(
        default=False, metadata={"help": "true to cover what the round still asks for, until it is named"}
    )

    def misfits(self) -> Iterator[Misfit]:
        """Ask for the lit structure among the options."""
        yield from one_key(self)
        if len(self.keys) == 1 and self.lit not in self.keys:
            yield ("lit",), f"the correct option has to name the lit structure {self.lit}"
        yield from need("structure", self.options)
