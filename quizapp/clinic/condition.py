"""A condition: something a patient can have, what is known of it, and how each finding bears on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar, Literal

from quizapp.base.shape import CONFIG

RED_FLAG = "red flag"
STRONGEST = 5
Confidence = Literal["H", "M", "L"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Weight:
    """How one finding bears on one condition; expert judgement for teaching, never a measured probability.

    ``evokes``, 1 to 5, says how strongly the finding brings this condition to mind rather than its look-alikes;
    ``frequency``, 1 to 5, how regularly patients with the condition have it (the two weights of INTERNIST-1,
    MILLER1982). ``against`` stands instead of both: the presence of the finding speaks against the condition.
    """

    __pydantic_config__: ClassVar[Any] = CONFIG

    why: str
    evokes: int = 0
    frequency: int = 0
    against: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """One condition; tier A is taught in full, B belongs to the differential, C mimics from elsewhere.

    ``confidence`` grades each field: H settled, M usual teaching with limited evidence, L weak.
    ``alarms`` are findings that, together, call for a red-flag condition whatever its rank.
    ``look_alikes`` says, by the id of another condition, what makes it this one rather than that one.
    """

    __pydantic_config__: ClassVar[Any] = CONFIG
    NESTED: ClassVar[dict[str, type[Any]]] = {"findings": Weight}

    id: str
    name: str
    tier: Literal["A", "B", "C"]
    category: str
    definition: str
    risks: str
    history: str
    quality: str
    worse_and_better: str
    examination: str
    key_test: str
    investigations: str
    argues_against: str
    management: str
    red_flags: str
    confidence: Mapping[str, Confidence]
    findings: Mapping[str, Weight]
    alarms: tuple[tuple[str, ...], ...] = ()
    look_alikes: Mapping[str, str] = field(default_factory=dict)
    regions: tuple[str, ...] = ()
    regions_at_times: tuple[str, ...] = ()
    structures: tuple[str, ...] = ()
    references: tuple[str, ...] = ()

    @property
    def is_red_flag(self) -> bool:
        """Tell whether it has to be thought of first, whatever its rank."""
        return self.category == RED_FLAG
