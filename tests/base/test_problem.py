from __future__ import annotations

from quizapp.base.problem import Place, Problem, errors_in

WRONG = Problem(Place("q.yaml", 3, 7), "one-key", "two keys")
STYLE = Problem(Place("q.yaml", 1, 1), "lead-in", "end with ?", "warning")


def test_problems_come_in_the_order_of_the_file() -> None:
    assert sorted([WRONG, STYLE]) == [STYLE, WRONG]


def test_a_problem_prints_as_one_line_that_editors_can_follow() -> None:
    assert str(WRONG) == "q.yaml:3:7: error: two keys [one-key]"


def test_only_errors_count_as_errors() -> None:
    assert errors_in([WRONG, STYLE]) == [WRONG]


def test_a_row_has_what_the_json_promises() -> None:
    assert WRONG.as_row().keys() == {"file", "line", "column", "severity", "rule", "text"}
