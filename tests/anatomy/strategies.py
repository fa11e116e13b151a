"""Outlines for property tests: simple closed shapes of any convexity around a middle."""

from __future__ import annotations

import math

from hypothesis import strategies as st

from quizapp.anatomy.outline import Ring


@st.composite
def outlines(draw: st.DrawFn) -> Ring:
    """A star-shaped ring of 3 to 12 points."""
    count = draw(st.integers(3, 12))
    x, y = draw(st.floats(-40, 40)), draw(st.floats(-40, 40))
    radii = draw(st.lists(st.floats(1, 30), min_size=count, max_size=count))
    return tuple(
        (x + radius * math.cos(2 * math.pi * at / count), y + radius * math.sin(2 * math.pi * at / count))
        for at, radius in enumerate(radii)
    )
