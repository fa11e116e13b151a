"""From an answer to the disk, and how long the window stands still in a round."""

from __future__ import annotations

import statistics
import tempfile
import time
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from bench.row import Row
from bench.waiting import Pulse, opened_app, run_for
from quizapp.learner.store import open_store
from quizapp.quiz.attempt import Attempt
from quizapp.quiz.session import Session

NOW = datetime(2026, 11, 20, tzinfo=UTC)


def rows(quick: bool) -> list[Row]:
    """Measure writing, and a round answered while the bank is read."""
    return [
        Row("answers: on disk, 99th percentile", _writing(200 if quick else 1000), "ms", 20),
        Row("window: longest stall in a round", _stall(4 if quick else 10), "ms", 50),
    ]


def _writing(count: int) -> float:
    attempt = Attempt(
        session_id="s",
        question_id="q",
        version="v",
        kind="choice",
        asked=("a",),
        chosen=("b",),
        point=None,
        typed="",
        certainty=None,
        mark=0.0,
        outcome="wrong",
        gap=None,
        seconds=3.0,
        at=NOW,
    )
    with tempfile.TemporaryDirectory() as place:
        store = open_store(Path(place) / "learner.sqlite", NOW)
        store.start(Session(id="s", title="", seed=1, questions=("q",), started=NOW))
        times = []
        for number in range(count):
            one = replace(attempt, round=number)
            begun = time.perf_counter()
            store.record(one)
            times.append(1000 * (time.perf_counter() - begun))
        store.close()
    return statistics.quantiles(times, n=100)[-1]


def _stall(answers: int) -> float:
    with opened_app() as app:
        pulse = Pulse()
        app.window.rounds.surprise()
        run_for(400)  # the first page of its kind is built once
        pulse.start()
        for _ in range(answers):
            app.window.study.do("unknown")
            run_for(250)
            app.window.study.go()
            run_for(250)
    return pulse.worst
