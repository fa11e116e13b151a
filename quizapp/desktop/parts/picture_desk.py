"""Pictures of a view for slides, and the view in words: copied, saved, read."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from quizapp.anatomy.description import describe
from quizapp.anatomy.diagram import Diagram
from quizapp.anatomy.framing import Framing
from quizapp.base.words import words
from quizapp.desktop.context import Context
from quizapp.desktop.diagram import picture
from quizapp.desktop.diagram.picture import Lettering, Wish
from quizapp.desktop.parts.export_dialog import ExportDialog
from quizapp.desktop.parts.reading_dialog import ReadingDialog
from quizapp.desktop.theme.roles import Roles

_COPIED = 2400  # px


class PictureDesk(QObject):
    """Makes pictures of what is on the stage, and tells where they are."""

    def __init__(self, context: Context, theme: Roles, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self.theme, self._window = context, theme, parent
        self._names = context.names()

    def copy(self, diagram: Diagram, framing: Framing) -> None:
        """Put a picture of the view on the clipboard, with names if they are on."""
        lettering: Lettering = "names" if framing.labels else "bare"
        wish = Wish(lettering, framing.peel, _COPIED, framing.mirrored, chosen=framing.select, hidden=framing.hidden)
        QApplication.clipboard().setImage(picture.draw(diagram, self._names, wish, self.theme))
        self._context.messages.tell(words("atlas.copied"))

    def ask(self, diagram: Diagram, framing: Framing) -> None:
        """Ask what a picture is to show and where it goes, then write it."""
        dialog = ExportDialog(framing, self._window)
        if not dialog.exec():
            return
        usual, formats = f"{diagram.view.id}.png", words("picture.formats")
        chosen, _ = QFileDialog.getSaveFileName(self._window, words("picture.title"), usual, formats)
        if chosen:
            self.write(Path(chosen), diagram, dialog.wish())

    def write(self, path: Path, diagram: Diagram, wish: Wish) -> None:
        """Write a picture, and tell where it is or why not."""
        if self._context.messages.try_to(lambda: picture.save(path, diagram, self._names, wish, self.theme)):
            self._context.messages.tell(words("atlas.exported", path=path))

    def read(self, diagram: Diagram, framing: Framing, caption: str) -> None:
        """Show the view in words, and the line that brings it back."""
        text = describe(diagram, self._context.catalogue, self._context.relations, caption)
        text += "\n\n" + words("atlas.line_of_view", code=framing.code())
        ReadingDialog(words("atlas.describe"), text, self._window).exec()
