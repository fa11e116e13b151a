"""Why a request is refused, in a word for programs and a sentence for people."""

from __future__ import annotations

from typing import Literal

from quizapp.base.errors import UserError
from quizapp.base.words import words

Why = Literal[
    "no_room",
    "not_in",
    "not_host",
    "closed",
    "full",
    "not_told",
    "bad",
    "too_large",
    "too_many",
    "not_now",
    "no_name",
    "no_key",
]
STATUS: dict[Why, int] = {
    "no_room": 404,
    "not_in": 401,
    "not_host": 403,
    "closed": 409,
    "full": 503,
    "not_told": 403,
    "bad": 400,
    "too_large": 413,
    "too_many": 429,
    "not_now": 409,
    "no_name": 409,
    "no_key": 403,
}


class RefusedError(UserError):
    """A request that cannot be granted."""

    def __init__(self, why: Why, text: str = "") -> None:
        super().__init__(text or words(f"classroom.refused.{why}"))
        self.why: Why = why

    @property
    def status(self) -> int:
        """Return the HTTP status that says the same."""
        return STATUS[self.why]
