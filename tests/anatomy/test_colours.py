"""Artery, vein, nerve and tendon stay apart for every eye: by lightness, hue as it is seen, or texture.

Dichromats are simulated in linear light after Vienot, Brettel and Mollon (1999), tritanopes after Brettel,
Vienot and Mollon (1997) in the one-plane form; differences are CIE 1976 in Lab, where 10 is plain at a glance.
"""

from __future__ import annotations

import itertools
import re

import numpy as np
import pytest
from numpy.typing import NDArray

from quizapp.base import paths

Array = NDArray[np.float64]

FOLDER = paths.resources("diagrams")
TISSUES = {"artery": "ar3", "vein": "ve3", "nerve": "nv4", "tendon": "tn8"}
PLAIN = 10.0
EYES = {
    "usual": np.eye(3),
    "protanopia": np.array([[0.11238, 0.88762, 0], [0.11238, 0.88762, 0], [0.00401, -0.00401, 1]]),
    "deuteranopia": np.array([[0.29275, 0.70725, 0], [0.29275, 0.70725, 0], [-0.02234, 0.02234, 1]]),
    "tritanopia": np.array([[1, 0.14461, -0.14461], [0, 0.85924, 0.14076], [0, 0.85924, 0.14076]]),
    "greyscale": np.array([[0.2126, 0.7152, 0.0722]] * 3),
}
# What greyscale leaves alike differs by texture: tendons have fibres along them, nerves stripes, veins a wobbling
# edge; these classes are in every drawing that shows the tissue.
TEXTURE = {"nerve": "nv-d", "tendon": "tn-d"}


def rules(theme: str) -> str:
    if theme == "light":
        return (FOLDER / "medial.svg").read_text(encoding="utf-8")
    return (FOLDER / f"theme.{theme}.css").read_text(encoding="utf-8")


def linear(theme: str, name: str) -> Array:
    found = re.search(rf"\.{name}\{{fill:#([0-9a-f]{{6}})", rules(theme))
    assert found is not None, name
    srgb = np.array([int(found[1][at : at + 2], 16) for at in (0, 2, 4)]) / 255
    return np.asarray(np.where(srgb <= 0.04045, srgb / 12.92, ((srgb + 0.055) / 1.055) ** 2.4))


def lab(rgb: Array) -> Array:
    to_xyz = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
    ratio = to_xyz @ np.clip(rgb, 0, 1) / np.array([0.9505, 1.0, 1.089])
    f = np.where(ratio > 0.008856, np.cbrt(ratio), 7.787 * ratio + 16 / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


@pytest.mark.parametrize("theme", ["light", "dark", "print"])
@pytest.mark.parametrize("eye", EYES)
def test_tissues_differ_for_every_eye(theme: str, eye: str) -> None:
    seen = {tissue: lab(EYES[eye] @ linear(theme, name)) for tissue, name in TISSUES.items()}
    for one, other in itertools.combinations(TISSUES, 2):
        apart = float(np.linalg.norm(seen[one] - seen[other]))
        textured = TEXTURE.get(one) != TEXTURE.get(other)
        assert apart >= PLAIN or textured, (one, other, round(apart, 1))


@pytest.mark.parametrize("view", ["medial", "lateral", "plantar"])
def test_nerves_and_tendons_carry_their_texture(view: str) -> None:
    text = (FOLDER / f"{view}.svg").read_text(encoding="utf-8")
    for tissue, name in TEXTURE.items():
        assert text.count(f'class="{name}"') >= 3, tissue
