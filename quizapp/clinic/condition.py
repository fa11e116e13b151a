"""A condition: something a patient can have, and the structures it arises in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from quizapp.base.shape import CONFIG


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """One condition; tier A is taught in full, B belongs to the differential, C mimics from elsewhere."""

    __pydantic_config__: ClassVar[Any] = CONFIG

    id: str
    name: str
    tier: Literal["A", "B", "C"]
    category: str
    definition: str
    structures: tuple[str, ...] = ()
