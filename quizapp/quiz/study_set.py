"""What somebody takes home from a class: questions to see again and what was taken for what; no marks, no keys."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from quizapp.base.errors import UserError

FORMAT = "quizapp study set 1"
_MOST_BYTES = 200_000


@dataclass(frozen=True, slots=True, kw_only=True)
class StudySet:
    """Ids of questions, and pairs of what was asked for and what was chosen instead."""

    format: str
    title: str = ""
    questions: Sequence[str] = ()
    look_alikes: Sequence[tuple[str, str]] = ()


def read(path: Path) -> StudySet:
    """Return the study set of a file; raise UserError with what to do where it is none."""
    try:
        data = path.read_bytes()[: _MOST_BYTES + 1]
        found = msgspec.json.decode(data if len(data) <= _MOST_BYTES else b"", type=StudySet)
    except OSError as fault:
        raise UserError(f"{path}: the file cannot be read: {fault.strerror}") from None
    except msgspec.DecodeError:
        raise UserError(f"{path}: this is no study set; save it again at the end of a class") from None
    if found.format != FORMAT:
        raise UserError(f"{path}: this study set is of another version ({found.format[:40]}); update the app")
    return found
