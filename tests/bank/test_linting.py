from __future__ import annotations

from pathlib import Path

from quizapp.bank import loading
from quizapp.bank.linting import lint
from tests.bank.samples import CHOICE, KNOWN, write


def test_reading_and_rules_are_told_together_in_the_order_of_lines(tmp_path: Path) -> None:
    body = CHOICE.replace("groove behind the malleolus?", "groove.") + CHOICE.replace("first-tendon", "x y")
    problems = lint(loading.load(write(tmp_path, body), KNOWN))
    assert [(problem.place.line, problem.rule, problem.severity) for problem in problems] == [
        (7, "lead-in", "warning"),
        (20, "id", "error"),
    ]
