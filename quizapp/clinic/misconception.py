"""A misconception: a wrong form in circulation, and the right one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from quizapp.base.shape import CONFIG
from quizapp.clinic.condition import Confidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Misconception:
    """A wrong or loose form and the right one; only what is settled (H) has to be met by the bank."""

    __pydantic_config__: ClassVar[Any] = CONFIG

    id: str
    wrong: str
    right: str
    confidence: Confidence
