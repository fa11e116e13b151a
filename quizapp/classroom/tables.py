"""The results of a class as tables: a workbook of three sheets, or one long CSV."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quizapp.base.errors import UserError
from quizapp.base.files import save_whole
from quizapp.base.words import words
from quizapp.quiz.item_analysis import Analysis, analyse

Cell = str | float | int | None
_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet would run


@dataclass(frozen=True, slots=True)
class Table:
    """A name, a head, and rows of cells."""

    name: str
    head: Sequence[str]
    rows: Sequence[Sequence[Cell]]


def tables(results: Mapping[str, Any]) -> list[Table]:
    """Return questions with their figures, what options drew, choices by vote and certainty, and marks by phone."""
    found = analysis(results)
    return [_questions(results, found), _pulls(results, found), choices(results), _phones(results)]


def analysis(results: Mapping[str, Any]) -> Analysis:
    """Return the figures of the questions that count; of two votes the later one is taken."""
    counted = [item for item in results["items"] if not item["excluded"]]
    marks: dict[str, dict[int, float]] = {}
    chosen: dict[str, dict[int, str]] = {}
    for item in counted:
        for phone, answer in _latest(item).items():
            if answer["mark"] is not None:
                marks.setdefault(item["id"], {})[phone] = answer["mark"]
                if len(answer["chosen"]) == 1:
                    chosen.setdefault(item["id"], {})[phone] = answer["chosen"][0]
    return analyse(marks, chosen)


def choices(results: Mapping[str, Any]) -> Table:
    """Return how often each option or structure was chosen, by vote and certainty."""
    rows: list[Sequence[Cell]] = []
    for number, item in enumerate(results["items"], 1):
        counts: Counter[tuple[int, str, str]] = Counter()
        for answer in item["answers"]:
            for key in answer["chosen"] or [""]:
                counts[answer["round"], key, answer["certainty"] or ""] += 1
        for (vote, key, certainty), count in sorted(counts.items()):
            said = _said(item, key)
            right = int(key in item["keys"]) if item["keys"] else None
            rows.append((number, item["id"], item["kind"], vote, key, said, certainty, count, right))
    return Table(words("classroom.tables.choices"), words("classroom.tables.choices_head").split("|"), rows)


def save(path: Path, results: Mapping[str, Any]) -> None:
    """Write results to a file; its ending says how. Raises UserError where it cannot be written."""
    try:
        if path.suffix.lower() == ".csv":
            save_whole(path, "\ufeff" + _csv(choices(results)))  # so that spreadsheets read it as UTF-8
        elif path.suffix.lower() == ".xlsx":
            save_whole(path, _xlsx(tables(results)))
        else:
            raise UserError(words("classroom.tables.no_such_format", path=path))
    except OSError as fault:
        raise UserError(words("classroom.tables.not_written", path=path, why=fault.strerror)) from None


def _questions(results: Mapping[str, Any], found: Analysis) -> Table:
    rows: list[Sequence[Cell]] = []
    for number, item in enumerate(results["items"], 1):
        one = found.items.get(item["id"])
        figures: tuple[Cell, ...] = (None,) * 5
        if one is not None:
            figures = (one.takers, one.facility, one.low, one.high, one.discrimination)
        note = words("classroom.tables.excluded") if item["excluded"] else ""
        if one is not None and one.is_few:
            note = words("classroom.tables.few")
        rows.append((number, item["id"], item["kind"], item["ask"], *figures, note))
    rows.append((None, words("classroom.tables.alpha"), None, None, None, found.alpha, None, None, None, ""))
    return Table(words("classroom.tables.questions"), words("classroom.tables.questions_head").split("|"), rows)


def _pulls(results: Mapping[str, Any], found: Analysis) -> Table:
    """Return how many each option drew, and how they did on the rest of the questions."""
    rows: list[Sequence[Cell]] = []
    for number, item in enumerate(results["items"], 1):
        one = found.items.get(item["id"])
        for key, pull in sorted(one.pulls.items(), key=lambda row: -row[1].count) if one is not None else ():
            rows.append((number, item["id"], _said(item, key), pull.count, pull.rest, int(key in item["keys"])))
    return Table(words("classroom.tables.pulls"), words("classroom.tables.pulls_head").split("|"), rows)


def pulled(figures: Analysis, item: Mapping[str, Any]) -> list[str]:
    """Return in words what each option of one question drew, the most drawn first."""
    one = figures.items.get(item["id"])
    found = []
    for key, pull in sorted(one.pulls.items(), key=lambda row: -row[1].count) if one is not None else ():
        rest = "" if pull.rest is None else words("classroom.figures.rest", rest=round(100 * pull.rest))
        sign = "✓ " if key in item["keys"] else ""
        found.append(
            words("classroom.figures.pull", choice=sign + _said(item, key), count=pull.count, rest=rest).strip()
        )
    return found


def _said(item: Mapping[str, Any], key: str) -> str:
    found: str = item["options"].get(key) or key or words("classroom.elsewhere")
    return found


def _phones(results: Mapping[str, Any]) -> Table:
    items = [item for item in results["items"] if not item["excluded"]]
    teams = results.get("teams", {})
    head = [*words("classroom.tables.phones_head").split("|"), *(item["id"] for item in items)]
    rows: list[Sequence[Cell]] = []
    latest = [_latest(item) for item in items]
    for phone, name in sorted((int(number), name) for number, name in results["names"].items()):
        marks = [some[phone]["mark"] if phone in some else None for some in latest]
        rows.append((phone, name, teams.get(str(phone), ""), sum(mark for mark in marks if mark is not None), *marks))
    return Table(words("classroom.tables.phones"), head, rows)


def _latest(item: Mapping[str, Any]) -> dict[int, Mapping[str, Any]]:
    """Return the later answer of each phone."""
    return {answer["phone"]: answer for answer in sorted(item["answers"], key=lambda one: one["round"])}


def _csv(table: Table) -> str:
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(table.head)
    writer.writerows([_harmless(cell) for cell in row] for row in table.rows)
    return text.getvalue()


def _harmless(cell: Cell) -> Cell:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


def _xlsx(found: Sequence[Table]) -> bytes:
    import xlsxwriter

    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        bold = book.add_format({"bold": True})
        for table in found:
            sheet = book.add_worksheet(table.name)
            sheet.write_row(0, 0, table.head, bold)
            for number, row in enumerate(table.rows, 1):
                sheet.write_row(number, 0, row)
            sheet.freeze_panes(1, 0)
            sheet.autofit()
    return made.getvalue()
