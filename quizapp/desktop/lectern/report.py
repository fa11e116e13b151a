"""The results of a class as a PDF: the tables, page after page."""

from __future__ import annotations

import html
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter, QTextDocument

from quizapp.base.errors import UserError
from quizapp.base.words import words
from quizapp.classroom.tables import Cell, Table, tables

_MARGIN = 14.0  # mm


def save_pdf(path: Path, results: Mapping[str, Any]) -> None:
    """Write results as a PDF; raise UserError where it cannot be written."""
    if not path.parent.is_dir():  # the writer would only mutter about it
        raise UserError(words("picture.not_written", path=path))
    page = QPdfWriter(str(path))
    page.setResolution(96)
    page.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    page.setPageOrientation(QPageLayout.Orientation.Landscape)
    page.setPageMargins(QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN), QPageLayout.Unit.Millimeter)
    page.setTitle(results["title"])
    document = QTextDocument()
    document.setDefaultStyleSheet("h2 { margin-top: 12px } td, th { padding: 2px 8px; font-size: 9pt }")
    body = "".join(_table(one) for one in tables(results))
    document.setHtml(f"<h1>{html.escape(results['title'])}</h1>{body}")
    document.print_(page)


def _table(table: Table) -> str:
    head = "".join(f"<th align='left'>{html.escape(one)}</th>" for one in table.head)
    rows = "".join(f"<tr>{''.join(_cell(cell) for cell in row)}</tr>" for row in table.rows)
    return f"<h2>{html.escape(table.name)}</h2><table><tr>{head}</tr>{rows}</table>"


def _cell(cell: Cell) -> str:
    said = "" if cell is None else f"{cell:.2f}" if isinstance(cell, float) else html.escape(str(cell))
    return f"<td>{said}</td>"
