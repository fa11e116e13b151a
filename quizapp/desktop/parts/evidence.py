"""What a patient's findings say of a condition: for, against, and expected but not known; each finding is a link."""

from __future__ import annotations

import html
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from quizapp.base.words import words
from quizapp.clinic.differential import Evidence, Weighing
from quizapp.desktop.parts.text import label
from quizapp.desktop.theme.roles import Roles

_MOST_MISSING = 3
_MOST_REASONS = 5
_SIDES = (("for", "right"), ("against", "wrong"), ("missing", "quiet"))


class EvidenceList(QWidget):
    """The three sides, each with the word for the bearing of a finding; ``reasons`` adds why."""

    finding_chosen = Signal(str)

    def __init__(self, weighing: Weighing, theme: Roles, reasons: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(4)
        sides = (weighing.speaks_for, weighing.speaks_against, weighing.missing[:_MOST_MISSING])
        for (side, role), evidence in zip(_SIDES, sides, strict=True):
            if evidence:
                column.addWidget(
                    self._build(side, getattr(theme, role), evidence, theme, reasons and side != "missing")
                )

    def _build(self, side: str, colour: str, evidence: Sequence[Evidence], theme: Roles, reasons: bool) -> QLabel:
        made = label("", "small")
        made.setTextFormat(Qt.TextFormat.RichText)
        made.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        head = words(f"feedback.{side}")
        told = evidence[:_MOST_REASONS] if reasons else ()
        rows = "".join(f"<tr><td>•&nbsp;</td><td>{self._one(one, theme, True)}</td></tr>" for one in told)
        rest = "; ".join(self._one(one, theme, False) for one in evidence[len(told) :])
        table = f'<table cellspacing="0" cellpadding="2">{rows}</table>' if rows else ""
        made.setText(f'<b style="color:{colour}">{head}</b>&nbsp; {table}{rest}')
        made.setAccessibleName(f"{head}: {'. '.join(spoken(one, reasons).removesuffix('.') for one in evidence)}")
        made.linkActivated.connect(self.finding_chosen)
        return made

    def _one(self, evidence: Evidence, theme: Roles, reasons: bool) -> str:
        style = f"color:{theme.text}; text-decoration:none; border-bottom:1px dotted"
        link = f'<a href="{evidence.finding.id}" style="{style}">{html.escape(shown(evidence))}</a>'
        why = f" {html.escape(evidence.why)}" if reasons and evidence.word != "absent" else ""
        return f"{link}{why}"


def shown(evidence: Evidence) -> str:
    """Return a finding with the word for its bearing, where the side does not say it already."""
    finding = evidence.finding.label
    if evidence.word == "absent":
        return words("feedback.absent", finding=finding)
    if evidence.word in ("against", "expected"):
        return finding
    return words("feedback.weighed", finding=finding, word=words(f"evidence.{evidence.word}"))


def spoken(evidence: Evidence, reasons: bool = False) -> str:
    """Return what is said aloud of a finding."""
    return f"{shown(evidence)}. {evidence.why}" if reasons else shown(evidence)
