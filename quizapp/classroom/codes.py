"""Codes to type, secrets to keep, safe nicknames, and the addresses at which phones may find this machine."""

from __future__ import annotations

import functools
import hashlib
import ipaddress
import random
import secrets
import socket

from quizapp.base.words import words

# Nothing that is read two ways from the last row.
_LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
CODE_LENGTH = 6


def room_code() -> str:
    """Return a new code for a room: one of 31 to the power of 6."""
    return "".join(secrets.choice(_LETTERS) for _ in range(CODE_LENGTH))


def as_code(typed: str) -> str:
    """Return what was typed as a code: case, spaces and hyphens do not matter."""
    return "".join(one for one in typed.upper() if one.isalnum())[:CODE_LENGTH]


def secret() -> str:
    """Return a new secret of 192 bits that may stand in an address."""
    return secrets.token_urlsafe(24)


def digest(token: str) -> str:
    """Return what is kept of a phone's token, from which it cannot be told."""
    return hashlib.sha256(token.encode()).hexdigest()


def nickname(seed: int, number: int) -> str:
    """Return a kind name for the phone of a number in a room, a different one for each of the first 400."""
    pairs = _pairs(seed)
    again, at = divmod(number, len(pairs))
    return f"{pairs[at]} {again + 1}" if again else pairs[at]


@functools.lru_cache(maxsize=64)  # rooms at a time; a thousand phones ask for their names at once
def _pairs(seed: int) -> tuple[str, ...]:
    first, second = words("classroom.nick.first").split(), words("classroom.nick.second").split()
    pairs = [f"{one} {other}" for one in first for other in second]
    random.Random(seed).shuffle(pairs)
    return tuple(pairs)


def addresses() -> list[str]:
    """Return the IPv4 addresses of this machine that others may reach, the likeliest first."""
    import psutil

    up = {name for name, one in psutil.net_if_stats().items() if one.isup}
    found = [
        one.address
        for name, some in psutil.net_if_addrs().items()
        for one in some
        if name in up and one.family == socket.AF_INET and not ipaddress.ip_address(one.address).is_loopback
    ]
    routed = _routed()
    return sorted(found, key=lambda one: (one != routed, not ipaddress.ip_address(one).is_private, one))


def _routed() -> str:
    """Return the address from which this machine would speak to another network; nothing is sent."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asked:
        try:
            asked.connect(("192.0.2.1", 9))  # a network kept for examples (RFC 5737)
            address: str = asked.getsockname()[0]
        except OSError:
            return ""
    return address
