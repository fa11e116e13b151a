"""A finding: what history, examination or investigation shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from quizapp.base.shape import CONFIG


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One finding of the controlled list that question files tag their stems with."""

    __pydantic_config__: ClassVar[Any] = CONFIG

    id: str
    kind: Literal["history", "exam", "investigation"]
    label: str
