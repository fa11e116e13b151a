"""A shipped condition, and copies of it with one thing changed."""

from __future__ import annotations

from pathlib import Path

from quizapp.bank import stock
from quizapp.base import paths
from quizapp.clinic.reading import KnownIds

SHIPPED = paths.resources("clinic", "conditions", "gout.yaml")
_STOCK = stock.load()
KNOWN = KnownIds(
    _STOCK.catalogue.ids,
    frozenset(_STOCK.clinic.regions),
    frozenset(_STOCK.clinic.findings),
    frozenset(_STOCK.clinic.references),
    _STOCK.clinic.condition_ids,
)


def changed(folder: Path, old: str, new: str) -> tuple[Path, int]:
    """Write the shipped condition with its first ``old`` changed; return the file and the line of the change."""
    text = SHIPPED.read_text(encoding="utf-8")
    assert old in text
    file = folder / "gout.yaml"
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    return file, text[: text.index(old)].count("\n") + 1
