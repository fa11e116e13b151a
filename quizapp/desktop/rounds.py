"""Rounds of questions: begun, continued, recorded, ended."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from quizapp.base.errors import UserError
from quizapp.base.words import words
from quizapp.desktop.context import Context
from quizapp.quiz.attempt import Attempt
from quizapp.quiz.selection import WAYS
from quizapp.quiz.session import Session

ROUND = 10
_OF_A_PAIR = 2  # questions that are added for two look-alikes
_RETRY_MS = 2000


class Rounds(QObject):
    """Begins rounds and puts every answer on disk the moment it is given."""

    begun = Signal(object)

    def __init__(self, context: Context, rng: random.Random, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._rng = rng
        self._waiting: list[Attempt] = []
        self._told = False
        self._retry = QTimer(self, singleShot=True, interval=_RETRY_MS)
        self._retry.timeout.connect(self._write)

    def begin(self, title: str, questions: Sequence[str], count: int) -> None:
        """Begin a round of up to ``count`` of some questions."""
        candidates = [self._context.bank[one] for one in questions]
        self.begin_with(title, WAYS["mixed"](candidates, count, self._rng))

    def begin_with(self, title: str, chosen: Sequence[str]) -> None:
        """Begin a round of just these questions, in this order."""
        if not chosen:
            self._context.messages.tell(words("atlas.nothing_to_ask"))
            return
        session = Session(
            id=f"{self._rng.getrandbits(128):032x}",
            title=title,
            seed=self._rng.getrandbits(32),
            questions=tuple(chosen),
            started=self._context.clock(),
        )
        self._context.messages.try_to(lambda: self._context.store.start(session))
        self.begun.emit(session)

    def surprise(self) -> None:
        """Begin a round from everywhere."""
        self.begin(words("study.surprise_title"), [one.id for one in self._context.bank.choose()], ROUND)

    def case_of_the_day(self) -> None:
        """Begin a round of one case, the same all day."""
        cases = [one.id for one in self._context.bank.choose(levels=("reasoning",))]
        day = random.Random(self._context.clock().date().isoformat())
        self.begin(words("study.case_title"), [day.choice(cases)] if cases else [], 1)

    def about(self, structure: str) -> None:
        """Begin a round about one structure."""
        title = words("study.about_title", name=self._context.catalogue.name(structure))
        self.begin(title, self._context.bank.about(structure), ROUND)

    def between(self, conditions: Sequence[str]) -> None:
        """Begin a round about one condition, or on what tells several apart."""
        title = words("study.between_title", names=", ".join(self._context.table.name(one) for one in conditions))
        self.begin(title, self._context.bank.between(conditions), ROUND)

    def patients(self) -> None:
        """Begin a round of new patients made from skeletons."""
        self.begin(words("study.patients_title"), self._context.patients(), ROUND)

    def drill(self, drill: str, view: str, structures: Sequence[str]) -> None:
        """Begin a drill on some structures of a view; what is new or shaky comes first."""
        from quizapp.quiz import drills
        from quizapp.quiz.selection import adaptive

        marks: dict[str, list[float]] = {}
        for attempt in self._context.store.attempts():
            marks.setdefault(attempt.question_id, []).append(attempt.mark)
        knowledge = self._context.knowledge
        items = drills.items(drill, view, structures, knowledge)
        for other in () if items else self._context.atlas.views:  # a territory is painted on the map of nerves alone
            items = drills.items(drill, other, list(self._context.atlas[other].by_id), knowledge)
            if items:
                view = other
                break
        title = words(f"drills.title_{drill}", view=self._context.atlas.views[view].name)
        self.begin_with(title, adaptive.choose(items, marks, ROUND, self._rng))

    def chosen(self, questions: Sequence[str], length: int) -> None:
        """Begin a round from what was ticked; a length of 0 takes all."""
        topics = {self._context.bank[one].topic for one in questions}
        self.begin(topics.pop() if len(topics) == 1 else "", questions, length or len(questions))

    def study_set(self, path: Path) -> None:
        """Begin a round of what somebody brought home from a class, and of what parts the look-alikes in it."""
        from quizapp.quiz import study_set

        bank = self._context.bank
        try:
            found = study_set.read(path)
        except UserError as fault:
            self._context.messages.tell(str(fault))
            return
        pairs = (one for pair in found.look_alikes for one in bank.between(pair)[:_OF_A_PAIR])
        chosen = [one for one in dict.fromkeys((*found.questions, *pairs)) if one in bank]
        if chosen:
            self.begin_with(words("study.set_title", title=found.title), chosen)
        else:
            self._context.messages.tell(words("study.set_unknown", path=path))

    def again(self, questions: Sequence[str]) -> None:
        """Begin a round of what was missed or unsure."""
        self.begin(words("study.again_title"), questions, len(questions))

    def go_on(self, session: Session) -> None:
        """Continue an interrupted round, without questions that are gone."""
        gone = {one for one in session.questions if one not in self._context.bank}
        self.begun.emit(session.without(gone))

    def record(self, attempt: Attempt) -> None:
        """Put an answer on disk at once; what cannot be written waits and is tried again."""
        self._waiting.append(attempt)
        self._write()

    def finish(self, session: Session) -> None:
        """End a round."""
        now = self._context.clock()
        self._context.messages.try_to(lambda: self._context.store.finish(session.id, now))

    def _write_first(self) -> None:
        self._context.store.record(self._waiting[0])

    def _write(self) -> None:
        while self._waiting:
            if not self._context.messages.try_to(self._write_first, quiet=self._told):
                self._told = True  # once, not every two seconds
                self._retry.start()
                return
            self._waiting.pop(0)
            self._told = False
