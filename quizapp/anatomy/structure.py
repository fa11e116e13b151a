"""A structure: a thing in the body that has a name, wherever it is drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from quizapp.base.shape import CONFIG

System = Literal[
    "bone",
    "landmark",
    "ligament",
    "joint",
    "fascia",
    "muscle",
    "tendon",
    "artery",
    "vein",
    "nerve",
    "space",
    "bursa",
    "territory",
]

Depth = Literal[1, 2, 3, 4, 5, 6, 7, 8, 9]


@dataclass(frozen=True, slots=True, kw_only=True)
class Structure:
    """One structure; ``depth`` 1 is the skin and 9 the bone, a drawing order and no dissection claim.

    ``latin`` and ``ta2`` are the term and number of Terminologia Anatomica 2 (FIPAT 2019), empty and 0
    where it has none. ``lesion`` says at which height a nerve is thought to be cut where its skin is asked for.
    """

    __pydantic_config__: ClassVar[Any] = CONFIG

    id: str
    name: str
    system: System
    depth: Depth
    latin: str = ""
    ta2: int = 0
    term_note: str = ""
    also: tuple[str, ...] = ()
    core: bool = False
    action: str = ""
    course: str = ""
    nerve: str = ""
    relevance: str = ""
    palpation: str = ""
    lesion: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """Return every name it answers to, the first one first."""
        return tuple(name for name in (self.name, self.latin, *self.also) if name)
