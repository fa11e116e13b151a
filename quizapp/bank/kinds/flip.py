"""``flip``: a solved case, and one finding of it turned over; weigh what that does to each rival, from -2 to +2.

-2 rules it out or nearly so, -1 makes it less likely, 0 changes nothing, +1 makes it more likely, +2 brings it to
the front. Each rival counts alike: 1 for the weight of the file, a half for the one next to it.

Example:
    - id: if-the-tapping-sign-were-silent
      kind: flip
      level: reasoning
      objective: Judge what a silent tapping sign changes.
      stem: >-
        A 46-year-old cook has had [burning in the sole and the toes](s_numb_sole_toes) for half a year, [worse towards
        evening](h_worse_end_day). He was found to have tarsal tunnel syndrome. [Tapping behind the malleolus shot
        into the sole](e_tinel_tunnel).
      turned: e_tinel_tunnel
      ask: Suppose tapping behind the malleolus had been silent; how would each of these change?
      options:
        - condition: tarsal_tunnel_syndrome
          shift: -1
          why: A sign that is usually there is missing, but it is neither sensitive nor specific enough to rule it out.
        - condition: diabetic_polyneuropathy
          shift: 1
          why: It spoke for one irritable nerve at the ankle; without it a disease of all long nerves gains a little.
        - condition: gout
          shift: 0
          why: The sign says nothing about crystals in a joint, be it there or not.
      take_home: A silent tapping sign weakens tarsal tunnel syndrome but does not end it.
      structures: [tibial_nerve, tarsal_tunnel]
      references: [MCSWEENEY2015]

"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, ClassVar, Literal

from quizapp.bank import markup
from quizapp.bank.question import Misfit, Option, Question, need

MOST_SHIFT = 2
SHIFTS = range(-MOST_SHIFT, MOST_SHIFT + 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rival(Option):
    """One condition, and what the turned finding does to it."""

    shift: int = field(metadata={"help": "a whole number from -2 to 2"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Flip(Question):
    """Two to four rivals, each to be weighed from -2 to +2."""

    NESTED: ClassVar[dict[str, type[Any]]] = {"options": Rival}

    OPTION_COUNT: ClassVar[tuple[int, int]] = (2, 4)

    kind: Literal["flip"] = "flip"
    options: tuple[Rival, ...] = field(metadata={"help": "the rivals, each with its `shift`"})
    turned: str = field(metadata={"help": "the finding of the stem that is turned over: present to absent, or back"})

    def misfits(self) -> Iterator[Misfit]:
        """Ask for rivals with a shift in range, and for a finding of the stem to turn over."""
        yield from need("condition", self.options)
        for index, rival in enumerate(self.options):
            if rival.shift not in SHIFTS:
                yield ("options", index, "shift"), f"shift is a whole number from -2 to 2, not {rival.shift}"
        if unstated := markup.unstated(self.stem, self.turned):
            yield ("turned",), unstated
