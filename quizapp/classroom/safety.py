"""Headers on every answer: nothing of anyone else's is loaded, framed, kept or told where a phone came from."""

from __future__ import annotations

from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self';"
    " base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_HEADERS = [
    (b"content-security-policy", POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), microphone=(), geolocation=()"),
]
_NOT_KEPT = (b"cache-control", b"no-store")


class SafetyHeaders:
    """Adds the headers; what must not be kept anywhere says so unless its route said otherwise."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and its answer back with the headers."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_safely(message: Message) -> None:
            if message["type"] == "http.response.start":
                own = message["headers"]
                is_said = any(name == b"cache-control" for name, _ in own)
                message["headers"] = [*own, *_HEADERS] if is_said else [*own, *_HEADERS, _NOT_KEPT]
            await send(message)

        await self._app(scope, receive, send_safely)
