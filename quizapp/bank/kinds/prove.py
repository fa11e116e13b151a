"""``prove``: one case, three answers: click the source on the diagram, name the condition, mark the deciding finding.

Each answer is a third of the mark and is told apart. A click near the source counts half, as in `locate`.

Example:
    - id: prove-the-tendon
      kind: prove
      view: medial
      level: reasoning
      objective: Trace a painful inner ankle to its tendon and prove it.
      stem: >-
        A 50-year-old teacher has had [an ache behind the inner ankle](p_retromalleolar) for two months, [since she took
        up hill walking](h_gradual_load). [Turning the foot in against a hand hurts](e_res_inversion), and she has
        [no tingling at all](s_no_sensory).
      ask: Where does it come from, what is it, and which finding decides?
      places:
        - structure: tp_tendon
          correct: true
          why: It runs in the groove behind the malleolus and turns the foot in.
        - structure: tibial_nerve
          why: It lies in the same hollow, but would burn or tingle into the sole.
        - structure: deltoid_ligament
          why: It lies below the malleolus and is hurt by turning the foot out.
      options:
        - condition: tp_tendinopathy
          correct: true
          why: Resisted inversion loads this tendon, and it hurts along its course.
          for: [p_retromalleolar, e_res_inversion, h_gradual_load]
        - condition: tarsal_tunnel_syndrome
          why: The hollow behind the malleolus fits, but without tingling and with pain on load it falls back.
          against: [s_no_sensory]
        - condition: deltoid_sprain_low
          why: A sprain dates from an injury, and the ligament is stretched by eversion rather than by inversion.
          against: [h_gradual_load, e_res_inversion]
      deciding: [e_res_inversion]
      deciding_why: Only the muscle that turns the foot in is loaded by that test.
      take_home: Pain on resisted inversion proves tibialis posterior.
      structures: [tp_tendon]
      references: [AFP2022]

"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, ClassVar, Literal

from quizapp.bank import markup
from quizapp.bank.question import Misfit, Option, Question, need, one_key


@dataclass(frozen=True, slots=True, kw_only=True)
class Prove(Question):
    """A source on a diagram, a condition, and the finding that decides."""

    NESTED: ClassVar[dict[str, type[Any]]] = {"options": Option, "places": Option}

    OPTION_COUNT: ClassVar[tuple[int, int]] = (3, 5)

    kind: Literal["prove"] = "prove"
    places: tuple[Option, ...] = field(metadata={"help": "the source and its look-alikes on the diagram"})
    deciding: tuple[str, ...] = field(metadata={"help": "the findings of the stem of which any one decides"})
    deciding_why: str = field(metadata={"help": "why that finding decides"})
    view: str = field(default="medial", metadata={"help": "the diagram to click on, or the line of a saved view"})

    @property
    def targets(self) -> tuple[str, ...]:
        """Return the source, or all places that count as it."""
        return tuple(place.structure for place in self.places if place.correct)

    def misfits(self) -> Iterator[Misfit]:
        """Ask for a source, one condition, and a deciding finding that the stem states."""
        yield from one_key(self)
        yield from need("condition", self.options)
        yield from need("structure", self.places, at="places")
        if not any(place.correct for place in self.places):
            yield ("places",), "at least one place has to be correct"
        if not self.deciding:
            yield ("deciding",), "name the finding that decides"
        for index, one in enumerate(self.deciding):
            if unstated := markup.unstated(self.stem, one):
                yield ("deciding", index), unstated
