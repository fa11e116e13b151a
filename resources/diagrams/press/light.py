"""The one light of all plates: from the upper left, in front (x right, y down, z towards the viewer)."""

from __future__ import annotations

import numpy as np

from press.curve import Array


def _unit(*vector: float) -> Array:
    found = np.array(vector)
    return np.asarray(found / np.linalg.norm(found))


LIGHT = _unit(-0.50, -0.62, 0.60)
BOUNCE = _unit(0.72, 0.62, 0.30)
FLAT = LIGHT[:2] / np.linalg.norm(LIGHT[:2])
