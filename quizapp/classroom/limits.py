"""How often is too often: a classroom behind one address passes, a flood and the guessing of codes do not."""

from __future__ import annotations

from limits import RateLimitItem, parse
from limits.aio.storage import MemoryStorage
from limits.aio.strategies import FixedWindowRateLimiter
from starlette.requests import Request

from quizapp.classroom.journal import Phone
from quizapp.classroom.refusal import RefusedError

# Three phones a second typing wrong codes are a class that misread it; more is guessing.
_BAD_CODES = parse("180/minute")
_JOINS = parse("6000/minute")
_ANSWERS = parse("40/10 seconds")
_ASKS = parse("60/10 seconds")


class Limits:
    """Counts by address and by phone, in memory."""

    def __init__(self) -> None:
        self._limiter = FixedWindowRateLimiter(MemoryStorage())

    async def bad_code(self, request: Request) -> None:
        """Count a wrong code or secret; raise RefusedError where there were too many."""
        await self._hit(_BAD_CODES, "bad", _address(request))

    async def may_guess(self, request: Request) -> None:
        """Raise RefusedError where there were too many wrong codes before."""
        if not await self._limiter.test(_BAD_CODES, "bad", _address(request)):
            raise RefusedError("too_many")

    async def join(self, request: Request) -> None:
        """Count a new phone; raise RefusedError where there were too many."""
        await self._hit(_JOINS, "join", _address(request))

    async def asks(self, code: str, phone: Phone) -> None:
        """Count what a phone asks for beside its answers; raise RefusedError where it was too often."""
        await self._hit(_ASKS, f"asks {code}", str(phone.number))

    async def answer(self, code: str, phone: Phone) -> None:
        """Count an answer of a phone; raise RefusedError where there were too many."""
        await self._hit(_ANSWERS, code, str(phone.number))

    async def _hit(self, limit: RateLimitItem, *who: str) -> None:
        if not await self._limiter.hit(limit, *who):
            raise RefusedError("too_many")


def _address(request: Request) -> str:
    return request.client.host if request.client is not None else ""
