"""The file that comes home from a class, and files that only look like it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizapp.base.errors import UserError
from quizapp.quiz.study_set import FORMAT, read


def test_a_set_is_read_as_it_was_saved(tmp_path: Path) -> None:
    path = tmp_path / "my-misses.quizset"
    path.write_text(json.dumps({"format": FORMAT, "title": "T", "questions": ["a"], "look_alikes": [["x", "y"]]}))
    found = read(path)
    assert (found.title, list(found.questions), list(found.look_alikes)) == ("T", ["a"], [("x", "y")])


@pytest.mark.parametrize("said", ["", "{}", "[]", '{"format": "quizapp study set 9"}', '{"format": 1}', "x" * 300_000])
def test_another_file_is_told_with_its_name(tmp_path: Path, said: str) -> None:
    path = tmp_path / "other.quizset"
    path.write_text(said)
    with pytest.raises(UserError, match=r"other\.quizset"):
        read(path)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="cannot be read"):
        read(tmp_path / "gone.quizset")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=200))
def test_no_bytes_at_all_do_harm(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "any.quizset"
    path.write_bytes(data)
    with pytest.raises(UserError):
        read(path)
