"""Who leads."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quizapp.classroom.standing import SHOWN, board, team, team_name
from quizapp.classroom.wire import MOST_TEAMS, Rules

POINTS = st.dictionaries(st.integers(1, 60), st.sampled_from([0.0, 0.25, 0.5, 1.0, 2.0]), max_size=40)


@given(POINTS, st.integers(0, MOST_TEAMS), st.sampled_from(["none", "nicknames", "roster"]), st.booleans())
def test_places_follow_points_and_nobody_is_ranked_unasked(
    points: dict[int, float], teams: int, names: str, leaderboard: bool
) -> None:
    rules = Rules(names=names, teams=teams, leaderboard=leaderboard)  # type: ignore[arg-type]
    found = board(rules, points, str)
    assert ("people" in found) == (leaderboard and names != "none" and any(points.values()))
    assert ("teams" in found) == (teams > 0 and bool(points))
    for rows in found.values():
        assert len(rows) <= max(SHOWN, MOST_TEAMS)
        values = [row[2] for row in rows]
        assert values == sorted(values, reverse=True)
        assert [row[0] for row in rows] == [1 + sum(other > one for other in values) for one in values]


@given(st.integers(1, 500), st.integers(1, MOST_TEAMS))
def test_teams_are_as_large_as_each_other(phones: int, teams: int) -> None:
    sizes = [sum(team(phone, teams) == at for phone in range(1, phones + 1)) for at in range(teams)]
    assert max(sizes) - min(sizes) <= 1
    assert len({team_name(at) for at in range(MOST_TEAMS)}) == MOST_TEAMS
    assert team_name(team(1, 0)) == ""
