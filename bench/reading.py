"""A bank of 10,000 questions: cold, warm, memory, and the next question."""

from __future__ import annotations

import gc
import random
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import psutil
import yaml

from bench import bank
from bench.row import Row
from quizapp.bank import loading, stock
from quizapp.bank.library import Library
from quizapp.base.cache import Cache
from quizapp.quiz.selection import WAYS


def rows(quick: bool) -> list[Row]:
    """Measure the reading against PyYAML's C loader alone on the same files."""
    count, repeats = (1000, 3) if quick else (10_000, 3)
    known = stock.load().known
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "questions"
        folder.mkdir()
        files = bank.make(folder, count)
        # Parsed files are kept, as the bank keeps its questions.
        floor = _median(repeats, lambda: [yaml.load(file.read_bytes(), Loader=yaml.CSafeLoader) for file in files])
        cold = _median(repeats, lambda: loading.load(folder, known))
        cache = Cache(Path(place) / "cache.sqlite")
        loading.load(folder, known, cache)
        cache.close()
        warm = _median(repeats, lambda: _warm(folder, Path(place) / "cache.sqlite", known))
        gc.collect()
        before = psutil.Process().memory_full_info().pss
        kept = _warm(folder, Path(place) / "cache.sqlite", known)
        gc.collect()
        memory = (psutil.Process().memory_full_info().pss - before) / 2**20
        assert isinstance(kept, Library) and len(kept) == count and not kept.problems
        rng = random.Random(1)
        following = _median(20, lambda: WAYS["mixed"](kept.choose(levels=["reasoning"]), 10, rng))
    return [
        Row(f"bank: PyYAML alone on {count} questions, the floor", 1000 * floor, "ms", float("inf")),
        Row("bank: cold load, times the floor", cold / floor, "x", 2),
        Row("bank: warm start, share of cold", 100 * warm / cold, "%", 10),
        Row("bank: memory of the questions", memory, "MiB", 150),
        Row("bank: choosing the next questions", 1000 * following, "ms", 10),
    ]


def _warm(folder: Path, cache: Path, known: object) -> object:
    opened = Cache(cache)
    try:
        return loading.load(folder, known, opened)  # type: ignore[arg-type]
    finally:
        opened.close()


def _median(repeats: int, action: Callable[[], object]) -> float:
    times = []
    for _ in range(repeats):
        gc.collect()
        begun = time.perf_counter()
        result = action()
        times.append(time.perf_counter() - begun)
        del result
    return statistics.median(times)
