"""What nobody expected: a report to copy, and the app goes on."""

from __future__ import annotations

import sys
from types import TracebackType

from PySide6.QtCore import QSysInfo
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout

from quizapp.base.errors import UserError
from quizapp.base.words import words
from quizapp.desktop.messages import Messages
from quizapp.desktop.parts.text import GRID, button, label


class CrashReport(QDialog):
    """Shows a report and offers to copy it."""

    def __init__(self, report: str) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setWindowTitle(words("crash.title"))
        self.resize(680, 460)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 3 * GRID)
        column.addWidget(label(words("crash.title"), "title"))
        column.addWidget(label(words("crash.text")))
        self._text = QPlainTextEdit(report, readOnly=True)
        column.addWidget(self._text, 1)
        row = QHBoxLayout()
        copy = button(words("crash.copy"))
        copy.clicked.connect(self._on_copy)
        go_on = button(words("crash.go_on"), "primary")
        go_on.clicked.connect(self.accept)
        row.addStretch(1)
        row.addWidget(copy)
        row.addWidget(go_on)
        column.addLayout(row)

    def text(self) -> str:
        """Return the report."""
        return self._text.toPlainText()

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text.toPlainText())


def install(messages: Messages) -> None:
    """Tell expected faults and report all others, wherever they were raised."""

    def caught(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        if isinstance(fault, UserError):
            messages.tell(str(fault))
            return
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, fault, trace)
            return
        import traceback

        lines = traceback.format_exception(kind, fault, trace)
        report = f"{QSysInfo.prettyProductName()}, Python {sys.version.split()[0]}\n\n{''.join(lines)}"
        print(report, file=sys.stderr)
        CrashReport(report).exec()

    sys.excepthook = caught
