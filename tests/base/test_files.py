from __future__ import annotations

from pathlib import Path

import pytest

from quizapp.base.files import save_whole


def test_a_new_file_takes_the_place_of_the_old(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    save_whole(file, "one\n")
    save_whole(file, "two\n")
    assert file.read_text() == "two\n"
    assert list(tmp_path.iterdir()) == [file]


def test_a_failed_write_leaves_the_old_one(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    save_whole(file, "one")
    with pytest.raises(UnicodeEncodeError):
        save_whole(file, "\ud800")
    assert file.read_text() == "one"
    assert list(tmp_path.iterdir()) == [file]
