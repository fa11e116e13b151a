"""``ranking``: put a differential into order, the most likely first; in the file the options stand in it.

The mark is that of `order`. Where the case calls for a red-flag condition, it has to be among the first three,
or the mark is 0: what must not be missed is thought of first.

Example:
    - id: rank-a-numb-inner-heel
      kind: ranking
      level: reasoning
      objective: Rank the causes of a burning inner heel.
      stem: >-
        A 52-year-old gardener has had [a burning patch on the inner heel](s_burn_tingle) for four months, since she
        wears boots with [a stiff heel counter](h_tight_medial_footwear). [The first steps in the morning are
        painless](-h_first_step), but she has spent [long days on paving](h_standing_job). [Tapping the inner wall of
        the heel repeats it](e_tinel_medial_heel), and [pinprick is dull there alone](e_heel_loss).
      ask: In which order, the most likely first, do these explain her heel?
      options:
        - condition: medial_calcaneal_neuropathy
          why: Burning, loss of pinprick and the tapping sign all keep to the skin of this nerve.
          for: [s_burn_tingle, e_tinel_medial_heel, e_heel_loss, h_tight_medial_footwear]
        - condition: tarsal_tunnel_syndrome
          why: It burns too, but would reach into the sole and the toes.
          for: [s_burn_tingle]
          missing: [s_numb_sole_toes]
        - condition: plantar_fasciitis
          why: It is the usual cause of heel pain, but is felt with the first steps and leaves skin alone.
          against: [h_first_step, s_burn_tingle]
      take_home: Burning with loss of feeling on the inner heel alone is the calcaneal branch.
      structures: [medial_calcaneal_nerve]
      references: [KIM2015]

"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import ClassVar, Literal

from quizapp.bank.question import Misfit, Question, need
from quizapp.base.nearest import did_you_mean


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranking(Question):
    """Three to five conditions in the order of their likelihood, shown in another one."""

    OPTION_COUNT: ClassVar[tuple[int, int]] = (3, 5)
    ORDERED: ClassVar[bool] = True

    kind: Literal["ranking"] = "ranking"
    red_flag: str = field(
        default="", metadata={"help": "the option that has to be among the first three, as the case calls for it"}
    )

    def __post_init__(self) -> None:
        # Every option belongs to the answer, as in an order.
        object.__setattr__(self, "options", tuple(replace(option, correct=True) for option in self.options))

    def misfits(self) -> Iterator[Misfit]:
        """Ask for conditions, and for a red flag that is one of them."""
        yield from need("condition", self.options)
        if self.red_flag and self.red_flag not in self.keys:
            yield ("red_flag",), f"no option is {self.red_flag}{did_you_mean(self.red_flag, self.keys)}"
