"""An option after the answer: right or wrong in sign and word, its explanation, and what speaks for and against."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from quizapp.bank import markup
from quizapp.bank.question import Option
from quizapp.base.words import words
from quizapp.desktop.answer.base import Asked
from quizapp.desktop.parts.text import GRID, label, prose
from quizapp.desktop.theme.icons import pixmap


class ExplainedOption(QFrame):
    """One option, opened."""

    def __init__(
        self,
        asked: Asked,
        option: Option,
        chosen: bool,
        places: tuple[int, int] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Show an option; in an order ``places`` are its right place and where it was put, from 1."""
        super().__init__(parent)
        self.setObjectName("card")
        self._places = places
        self._right = option.correct if places is None else places[0] == places[1]
        self.setProperty("verdict", "right" if self._right else "wrong" if chosen else "")
        self._asked = asked
        self.option = option
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 12, 2 * GRID, 12)
        column.setSpacing(GRID // 2)
        column.addWidget(self._head(option, chosen))
        column.addWidget(prose(option.why))
        for kind, findings in (
            ("for", option.speaks_for),
            ("against", option.speaks_against),
            ("missing", option.missing),
        ):
            if findings:
                column.addWidget(self._evidence(kind, findings))

    def _head(self, option: Option, chosen: bool) -> QWidget:
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        if self._right or chosen:
            sign, role = ("tick", "right") if self._right else ("cross", "wrong")
            mark = QLabel()
            mark.setPixmap(pixmap(sign, getattr(self._asked.theme, role), 18))
            mark.setAccessibleName(words(f"outcome.{role}"))
            row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        name, tags = self._asked.words(option), [words("feedback.key")] * self._right
        if self._places is not None:
            right, given = self._places
            name = f"{right}.  {name}"
            tags = [] if self._right else [words("feedback.put", place=given)]
        elif chosen:
            tags.append(words("feedback.yours"))
        row.addWidget(label(name, "strong"), 1)
        if tags:
            row.addWidget(label(" · ".join(tags), "small", wrap=False), 0, Qt.AlignmentFlag.AlignTop)
        return head

    def _evidence(self, kind: str, findings: tuple[str, ...]) -> QWidget:
        known = self._asked.context.clinic.findings
        absent = {tag.finding for tag in markup.tags(self._asked.question.stem) if tag.absent}
        said = [
            words("feedback.absent", finding=known[one].label) if one in absent else known[one].label
            for one in findings
            if one in known
        ]
        role = {"for": "right", "against": "wrong"}.get(kind, "quiet")
        line = label("", "small")
        line.setTextFormat(Qt.TextFormat.RichText)
        colour = getattr(self._asked.theme, role)
        line.setText(f'<b style="color:{colour}">{words(f"feedback.{kind}")}</b>&nbsp; {"; ".join(said)}')
        return line
