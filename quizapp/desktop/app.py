"""The one place that builds everything: application, style, knowledge, store and window."""

from __future__ import annotations

import gc
import random
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

import PySide6
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox

from quizapp.anatomy import catalogue, own, relations
from quizapp.anatomy.atlas import Atlas
from quizapp.base import paths
from quizapp.base.cache import Cache
from quizapp.base.errors import UserError
from quizapp.base.words import words
from quizapp.desktop import crash, reading
from quizapp.desktop.background import Background
from quizapp.desktop.context import Context
from quizapp.desktop.messages import Messages
from quizapp.desktop.reading import Reading
from quizapp.desktop.settings.store import Settings
from quizapp.desktop.theme import style
from quizapp.desktop.theme.roles import Roles, palette, roles
from quizapp.desktop.window import MainWindow
from quizapp.learner.store import open_store

_USUAL_FONT_PX = 13.0  # what systems use before anybody asks for larger text


def main(words_given: Sequence[str]) -> int:
    """Open the window and run until it is closed; return the exit status."""
    refusal = unsound_qt(PySide6.__version__, sys.version_info[:2])
    if refusal:
        print(refusal, file=sys.stderr)
        return 2
    # Said as an argument, for setStyle() gives the style back, and with it a hundredth of a second of its classes.
    application = QApplication(["quizapp", "-style", "fusion", *words_given])
    try:
        app = App(application, tells_ready="--print-ready" in words_given)
    except UserError as error:
        print(error, file=sys.stderr)
        QMessageBox.critical(None, words("app.name"), str(error))
        return 2
    app.window.show()
    status = application.exec()
    app.close()
    return status


def unsound_qt(qt: str, python: tuple[int, ...]) -> str:
    """Return why this Qt must not run on this Python, or an empty text.

    PySide6 6.12.0 loses a reference to None with every call that returns nothing; before Python 3.12, where
    None became immortal, that ends in an abort after some seconds.
    """
    if qt.startswith("6.12.") and python < (3, 12):
        return f"PySide6 {qt} crashes on Python {python[0]}.{python[1]}; install PySide6-Essentials below 6.12."
    return ""


def now() -> datetime:
    """Return the time; the one place of the window that asks for it."""
    return datetime.now(UTC)


class App(QObject):
    """Holds what lives as long as the window."""

    def __init__(
        self,
        application: QApplication,
        tells_ready: bool = False,
        seed: int | None = None,
        clock: Callable[[], datetime] = now,
        questions: Path | None = None,
    ) -> None:
        super().__init__()
        self._clock = clock
        self._questions = questions or paths.questions()
        self.is_bank_read = False
        self._notices: list[str] = []
        self._application = application
        self._tells_ready = tells_ready
        self.settings = Settings(paths.data() / "settings.json", self)
        self._load_fonts()
        self._apply_theme()
        self.messages = Messages(self)
        crash.install(self.messages)
        self.context = self._build_context()
        self._background = Background(self)
        self.window = MainWindow(self.context, self.theme, paths.data(), self._questions, random.Random(seed))
        self.settings.changed.connect(self._on_setting)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_scheme)
        self.window.view.art_drawn.connect(self._on_drawn)
        self.window.painted.connect(self._on_painted)

    @property
    def theme(self) -> Roles:
        """Return the theme of the settings, or the system's."""
        wanted = str(self.settings["theme"])
        if wanted == "system":
            dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
            wanted = "dark" if dark else "light"
        return roles(wanted)

    def close(self) -> None:
        """Finish what runs in the background and let go of the files."""
        self.window.view.close_art()
        self._background.close()
        self.context.store.close()
        gc.unfreeze()  # what was to stay until the end may go

    def _build_context(self) -> Context:
        cache = Cache(paths.cache() / "resources.sqlite")
        structures = catalogue.load(paths.resources("anatomy", "structures.yaml"), cache)
        mine = own.views(paths.data() / "views", self._notices.append, cache)
        views = Atlas(paths.resources("diagrams"), structures, cache, self._notices.append, mine)
        related = relations.load(paths.resources("anatomy", "relations.yaml"), structures, cache)
        cache.close()
        return Context(
            catalogue=structures,
            atlas=views,
            relations=related,
            settings=self.settings,
            messages=self.messages,
            store=open_store(paths.data() / "learner.sqlite", self._clock()),
            clock=self._clock,
        )

    def _load_fonts(self) -> None:
        # The system's own size, before the shipped font takes its place, is what the person asked for.
        self._scale = min(2.0, max(1.0, _system_font_px() / _USUAL_FONT_PX))
        for face in sorted(paths.resources("fonts").glob("*.otf")):
            QFontDatabase.addApplicationFont(str(face))
        font = QFont("Inter")
        font.setPixelSize(round(style.BODY * self._scale))
        self._application.setFont(font)

    def _apply_theme(self) -> None:
        theme = self.theme
        icons = paths.resources("icons").as_posix()
        self._application.setPalette(palette(theme))
        self._application.setStyleSheet(style.sheet(theme, self._scale, icons))

    def _on_setting(self, name: str) -> None:
        if name == "theme":
            self._on_scheme()

    def _on_scheme(self) -> None:
        self._apply_theme()
        self.window.set_theme(self.theme)

    def _on_painted(self) -> None:
        self.window.painted.disconnect(self._on_painted)
        QTimer.singleShot(0, self._after_first_paint)

    def _on_drawn(self) -> None:
        """Read the questions, now that the picture needs the machine no more."""
        self.window.view.art_drawn.disconnect(self._on_drawn)
        if self._tells_ready:
            print("DRAWN", flush=True)
        structures = self.context.catalogue.ids
        views = self.context.atlas
        self._background.do(lambda: reading.read(structures, views, self._questions), self._on_read)

    def _after_first_paint(self) -> None:
        if self._tells_ready:
            print("READY", flush=True)
        if self._notices:
            self.window.show_notice("\n".join(self._notices))
        if self.context.store.notice:
            self._tell_store()

    def _on_read(self, found: Reading) -> None:
        self.context.facts, self.context.bank, self.context.weights = found.clinic, found.bank, found.table
        self.context.atlas.learn(found.diagrams)
        self.context.palpations, self.context.skeletons = found.palpations, found.skeletons
        self.context.bank.maker = self.context.made_question
        gc.freeze()  # outlines and questions stay until the end; to look through them again holds up the window
        self.is_bank_read = True
        if self._tells_ready:
            print("READ", flush=True)
        self.window.bank_read()

    def _tell_store(self) -> None:
        store = self.context.store
        rescue = store.rescue
        if rescue is None:
            self.window.show_notice(store.notice)
        else:
            day = rescue.stem.split("-", 1)[1]
            self.window.show_notice(store.notice, words("store.take_back", day=day), self._take_back)

    def _take_back(self) -> None:
        rescue = self.context.store.rescue
        if rescue is not None and self.messages.try_to(lambda: self.context.store.take_back(rescue)):
            self.messages.tell(words("store.taken_back"))
            self.window.bank_read()


def _system_font_px() -> float:
    """Return the size of the system's own font, in logical pixels."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    dots = QGuiApplication.primaryScreen().logicalDotsPerInchY()
    return float(font.pixelSize()) if font.pixelSize() > 0 else font.pointSizeF() * dots / 72
