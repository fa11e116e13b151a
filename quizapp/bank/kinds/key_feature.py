"""``key-feature``: choose the two or three steps that matter; a harmful one makes the answer worth nothing.

The mark is the share of the critical steps that were chosen, less one step for each wrong one, never below 0;
with a harmful step chosen it is 0.

Example:
    - id: first-steps-for-a-hot-ankle
      kind: key-feature
      level: reasoning
      objective: Act on a hot ankle before naming it.
      stem: >-
        A 58-year-old man with diabetes has had [a hot, red, swollen ankle](e_hot_red_joint) since yesterday. He is
        [shivering and feels ill](h_fever_unwell), and [cries out at the smallest passive movement](e_all_motion_agony).
      ask: Which two steps come first for this man today?
      options:
        - text: Same-day referral to hospital
          correct: true
          why: A joint that may be infected is destroyed within days, so he has to be seen at once.
        - text: Aspiration before any antibiotic, if he is stable
          correct: true
          why: Only fluid from the joint tells infection from crystals; antibiotics given first can hide the germ.
        - text: Steroid injection into the joint
          harmful: true
          why: A steroid in an infected joint lets the infection run on unseen.
        - text: A course of gout tablets and review in a week
          harmful: true
          why: Gout cannot be told from infection by looking, and a week may cost him the joint.
        - text: Ultrasound of the tibialis posterior tendon
          why: The tendon is not the question here, and the scan would only take time.
        - text: Plain films of both feet next week
          why: Early films are normal in infection and in gout alike, and next week is too late.
      take_home: A hot joint in an ill patient is infected until fluid has shown otherwise.
      structures: [talocrural_joint]
      references: [BECKER2016]

"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, ClassVar, Literal

from quizapp.bank.question import Misfit, Option, Question


@dataclass(frozen=True, slots=True, kw_only=True)
class Step(Option):
    """One thing that may be done next."""

    harmful: bool = field(default=False, metadata={"help": "true where choosing it could harm the patient"})


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyFeature(Question):
    """Two or three critical steps among five to eight options."""

    NESTED: ClassVar[dict[str, type[Any]]] = {"options": Step}

    OPTION_COUNT: ClassVar[tuple[int, int]] = (5, 8)

    kind: Literal["key-feature"] = "key-feature"
    options: tuple[Step, ...] = field(metadata={"help": "the steps; a dangerous one has `harmful: true`"})

    def misfits(self) -> Iterator[Misfit]:
        """Ask for two or three critical steps, none of them harmful."""
        if len(self.keys) not in (2, 3):
            yield ("options",), f"two or three steps have to be correct, not {len(self.keys)}"
        for index, step in enumerate(self.options):
            if step.correct and step.harmful:
                yield ("options", index), "a step cannot be both correct and harmful"
