"""A region: a place a patient points to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from quizapp.base.shape import CONFIG


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """One site of pain or numbness, where it is in words, and the structures that stand for it on a diagram."""

    __pydantic_config__: ClassVar[Any] = CONFIG

    id: str
    label: str
    place: str
    structures: tuple[str, ...] = ()
