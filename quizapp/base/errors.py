"""The one class of faults that a person can put right."""

from __future__ import annotations


class UserError(Exception):
    """Something the person can put right; its text says what, where and what to do."""
