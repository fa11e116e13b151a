"""``matching``: extended matching; one list of options, several short stems, one option for each stem.

An option may serve several stems or none. The mark is the share of stems with the right option.

Example:
    - id: which-nerve-numbs-the-heel-or-the-sole
      kind: matching
      level: interpretation
      objective: Tell the nerves of heel and sole apart by the skin they numb.
      ask: Which nerve is the most likely source of each of these numb patches?
      options:
        - structure: medial_calcaneal_nerve
          why: It feels the skin of the inner and lower heel and reaches no toe.
        - structure: medial_plantar_nerve
          why: It feels the inner sole, the first three toes and half of the fourth.
        - structure: lateral_plantar_nerve
          why: It feels the outer sole, the fifth toe and half of the fourth.
        - structure: saphenous_nerve
          why: It feels the inner leg and the front of the inner ankle, never the sole.
        - structure: sural_nerve
          why: It feels the outer border of the foot, above the sole.
        - structure: superficial_fibular_nerve
          why: It feels the top of the foot and of most toes.
      stems:
        - text: A walker whose new boots press on the heel has [a numb inner heel](s_numb_heel_only) and normal toes.
          key: medial_calcaneal_nerve
          why: Heel alone, toes spared, is the territory of the medial calcaneal branches.
        - text: A runner feels [nothing under the great and second toes](s_numb_medial_sole); the heel is normal.
          key: medial_plantar_nerve
          why: The inner toes and the inner sole belong to the medial plantar nerve.
      take_home: Heel alone is the calcaneal branch, inner toes the medial plantar nerve.
      structures: [medial_calcaneal_nerve, medial_plantar_nerve]
      references: [GRAY]

"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any, ClassVar, Literal

from quizapp.bank.question import Misfit, Option, Question, Text
from quizapp.base.nearest import did_you_mean
from quizapp.base.shape import CONFIG


@dataclass(frozen=True, slots=True, kw_only=True)
class Stem:
    """One short case of a matching question, and the key of the option that belongs to it."""

    __pydantic_config__: ClassVar[Any] = CONFIG

    text: str = field(metadata={"help": "the case, its findings tagged as in a stem"})
    key: str = field(metadata={"help": "the structure, condition or worded slug of its option"})
    why: str = field(metadata={"help": "what decides"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Matching(Question):
    """Six to fourteen options and two stems or more."""

    NESTED: ClassVar[dict[str, type[Any]]] = {"options": Option, "stems": Stem}

    OPTION_COUNT: ClassVar[tuple[int, int]] = (6, 14)

    kind: Literal["matching"] = "matching"
    stems: tuple[Stem, ...] = field(metadata={"help": "the cases, each with `text`, `key` and `why`"})

    def __post_init__(self) -> None:
        # Whatever some stem asks for is right; the file need not say so of each.
        asked = {stem.key for stem in self.stems}
        options = tuple(replace(option, correct=option.key in asked) for option in self.options)
        object.__setattr__(self, "options", options)

    @property
    def texts(self) -> tuple[Text, ...]:
        """Return what stands before the stems, and the stems."""
        return (("stem",), self.stem), *((("stems", index, "text"), one.text) for index, one in enumerate(self.stems))

    def misfits(self) -> Iterator[Misfit]:
        """Ask for two stems or more, each with an option."""
        if len(self.stems) < 2:
            yield ("stems",), "a matching question has two stems or more"
        known = [option.key for option in self.options]
        for index, stem in enumerate(self.stems):
            if stem.key not in known:
                yield ("stems", index, "key"), f"no option is {stem.key}{did_you_mean(stem.key, known)}"
