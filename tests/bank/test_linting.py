from __future__ import annotations

from pathlib import Path

from quizapp.bank import loading
from quizapp.bank.linting import lint
from quizapp.bank.stock import Stock
from tests.bank.samples import CHOICE, KNOWN, write


def test_reading_and_rules_are_told_together_in_the_order_of_lines(tmp_path: Path) -> None:
    body = CHOICE.replace("groove behind the malleolus?", "groove.") + CHOICE.replace("first-tendon", "x y")
    problems = lint(loading.load(write(tmp_path, body), KNOWN))
    assert [(problem.place.line, problem.rule, problem.severity) for problem in problems] == [
        (7, "lead-in", "warning"),
        (20, "id", "error"),
    ]


def muted(reason: str, rule: str = "lead-in") -> str:
    return CHOICE.replace("groove behind the malleolus?", "groove.") + f"    mute:\n      {rule}: {reason}\n"


def told(tmp_path: Path, body: str, stock: Stock | None = None) -> list[str]:
    return [problem.rule for problem in lint(loading.load(write(tmp_path, body), KNOWN), stock)]


def test_a_rule_is_muted_with_a_reason(tmp_path: Path) -> None:
    assert told(tmp_path, muted("the lead-in is a quotation")) == []


def test_a_mute_without_a_reason_or_a_rule_is_told(tmp_path: Path) -> None:
    assert told(tmp_path, muted("no")) == ["mute"]
    assert told(tmp_path, muted("the lead-in is a quotation", "leadin")) == ["lead-in", "mute"]


def test_a_mute_that_hides_nothing_is_told(tmp_path: Path, shipped: Stock) -> None:
    body = CHOICE + "    mute:\n      lead-in: it is a quotation here\n"
    assert told(tmp_path, body, shipped) == ["mute"]
