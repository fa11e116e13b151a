"""What a lecturer takes home: the figures in a workbook, read back by another library."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from quizapp.base.errors import UserError
from quizapp.classroom.tables import analysis, pulled, save, tables


def answer(
    phone: int, chosen: str, mark: float | None, vote: int = 1, certainty: str | None = "fairly"
) -> dict[str, Any]:
    return {"phone": phone, "round": vote, "certainty": certainty, "chosen": [chosen], "mark": mark}


@pytest.fixture
def results() -> dict[str, Any]:
    item = {"kind": "choice", "ask": "Which?", "keys": ["a"], "options": {"a": "Talus", "b": "=1+1"}, "excluded": False}
    first = [answer(phone, "a" if phone < 7 else "b", float(phone < 7)) for phone in range(1, 13)]
    second = [answer(12, "a", 1.0, vote=2)]
    return {
        "code": "ABC234",
        "names": {str(phone): "" for phone in range(1, 14)} | {"1": "=cmd|' /C calc'!A0"},
        "teams": {"12": "Soleus"},
        "items": [
            item | {"id": "one", "answers": first + second},
            item | {"id": "two", "answers": first, "excluded": True},
            item | {"id": "poll", "keys": [], "answers": [answer(1, "b", None)]},
        ],
    }


def test_the_later_vote_counts_and_an_excluded_question_does_not(results: dict[str, Any]) -> None:
    found = analysis(results)
    assert found.items.keys() == {"one"}
    assert found.items["one"].facility == pytest.approx(7 / 12)
    phones = tables(results)[3]
    assert list(phones.head) == ["phone", "name", "team", "points", "one", "poll"]
    assert phones.rows[11][2:4] == ("Soleus", 1.0)
    assert phones.rows[12][4] is None, "who did not answer has no mark, not a bad one"


def test_what_each_option_drew_is_told(results: dict[str, Any]) -> None:
    assert [row[1:] for row in tables(results)[1].rows] == [
        ("one", "Talus", 7, None, 1),
        ("one", "=1+1", 5, None, 0),
    ]
    assert pulled(analysis(results), results["items"][0]) == ["✓ Talus: 7", "=1+1: 5"]
    results["items"][1]["excluded"] = False
    assert pulled(analysis(results), results["items"][0]) == [
        "✓ Talus: 7 (right on 86 % of the rest)",
        "=1+1: 5 (right on 0 % of the rest)",
    ]


def test_a_workbook_has_what_was_counted(results: dict[str, Any], tmp_path: Path) -> None:
    save(tmp_path / "class.xlsx", results)
    book = CalamineWorkbook.from_path(tmp_path / "class.xlsx")
    assert book.sheet_names == ["Questions", "Options", "Choices", "Phones"]
    questions = book.get_sheet_by_name("Questions").to_python()
    assert questions[1][1] == "one"
    assert questions[1][5] == pytest.approx(7 / 12)
    choices = book.get_sheet_by_name("Choices").to_python()
    assert [1.0, "one", "choice", 1.0, "a", "Talus", "fairly", 6.0, 1.0] in choices


def test_nothing_a_student_wrote_is_run_by_a_spreadsheet(results: dict[str, Any], tmp_path: Path) -> None:
    save(tmp_path / "class.xlsx", results)
    phones = CalamineWorkbook.from_path(tmp_path / "class.xlsx").get_sheet_by_name("Phones").to_python()
    assert phones[1][1] == "=cmd|' /C calc'!A0", "kept as text"
    save(tmp_path / "class.csv", results)
    text = (tmp_path / "class.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.reader(text.splitlines()))
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "@"))]


def test_another_ending_and_a_place_that_cannot_be_written_are_told(results: dict[str, Any], tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"\.xlsx"):
        save(tmp_path / "class.doc", results)
    with pytest.raises(UserError, match="Choose another place"):
        save(tmp_path / "nowhere" / "class.csv", results)
