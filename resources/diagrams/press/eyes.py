"""Colours as other eyes see them.

Dichromats are simulated in linear light after Vienot, Brettel and Mollon (1999), tritanopes after Brettel, Vienot
and Mollon (1997) in the form with one plane; differences are those of CIE 1976 in Lab, where 10 is plain at a glance.
"""

from __future__ import annotations

import numpy as np

from press.curve import Array

EYES: dict[str, Array] = {
    "usual": np.eye(3),
    "protanopia": np.array([[0.11238, 0.88762, 0], [0.11238, 0.88762, 0], [0.00401, -0.00401, 1]]),
    "deuteranopia": np.array([[0.29275, 0.70725, 0], [0.29275, 0.70725, 0], [-0.02234, 0.02234, 1]]),
    "tritanopia": np.array([[1, 0.14461, -0.14461], [0, 0.85924, 0.14076], [0, 0.85924, 0.14076]]),
    "greyscale": np.array([[0.2126, 0.7152, 0.0722]] * 3),
}


def linear(srgb: Array) -> Array:
    """Return linear light, 0 to 1, of sRGB values from 0 to 1."""
    return np.asarray(np.where(srgb <= 0.04045, srgb / 12.92, ((srgb + 0.055) / 1.055) ** 2.4))


def encoded(light: Array) -> Array:
    """Return sRGB values from 0 to 1 of linear light."""
    light = np.clip(light, 0, 1)
    return np.asarray(np.where(light <= 0.0031308, light * 12.92, 1.055 * light ** (1 / 2.4) - 0.055))


def seen(eye: str, srgb: Array) -> Array:
    """Return sRGB values, in the last axis, as an eye sees them."""
    return encoded(linear(srgb) @ EYES[eye].T)


def lab(light: Array) -> Array:
    """Return CIE Lab (D65) of one colour in linear light."""
    to_xyz = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
    ratio = to_xyz @ np.clip(light, 0, 1) / np.array([0.9505, 1.0, 1.089])
    f = np.where(ratio > 0.008856, np.cbrt(ratio), 7.787 * ratio + 16 / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])
