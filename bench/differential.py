"""Ranking and comparing: milliseconds on the shipped table, and what a table ten times as large costs."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import replace

from bench.row import Row
from quizapp.bank import stock
from quizapp.clinic.differential import Differential
from quizapp.clinic.library import Clinic
from quizapp.clinic.vignette import Vignette

_FINDINGS = 20
_TIMES = 10
_COMPARED = ("tarsal_tunnel_syndrome", "plantar_fasciitis", "medial_calcaneal_neuropathy")


def rows(quick: bool) -> list[Row]:
    """Return the figures of the differential."""
    known = stock.load()
    clinic, table = known.clinic, known.table
    large = Differential(_tenfold(clinic))
    patient = Vignette(tuple(clinic.findings)[:_FINDINGS])
    repeats = 50 if quick else 400
    ranked = _median(lambda: table.rank(patient), repeats)
    weighed = _median(lambda: [table.weigh(one, patient) for one in clinic.conditions], repeats)
    return [
        Row(f"rank all conditions on {_FINDINGS} findings", ranked, "ms", 1),
        Row("weigh all conditions on the same", weighed, "ms", 5),
        Row("compare three conditions", _median(lambda: table.separating(_COMPARED), repeats), "ms", 5),
        Row("most useful next finding", _median(lambda: table.next_findings(patient), repeats), "ms", 5),
        Row("rank on a table ten times as large", _median(lambda: large.rank(patient), repeats) / ranked, "x", 15),
    ]


def _tenfold(clinic: Clinic) -> Clinic:
    """Return the clinic with ten conditions in the place of each."""
    copies = {
        f"{one.id}_{number}": replace(one, id=f"{one.id}_{number}")
        for one in clinic.conditions.values()
        for number in range(_TIMES)
    }
    return replace(clinic, conditions=copies)


def _median(work: Callable[[], object], repeats: int) -> float:
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        work()
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)
