"""``staged``: a case in four to six stages; at each the learner orders the differential anew and says why.

Six tenths of the mark are for the right condition in first place at the end. The other four are shared by the
stages whose new finding speaks against a wrong leader (`drops`): each counts where that condition is not in first
place after the stage. What was named as the reason is compared with the table of findings, not marked.

Example:
    - id: a-heel-in-four-stages
      kind: staged
      level: reasoning
      objective: Give up plantar fasciitis when a finding speaks against it.
      stem: A 44-year-old postwoman has had [pain under the inner heel](p_plantar_med_heel) for five months.
      ask: How do you rank these conditions now, the most likely first?
      options:
        - condition: plantar_fasciitis
          why: It led at first, but without pain on first steps and with a painless tubercle it falls back.
          against: [h_first_step, e_tender_med_tubercle]
        - condition: baxter_neuropathy
          correct: true
          why: The deep point over abductor hallucis and the weak fifth toe are those of its motor branch.
          for: [e_tender_abh, e_weak_adm, h_failed_pf_care]
        - condition: medial_calcaneal_neuropathy
          why: It would numb the skin of the heel and weaken no muscle.
          against: [e_skin_normal, e_weak_adm]
      stages:
        - text: The pain [is no worse with the first steps](-h_first_step) of the day.
          drops: plantar_fasciitis
          why: A fascia that does not hurt with the first steps is an unlikely source.
        - text: "[Months of stretching and taping](h_failed_pf_care) have changed nothing."
          why: It fits a nerve, but proves little, for fasciitis can be stubborn too.
        - text: >-
            [The tubercle is not tender](-e_tender_med_tubercle); the sore point lies
            [deep over abductor hallucis](e_tender_abh).
          why: That is where the first branch of the lateral plantar nerve is squeezed.
        - text: "[The skin feels normal](e_skin_normal), but [the little toe cannot spread](e_weak_adm)."
          drops: medial_calcaneal_neuropathy
          why: Weakness without numb skin means a motor branch.
      take_home: Normal skin and a weak fifth toe point to the inferior calcaneal nerve.
      structures: [inferior_calcaneal_nerve, abductor_digiti_minimi]
      references: [BAXTER1984]

"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, ClassVar, Literal

from quizapp.bank.question import Misfit, Option, Question, Text, need, one_key
from quizapp.base.nearest import did_you_mean
from quizapp.base.shape import CONFIG

LEAST_STAGES, MOST_STAGES = 4, 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """What is revealed next, what it should change, and why."""

    __pydantic_config__: ClassVar[Any] = CONFIG

    text: str = field(metadata={"help": "what is revealed, its findings tagged as in a stem"})
    why: str = field(metadata={"help": "what the new finding means"})
    drops: str = field(default="", metadata={"help": "the condition that should not lead any longer"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Staged(Question):
    """Three to five conditions, ranked after each of four to six stages; one is right at the end."""

    NESTED: ClassVar[dict[str, type[Any]]] = {"options": Option, "stages": Stage}

    OPTION_COUNT: ClassVar[tuple[int, int]] = (3, 5)

    kind: Literal["staged"] = "staged"
    stages: tuple[Stage, ...] = field(metadata={"help": "what is revealed, each with `text`, `why` and maybe `drops`"})

    @property
    def texts(self) -> tuple[Text, ...]:
        """Return the opening and what each stage reveals."""
        return (("stem",), self.stem), *((("stages", index, "text"), one.text) for index, one in enumerate(self.stages))

    def misfits(self) -> Iterator[Misfit]:
        """Ask for four to six stages, for conditions, and for one that is right at the end."""
        yield from one_key(self)
        yield from need("condition", self.options)
        if not LEAST_STAGES <= len(self.stages) <= MOST_STAGES:
            yield ("stages",), f"a case has {LEAST_STAGES} to {MOST_STAGES} stages, not {len(self.stages)}"
        wrong = [option.key for option in self.options if not option.correct]
        for index, stage in enumerate(self.stages):
            if stage.drops and stage.drops not in wrong:
                yield ("stages", index, "drops"), f"no wrong option is {stage.drops}{did_you_mean(stage.drops, wrong)}"
