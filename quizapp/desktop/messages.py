"""The one door for words to the person; expected faults are told, others are a crash with a report."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from quizapp.base.errors import UserError


class Messages(QObject):
    """Tells the person things; the window shows them in one line at the bottom."""

    told = Signal(str)

    def tell(self, text: str) -> None:
        """Tell something."""
        self.told.emit(text)

    def try_to(self, action: Callable[[], None], quiet: bool = False) -> bool:
        """Run an action; tell the person what went wrong where they can put it right, unless told before."""
        try:
            action()
        except UserError as error:
            if not quiet:
                self.tell(str(error))
            return False
        return True
