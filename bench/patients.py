"""Patients made from skeletons: milliseconds each."""

from __future__ import annotations

import statistics
import time

from bench.row import Row
from quizapp.bank import stock, variants
from quizapp.base import paths
from quizapp.clinic import skeleton_reading


def rows(quick: bool) -> list[Row]:
    """Return the median and the slowest patient over all shipped skeletons."""
    known = stock.load()
    folder = paths.resources("clinic", "skeletons")
    skeletons, _ = skeleton_reading.read_folder(folder, known.clinic, known.table)
    times = []
    for name in skeletons:
        for seed in range(1, 20 if quick else 200):
            start = time.perf_counter()
            variants.question(variants.id_of(name, seed), skeletons, known.clinic, known.table)
            times.append((time.perf_counter() - start) * 1000)
    return [
        Row("a patient from a skeleton, median", statistics.median(times), "ms", 20),
        Row("a patient from a skeleton, slowest", max(times), "ms", 20),
    ]
