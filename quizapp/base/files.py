"""Files written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path


def save_whole(path: Path, content: str | bytes) -> None:
    """Put a whole new file in the place of the old one, or leave the old one alone.

    Raises OSError where the folder cannot be written.
    """
    draft = path.with_name(path.name + ".new")
    try:
        with draft.open("wb") as file:
            file.write(content.encode() if isinstance(content, str) else content)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
