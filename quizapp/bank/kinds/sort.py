"""``sort``: sort the findings of a case into for, against and missing, for each of two rivals.

The lists `for`, `against` and `missing` of the two options are the key, and the check compares them with the table of
findings. A finding may say nothing about a rival; then it stays where it is. The mark is (rightly placed -
wrongly placed) / all places of the key, never below 0.

Example:
    - id: sort-a-burning-heel
      kind: sort
      level: reasoning
      objective: Say what each finding of a burning heel means for two nerves.
      stem: >-
        A 39-year-old nurse has had [burning on the inner heel](s_burn_tingle) for three months. [Pinprick is dull on
        the inner heel](e_heel_loss), and [every muscle of the foot is strong](e_no_motor).
      ask: What does each finding say for or against these two nerves?
      options:
        - condition: medial_calcaneal_neuropathy
          why: The loss keeps to its skin, and it drives no muscle.
          for: [s_burn_tingle, e_heel_loss, e_no_motor]
          missing: [e_tinel_medial_heel]
        - condition: baxter_neuropathy
          why: It feels the bone rather than the skin, and drives the muscle of the little toe.
          for: [s_burn_tingle]
          against: [e_heel_loss]
          missing: [e_tender_abh, e_weak_adm]
      take_home: Loss of skin feeling with full power is the calcaneal branch, not the nerve of Baxter.
      structures: [medial_calcaneal_nerve, inferior_calcaneal_nerve]
      references: [KIM2015]

"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import ClassVar, Literal

from quizapp.bank.question import Misfit, Question, need

BINS = ("for", "against", "missing")
LEAST_FINDINGS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Sort(Question):
    """Two rivals and the findings that are sorted for each."""

    OPTION_COUNT: ClassVar[tuple[int, int]] = (2, 2)

    kind: Literal["sort"] = "sort"

    def __post_init__(self) -> None:
        # Neither rival is the wrong one to sort for.
        object.__setattr__(self, "options", tuple(replace(option, correct=True) for option in self.options))

    @property
    def findings(self) -> tuple[str, ...]:
        """Return what is to be sorted, each finding once."""
        lists = (one for option in self.options for one in (option.speaks_for, option.speaks_against, option.missing))
        return tuple(dict.fromkeys(finding for some in lists for finding in some))

    def misfits(self) -> Iterator[Misfit]:
        """Ask for two rivals, and for three findings or more, each on one side."""
        yield from need("condition", self.options)
        if len(self.findings) < LEAST_FINDINGS:
            yield (
                ("options",),
                f"there are {len(self.findings)} findings to sort; {LEAST_FINDINGS} or more make a question",
            )
        for index, option in enumerate(self.options):
            placed = [*option.speaks_for, *option.speaks_against, *option.missing]
            for one in sorted({one for one in placed if placed.count(one) > 1}):
                yield ("options", index), f"{one} stands on two sides of this rival; keep one"
