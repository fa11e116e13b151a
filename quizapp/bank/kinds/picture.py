"""``picture``: find something on a photo, a scan or a drawing of one; the options are zones of the picture.

The picture lies beside the question file. A zone is a polygon whose corners are fractions of the picture's width and
height, so that it may be shown at any size. The mark is 1 inside a right zone, else 0. On request the zones appear
as numbered markers, so that the same question can be answered by keyboard.

Example:
    - id: tendon-nearest-the-malleolus-on-a-scan
      kind: picture
      picture: section-above-the-joint.webp
      alt: Section above the ankle joint, drawn in the greys of a scan; toes up, the inner side on the right.
      level: interpretation
      objective: Find the tibialis posterior tendon on a section.
      ask: Where on this section is the tendon that turns the foot in?
      options:
        - structure: tp_tendon
          correct: true
          zone: [[0.73, 0.54], [0.78, 0.5], [0.81, 0.51], [0.75, 0.57]]
          why: It lies against the back of the malleolus, before all the others.
        - structure: fdl_tendon
          zone: [[0.67, 0.57], [0.7, 0.55], [0.73, 0.58], [0.69, 0.6]]
          why: It lies next behind and is thinner than its neighbour.
        - structure: fhl_tendon
          zone: [[0.49, 0.68], [0.54, 0.66], [0.58, 0.69], [0.54, 0.72]]
          why: It lies last and deep, behind the talus.
      take_home: The tendon next to the malleolus is tibialis posterior.
      structures: [tp_tendon]
      references: [GRAY]

"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, ClassVar, Literal

from quizapp.bank.question import Misfit, Option, Question, some_key

Corner = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Zone(Option):
    """One thing on the picture."""

    zone: tuple[Corner, ...] = field(metadata={"help": "three corners or more, each [across, down] from 0 to 1"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture(Question):
    """Find a zone of a picture; zones do not overlap."""

    NESTED: ClassVar[dict[str, type[Any]]] = {"options": Zone}

    OPTION_COUNT: ClassVar[tuple[int, int]] = (2, 8)

    kind: Literal["picture"] = "picture"
    options: tuple[Zone, ...] = field(metadata={"help": "the zones, each with its `zone`"})
    picture: str = field(metadata={"help": "the name of a PNG, JPEG or WebP file beside the question file"})
    alt: str = field(metadata={"help": "what the picture shows, for who cannot see it, without the answer"})

    def misfits(self) -> Iterator[Misfit]:
        """Ask for a right zone, for zones with corners on the picture, and for words for who cannot see it."""
        yield from some_key(self)
        if not self.alt.strip():
            yield ("alt",), "say what the picture shows, without the answer"
        for index, option in enumerate(self.options):
            if len(option.zone) < 3 or not all(0 <= x <= 1 and 0 <= y <= 1 for x, y in option.zone):
                yield ("options", index, "zone"), "a zone has three corners or more, each from 0 to 1 across and down"
