"""A problem is a small value with a place; everyone prints the same one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, order=True, slots=True)
class Place:
    """Where in a file something stands; line and column count from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """Something wrong at a place in a file, and the rule that found it."""

    place: Place
    rule: str
    text: str
    severity: Severity = "error"

    def __str__(self) -> str:
        return f"{self.place}: {self.severity}: {self.text} [{self.rule}]"

    def as_row(self) -> dict[str, str | int]:
        """Return the problem as the flat row that ``lint --json`` prints."""
        return {
            "file": self.place.file,
            "line": self.place.line,
            "column": self.place.column,
            "severity": self.severity,
            "rule": self.rule,
            "text": self.text,
        }


def errors_in(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems that keep a question out of the bank."""
    return [problem for problem in problems if problem.severity == "error"]
