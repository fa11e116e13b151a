from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from pytestqt.exceptions import capture_exceptions

from quizapp.desktop.background import Background
from tests.drivers import wait_until


@pytest.fixture
def background(qtbot: object) -> Iterator[Background]:
    made = Background()
    yield made
    made.close()


def test_jobs_run_elsewhere_and_results_come_back_here(background: Background) -> None:
    seen: list[tuple[int, bool]] = []
    here = threading.get_ident()
    background.do(threading.get_ident, lambda there: seen.append((there, threading.get_ident() == here)))
    wait_until(lambda: bool(seen))
    assert seen[0][0] != here and seen[0][1]


def test_jobs_keep_their_order(background: Background) -> None:
    seen: list[int] = []
    for number in range(20):
        background.do(lambda number=number: number, seen.append)  # type: ignore[misc]
    wait_until(lambda: len(seen) == 20)
    assert seen == list(range(20))


def test_a_fault_is_raised_in_the_windows_thread(background: Background) -> None:
    def fail() -> None:
        raise ValueError("broken job")

    with capture_exceptions() as caught:
        background.do(fail, lambda result: None)
        wait_until(lambda: bool(caught))
    assert str(caught[0][1]) == "broken job"


def test_after_closing_nothing_comes_back(qtbot: object) -> None:
    background = Background()
    seen: list[int] = []
    background.close()
    background.do(lambda: 1, seen.append)
    assert seen == []
