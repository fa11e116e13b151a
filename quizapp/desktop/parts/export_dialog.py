"""What a picture of the view is to show, asked before it is saved."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QFormLayout, QHBoxLayout, QVBoxLayout, QWidget

from quizapp.anatomy.framing import Framing
from quizapp.base.words import words
from quizapp.desktop.diagram.picture import MOST_PIXELS, Wish
from quizapp.desktop.parts.text import GRID, button, label, named

_LETTERINGS = ("names", "numbers", "bare")
_WIDTHS = (1200, 2400, 4000, MOST_PIXELS)


class ExportDialog(QDialog):
    """Asks for lettering, width and a white ground."""

    def __init__(self, framing: Framing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "page")
        self.setWindowTitle(words("picture.title"))
        self._framing = framing
        self._lettering = QComboBox()
        for one in _LETTERINGS:
            self._lettering.addItem(words(f"picture.{one}"), one)
        self._width = QComboBox()
        for width in _WIDTHS:
            self._width.addItem(words("picture.pixels", count=width), width)
        self._width.setCurrentIndex(1)
        self._print = QCheckBox(words("picture.for_print"))
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(2 * GRID)
        column.addWidget(label(words("picture.title"), "title"))
        form = QFormLayout()
        form.addRow(words("picture.lettering"), self._lettering)
        form.addRow(words("picture.width"), self._width)
        form.addRow("", self._print)
        column.addLayout(form)
        buttons = QHBoxLayout()
        cancel, save = button(words("picture.cancel")), button(words("picture.save"), "primary")
        cancel.clicked.connect(self.reject)
        save.clicked.connect(self.accept)
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(save)
        column.addLayout(buttons)
        save.setDefault(True)

    def wish(self) -> Wish:
        """Return what was chosen."""
        return Wish(
            lettering=self._lettering.currentData(),
            peel=self._framing.peel,
            width=self._width.currentData(),
            mirrored=self._framing.mirrored,
            for_print=self._print.isChecked(),
            chosen=self._framing.select,
            hidden=self._framing.hidden,
        )
