"""Which patients of a skeleton are approved, written into its file; comments and wording stay as they are."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from quizapp.base import yamlfile
from quizapp.base.errors import UserError


def approve(path: Path, seeds: Iterable[int]) -> None:
    """Write the approved seeds of a skeleton, in order; raise UserError where that cannot be done."""
    wanted = sorted(set(seeds))

    def change(skeleton: Any) -> None:
        skeleton["approved"] = wanted

    try:
        yamlfile.edit(path, change)
    except OSError as fault:
        raise UserError(f"{path}: cannot be written: {fault.strerror}; make the file writable") from None
