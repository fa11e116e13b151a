"""A finding: what history, examination or investigation shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from quizapp.base.shape import CONFIG

FindingKind = Literal["history", "exam", "investigation"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One finding of the controlled list that question files tag their stems with.

    ``excludes`` names the findings that cannot be present together with it.
    """

    __pydantic_config__: ClassVar[Any] = CONFIG

    id: str
    kind: FindingKind
    label: str
    excludes: tuple[str, ...] = ()
