"""Keys to a server that many lecturers share."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.base.errors import UserError
from quizapp.classroom import keys

KEY = "a-key-of-some-length"


def test_a_key_is_the_first_word_of_its_line(tmp_path: Path) -> None:
    path = tmp_path / "keys"
    path.write_text(f"# the department\n{KEY} anatomy\n\n{KEY}-2  # podiatry\n")
    assert keys.read(path) == [KEY, f"{KEY}-2"]


@pytest.mark.parametrize(("text", "why"), [("# only words\n", "no key"), (f"{KEY}\nshort\n", ":2: .*too short")])
def test_a_file_that_keeps_nobody_out_is_told_with_its_line(tmp_path: Path, text: str, why: str) -> None:
    path = tmp_path / "keys"
    path.write_text(text)
    with pytest.raises(UserError, match=why):
        keys.read(path)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="--keys"):
        keys.read(tmp_path / "none")


@given(st.text(max_size=40))
def test_only_a_whole_key_fits(tried: str) -> None:
    assert keys.fits(tried, [KEY, "another-key-of-some-length"]) == (tried == KEY)
