"""A reference: where a fact comes from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from quizapp.base.shape import CONFIG


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """One reference; only a confirmed one is shown to a learner."""

    __pydantic_config__: ClassVar[Any] = CONFIG

    id: str
    citation: str
    confirmed: bool
