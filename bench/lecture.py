"""How long the lecturer's window stands still while a full room votes, with the projector beside it."""

from __future__ import annotations

import subprocess
import sys

from bench.row import Row
from bench.waiting import Pulse, opened_app, run_for, run_until
from quizapp.desktop.pages.classroom import ClassroomPage

_FULL, _QUICK = 500, 100
_ASKED = ("locate", "choice", "name")


def rows(quick: bool) -> list[Row]:
    """Hold a class of a few questions, each voted on twice and told."""
    count = _QUICK if quick else _FULL
    return [Row(f"class: longest stall of the lecturer's window with {count} phones", _stall(count), "ms", 50)]


def _stall(count: int) -> float:
    with opened_app() as app:
        app.window.go("classroom")
        page = app.window.classroom
        bank = app.context.bank
        page.setup.order.add([next(one.id for one in bank if one.kind == kind) for kind in _ASKED])
        page.setup.open_class()
        run_until(lambda: page.seen.get("of") == len(_ASKED))
        page.open_projector()
        run_for(1500)  # both windows are there and drawn
        return _voted(page, count)


def _voted(page: ClassroomPage, count: int) -> float:
    words = [sys.executable, "-m", "bench.guests", str(page.port), str(page.seen["code"]), str(count)]
    guests = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1)
    assert guests.stdin is not None
    pulse = Pulse()
    pulse.start()
    try:
        run_until(lambda: page.seen["here"] == count)
        for item in range(len(_ASKED)):
            page.line.do("next")
            for number in (1, 2):
                run_for(800)
                page.line.do("vote")
                run_until(lambda number=number: page.seen["phase"] == "vote" and page.seen["round"] == number)  # type: ignore[misc]
                options = len(page.seen["question"]["options"] or page.seen["question"]["markers"])
                guests.stdin.write(f"{item} {number} {options}\n")
                run_until(lambda: page.seen["answered"] == count)
                for verb in ("close", "show"):
                    page.line.do(verb)
                    run_for(600)
            page.line.do("reveal")
            run_for(800)
    finally:
        guests.kill()
        guests.communicate()
    return pulse.worst
