"""Drivers that speak of what a person does, and hide coordinates and waits."""

from __future__ import annotations

import functools
import gc
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QDeadlineTimer, QEvent, QEventLoop, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from quizapp.anatomy.outline import Point
from quizapp.base.words import words
from quizapp.desktop import app as desktop
from quizapp.desktop.parts.explained import ExplainedOption
from quizapp.desktop.parts.feedback import Feedback
from quizapp.desktop.parts.option import OptionCard
from quizapp.quiz.attempt import Attempt

Part = TypeVar("Part", bound=QWidget)


@functools.cache
def touch_screen() -> QPointingDevice:
    """Return a touch screen; there can be none before there is an application."""
    return QTest.createTouchDevice()


def wait_until(true: Callable[[], bool], ms: int = 10_000) -> None:
    """Run the event loop until something holds."""
    deadline = QDeadlineTimer(ms)
    while not true():
        assert not deadline.hasExpired(), "waited in vain"
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)


class AppDriver:
    """The app as a person uses it: pages, the diagram, keys and answers."""

    def __init__(self, now: datetime, questions: Path | None = None, less_motion: bool = True) -> None:
        application = QApplication.instance() or QApplication(["quizapp", "-style", "fusion"])
        assert isinstance(application, QApplication)
        self.app = desktop.App(application, seed=1, clock=lambda: now, questions=questions)
        self.app.settings.set("less_motion", less_motion)
        self.window = self.app.window
        self.told: list[str] = []
        self.app.messages.told.connect(self.told.append)
        self.window.resize(1280, 800)
        self.window.show()
        QTest.qWaitForWindowExposed(self.window)
        self.window.activateWindow()

    # -- Waiting

    def wait_for_bank(self) -> None:
        """Wait until the questions have been read."""
        wait_until(lambda: self.app.is_bank_read)
        self.settle()

    def wait_for_art(self) -> None:
        """Wait until the diagram is drawn as it should be."""
        wait_until(lambda: self.window.view.is_sharp)

    def close(self) -> None:
        """Close the window as the person does."""
        self.window.close()
        self.app.close()
        self.window.deleteLater()
        QApplication.processEvents()
        gc.collect()  # hundreds of apps in one process are more than a person opens

    def settle(self) -> None:
        """Let what was asked for happen: layouts, repaints, signals that wait in line."""
        for _ in range(3):
            QApplication.processEvents()

    # -- Looking

    @property
    def page(self) -> str:
        """Return the name of the page on show."""
        return self.window.page

    def shown(self, kind: type[Part]) -> list[Part]:
        """Return the widgets of a kind that are on show."""
        return [one for one in self.window.findChildren(kind) if one.isVisible()]

    def button(self, text: str) -> QPushButton:
        """Return the button that says something."""
        return next(one for one in self.shown(QPushButton) if text in (one.text(), one.accessibleName()))

    def attempts(self) -> list[Attempt]:
        """Return what is on disk."""
        return self.app.context.store.attempts()

    # -- Doing

    def select(self, structure: str) -> None:
        """Select a structure in the atlas, as its list or a search does."""
        self.window.go("atlas")
        self.window.atlas.select(structure)
        self.settle()

    def press(self, text: str) -> None:
        """Click the button that says something."""
        QTest.mouseClick(self.button(text), Qt.MouseButton.LeftButton)
        self.settle()

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifier)
        self.settle()

    def type(self, text: str) -> None:
        """Type where the focus is."""
        QTest.keyClicks(QApplication.focusWidget(), text)
        self.settle()

    def click_on(self, structure: str) -> None:
        """Click a structure on the diagram where it is bare."""
        self.click_at(self.bare_spot(structure))

    def click_at(self, spot: QPointF) -> None:
        """Click a pixel of the diagram."""
        QTest.mouseClick(self.window.view, Qt.MouseButton.LeftButton, pos=spot.toPoint())
        self.settle()

    def spot(self, point: Point) -> QPointF:
        """Return the pixel of the diagram where a point (mm) is seen."""
        return QPointF(*self.window.view.camera.to_pixels(point))

    def drag(self, *points: Point) -> None:
        """Press the mouse at a point (mm) of the diagram, draw it along others and let go."""
        view = self.window.view
        spots = [self.spot(point) for point in points]
        QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=spots[0].toPoint())
        for spot in spots[1:]:
            # QTest moves the mouse with no button held.
            held = QMouseEvent(
                QEvent.Type.MouseMove,
                spot,
                view.mapToGlobal(spot),
                Qt.MouseButton.NoButton,
                Qt.MouseButton.LeftButton,
                Qt.KeyboardModifier.NoModifier,
            )
            QApplication.sendEvent(view, held)
        QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=spots[-1].toPoint())
        self.settle()

    def tap(self, point: Point) -> None:
        """Touch a point (mm) of the diagram with a finger, and lift it."""
        self.stroke(point)

    def stroke(self, *points: Point) -> None:
        """Draw with a finger along points (mm) of the diagram."""
        spots = [self._on_window(point) for point in points]
        self._touch().press(0, spots[0]).commit()
        for spot in spots[1:]:
            self._touch().move(0, spot).commit()
        self._touch().release(0, spots[-1]).commit()
        self.settle()

    def pinch(self, one: Point, other: Point, one_to: Point, other_to: Point) -> None:
        """Put two fingers on points (mm) of the diagram and move them apart or together."""
        starts = [self._on_window(one), self._on_window(other)]
        ends = [self._on_window(one_to), self._on_window(other_to)]
        self._touch().press(0, starts[0]).commit()
        self._touch().stationary(0).press(1, starts[1]).commit()
        for share in (0.2, 0.4, 0.6, 0.8, 1.0):
            spots = [start + (end - start) * share for start, end in zip(starts, ends, strict=True)]
            self._touch().move(0, spots[0]).move(1, spots[1]).commit()
        self._touch().release(0, ends[0]).release(1, ends[1]).commit()
        self.settle()

    def _touch(self) -> QTest.QTouchEventSequence:
        # A widget of its own hears of touches by way of its window.
        return QTest.touchEvent(self.window.windowHandle(), touch_screen())

    def _on_window(self, point: Point) -> QPoint:
        return self.window.view.mapTo(self.window, self.spot(point).toPoint())

    def hover_over(self, structure: str) -> None:
        """Move the mouse over a structure."""
        QTest.mouseMove(self.window.view, QPoint(1, 1))
        QTest.mouseMove(self.window.view, self.bare_spot(structure).toPoint())

    def bare_spot(self, structure: str) -> QPointF:
        """Return a pixel where a structure is the first to be hit."""
        view = self.window.view
        left, top, right, bottom = view.diagram.by_id[structure].box
        top = max(top, view.diagram.box[1] + 15)  # below where the leg fades out
        for row in range(1, 40):
            for column in range(1, 40):
                mm = (left + (right - left) * column / 40, top + (bottom - top) * row / 40)
                spot = QPointF(QPointF(*view.camera.to_pixels(mm)).toPoint())
                stack = view.stack_at(spot)
                inside = view.rect().contains(spot.toPoint())
                if inside and stack and stack[0].id == structure and stack[0].contains(*mm):
                    return spot
        raise AssertionError(f"{structure} is covered everywhere")

    # -- Studying

    def ask(self, *questions: str) -> None:
        """Begin a round of some questions in this order."""
        self.window.rounds.begin_with("", questions)
        self.settle()

    @property
    def question(self) -> str:
        """Return the id of the question on show."""
        session = self.window.study.session
        assert session is not None and session.current is not None
        return session.current

    def choose(self, words_of_option: str) -> None:
        """Click the card that says something."""
        card = next(one for one in self.shown(OptionCard) if one.text() == words_of_option)
        QTest.mouseClick(card, Qt.MouseButton.LeftButton)
        self.settle()

    def answer(self) -> None:
        """Press the primary button of an open question."""
        self.press(words("study.answer"))

    def next(self) -> None:
        """Go on from the feedback."""
        text = words("study.next")
        at_end = not any(one.accessibleName() == text for one in self.shown(QPushButton))
        self.press(words("study.results") if at_end else text)

    @property
    def verdict(self) -> str:
        """Return what was said of the last answer."""
        return self.shown(Feedback)[0].said

    @property
    def explained(self) -> list[str]:
        """Return the keys of the options that are explained."""
        return [one.option.key for one in self.shown(ExplainedOption)]
