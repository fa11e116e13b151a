"""A drawing in a theme: its rules of colour replaced, before anybody draws it."""

from __future__ import annotations

import re
from pathlib import Path

from quizapp.base import paths

_THEME = re.compile(r'(<style id="theme">).*?(</style>)', re.DOTALL)


def themed(svg: Path, theme: str) -> str:
    """Return the text of a drawing in a theme; one without a place for rules stays as it is."""
    text = svg.read_text(encoding="utf-8")
    css = paths.resources("diagrams", f"theme.{theme}.css")
    if not css.exists():
        return text
    rules = css.read_text(encoding="utf-8")
    return _THEME.sub(lambda found: found[1] + rules + found[2], text, count=1)
