"""Artery, vein, nerve and tendon stay apart for every eye: by lightness, hue as it is seen, or texture."""

from __future__ import annotations

import itertools
import re

import numpy as np
import pytest
from press.curve import Array
from press.eyes import EYES, lab, linear

from quizapp.base import paths

FOLDER = paths.resources("diagrams")
TISSUES = {"artery": "ar3", "vein": "ve3", "nerve": "nv4", "tendon": "tn8"}
PLAIN = 10.0
# What greyscale leaves alike differs by texture: tendons have fibres along them, nerves stripes, veins a wobbling
# edge; these classes are in every drawing that shows the tissue.
TEXTURE = {"nerve": "nv-d", "tendon": "tn-d"}


def rules(theme: str) -> str:
    if theme == "light":
        return (FOLDER / "medial.svg").read_text(encoding="utf-8")
    return (FOLDER / f"theme.{theme}.css").read_text(encoding="utf-8")


def colour(theme: str, name: str) -> Array:
    found = re.search(rf"\.{name}\{{fill:#([0-9a-f]{{6}})", rules(theme))
    assert found is not None, name
    return np.array([int(found[1][at : at + 2], 16) for at in (0, 2, 4)]) / 255


@pytest.mark.parametrize("theme", ["light", "dark", "print"])
@pytest.mark.parametrize("eye", EYES)
def test_tissues_differ_for_every_eye(theme: str, eye: str) -> None:
    seen = {tissue: lab(EYES[eye] @ linear(colour(theme, name))) for tissue, name in TISSUES.items()}
    for one, other in itertools.combinations(TISSUES, 2):
        apart = float(np.linalg.norm(seen[one] - seen[other]))
        textured = TEXTURE.get(one) != TEXTURE.get(other)
        assert apart >= PLAIN or textured, (one, other, round(apart, 1))


@pytest.mark.parametrize("view", ["medial", "lateral", "plantar"])
def test_nerves_and_tendons_carry_their_texture(view: str) -> None:
    text = (FOLDER / f"{view}.svg").read_text(encoding="utf-8")
    for tissue, name in TEXTURE.items():
        assert text.count(f'class="{name}"') >= 3, tissue
