"""A sound question, where it stands, and in which version."""

from __future__ import annotations

from dataclasses import dataclass

from quizapp.bank.question import Question


@dataclass(frozen=True, slots=True)
class Entry:
    """A question of the bank.

    ``file`` is the name that problems show, ``path`` the file itself, ``index`` the place in the file's list,
    ``version`` the fingerprint of everything the question says.
    """

    question: Question
    file: str
    path: str
    index: int
    version: str
