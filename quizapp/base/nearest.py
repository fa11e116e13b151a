"""The nearest right word, for sentences that end in "did you mean"."""

from __future__ import annotations

from collections.abc import Iterable


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return `` (did you mean patella?)`` for the closest known word, or an empty text."""
    from rapidfuzz import fuzz, process  # only for a mistake

    best = process.extractOne(str(word), list(known), scorer=fuzz.ratio, score_cutoff=60)
    return f" (did you mean {best[0]}?)" if best else ""
