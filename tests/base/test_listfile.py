from __future__ import annotations

from pathlib import Path

import pytest

from quizapp.base.cache import Cache
from quizapp.base.errors import UserError
from quizapp.base.listfile import read_list
from quizapp.clinic.finding import Finding

GOOD = "findings:\n  - {id: a, kind: exam, label: A}\n  - {id: b, kind: history, label: B}\n"


def test_a_list_is_read_and_comes_from_the_cache_the_next_time(tmp_path: Path) -> None:
    file = tmp_path / "f.yaml"
    file.write_text(GOOD)
    cache = Cache(tmp_path / "c.sqlite")
    first = read_list(file, "findings", Finding, cache)
    assert [one.id for one in first] == ["a", "b"]
    assert cache.get(file, "findings") is not None
    assert read_list(file, "findings", Finding, cache) == first
    cache.close()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "findings:\n  - {id: a, kind: exam, label: A}\n  - {id: b, kind: smell, label: B}\n",
            r"f\.yaml:3:5: Invalid enum",
        ),
        ("things: []\n", "a list called findings is missing"),
        ("findings: [", r"f\.yaml:"),
    ],
)
def test_the_first_wrong_line_is_told(tmp_path: Path, text: str, told: str) -> None:
    file = tmp_path / "f.yaml"
    file.write_text(text)
    with pytest.raises(UserError, match=told):
        read_list(file, "findings", Finding)
