"""Who has how many points, and which team: only where the lecturer switched it on, and only of what was told."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from quizapp.base.words import words
from quizapp.classroom.wire import Rules

SHOWN = 10  # people on the board


def team(phone: int, teams: int) -> int:
    """Return the team of the phone of a number, from 0: newcomers go round; -1 where there are no teams."""
    return (phone - 1) % teams if teams else -1


def team_name(number: int) -> str:
    """Return the name of a team; empty for -1."""
    return words("classroom.teams").split()[number] if number >= 0 else ""


def board(rules: Rules, points: Mapping[int, float], name: Callable[[int], str]) -> dict[str, list[list[Any]]]:
    """Return the best by name and the teams by the mean of their members' points, each as [place, name, points].

    Who has the same points has the same place. Nobody is on it in an anonymous class, nor without a point.
    """
    found: dict[str, list[list[Any]]] = {}
    if rules.leaderboard and rules.names != "none":
        best = sorted(((phone, value) for phone, value in points.items() if value > 0), key=lambda one: -one[1])[:SHOWN]
        found["people"] = _placed([(name(phone), value) for phone, value in best])
    if rules.teams and points:
        members: list[list[float]] = [[] for _ in range(rules.teams)]
        for phone, value in points.items():
            members[team(phone, rules.teams)].append(value)
        means = [(team_name(at), sum(some) / len(some)) for at, some in enumerate(members) if some]
        found["teams"] = _placed(sorted(means, key=lambda one: -one[1]))
    return {group: rows for group, rows in found.items() if rows}


def _placed(rows: list[tuple[str, float]]) -> list[list[Any]]:
    values = [round(value, 2) for _, value in rows]
    return [[values.index(value) + 1, name, value] for (name, _), value in zip(rows, values, strict=True)]
