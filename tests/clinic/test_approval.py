from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from quizapp.base import paths
from quizapp.base.errors import UserError
from quizapp.clinic.approval import approve

SHIPPED = paths.resources("clinic", "skeletons", "boot-on-the-inner-heel.yaml")


def test_only_the_line_of_approved_patients_changes(tmp_path: Path) -> None:
    file = tmp_path / SHIPPED.name
    shutil.copy(SHIPPED, file)
    approve(file, [7, 3, 3, 11])
    before, after = (one.read_text(encoding="utf-8").splitlines() for one in (SHIPPED, file))
    changed = [(old, new) for old, new in zip(before, after, strict=True) if old != new]
    assert [new for _, new in changed] == ["approved: [3, 7, 11]"]


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"none\.yaml: cannot be written"):
        approve(tmp_path / "none.yaml", [1])
