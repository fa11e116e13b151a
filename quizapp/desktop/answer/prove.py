"""Three answers to one case: the source on the diagram, the condition, the deciding finding."""

from __future__ import annotations

import random
from dataclasses import replace

from PySide6.QtWidgets import QButtonGroup, QWidget

from quizapp.bank import markup
from quizapp.bank.kinds.prove import Prove
from quizapp.base.words import words
from quizapp.desktop.answer.base import AnswerWidget, Asked
from quizapp.desktop.answer.choice import ChoiceAnswer
from quizapp.desktop.answer.locate import LocateAnswer
from quizapp.desktop.diagram.view import DiagramView
from quizapp.desktop.parts.option import OptionCard
from quizapp.desktop.parts.part_card import PartCard, stacked
from quizapp.desktop.parts.text import label
from quizapp.quiz.attempt import Attempt, Response
from quizapp.quiz.marking import prove


class ProveAnswer(AnswerWidget):
    """A place, a card and a chip."""

    def __init__(self, asked: Asked, parent: QWidget | None = None) -> None:
        super().__init__(asked, parent)
        question = asked.question
        assert isinstance(question, Prove)
        places = list(question.places)
        random.Random(question.id).shuffle(places)
        self.place = LocateAnswer(replace(asked, options=places))
        self.condition = ChoiceAnswer(asked)
        self._findings = QButtonGroup(self)
        for part, made in (("source", self.place), ("condition", self.condition), ("finding", self._build_findings())):
            self.column.addWidget(label(words(f"study.prove_{part}"), "strong"))
            self.column.addWidget(made)
        for one in (self.place, self.condition):
            one.changed.connect(self.changed)
        self._findings.idToggled.connect(self.changed)

    def attach(self, view: DiagramView) -> None:
        """Take clicks on the diagram."""
        super().attach(view)
        self.place.attach(view)

    def detach(self, view: DiagramView) -> None:
        """Take no more clicks."""
        self.place.detach(view)
        super().detach(view)

    @property
    def missing(self) -> str:
        """Say which of the three is still open."""
        parts = (("source", self.place.response()), ("condition", self.condition.response()), ("finding", self._mark()))
        return words(f"study.prove_no_{next(part for part, given in parts if not given)}")

    def response(self) -> Response | None:
        """Return the three answers, once all are given."""
        place, condition, finding = self.place.response(), self.condition.response(), self._mark()
        if place is None or condition is None or not finding:
            return None
        return Response(steps=(place.chosen, condition.chosen, (finding,)), point=place.point)

    def choose(self, number: int) -> None:
        """Choose a marker or a finding where they have the focus, else a condition."""
        findings = self._findings.buttons()
        if any(one.hasFocus() for one in findings):
            if number <= len(findings):
                findings[number - 1].setChecked(True)
                findings[number - 1].setFocus()
            return
        inside = any(card.hasFocus() for card in self.place.cards) or self.place.markers.hasFocus()
        (self.place if inside else self.condition).choose(number)

    def toggle_markers(self) -> None:
        """Show or hide the markers of the source, and go to them."""
        self.place.toggle_markers()
        self.place.markers.setFocus()

    @staticmethod
    def explained(asked: Asked, attempt: Attempt) -> QWidget | None:
        """Return the three answers, each marked apart, and why."""
        question = asked.question
        assert isinstance(question, Prove)
        given = Response(steps=attempt.steps, point=attempt.point)
        place, condition, finding = prove.parts(question, given, asked.context.surroundings)
        given_up = attempt.outcome == "unknown"
        source = PartCard(asked.theme, words("study.prove_source"), None if given_up else place.value == 1)
        for one in question.places:
            source.add(words("feedback.part", name=asked.words(one), said=one.why), one.correct or None)
        named = PartCard(asked.theme, words("study.prove_condition"), None if given_up else condition)
        named.add(next(asked.words(one) for one in question.options if one.correct))
        deciding = PartCard(asked.theme, words("study.prove_finding"), None if given_up else finding)
        known = asked.context.clinic.findings
        deciding.add("; ".join(known[one].label for one in question.deciding))
        deciding.add(question.deciding_why)
        return stacked([source, named, deciding])

    def _mark(self) -> str:
        chosen = self._findings.checkedButton()
        return str(chosen.property("finding")) if chosen is not None else ""

    def _build_findings(self) -> QWidget:
        cards = []
        for at, tag in enumerate(markup.tags(self.asked.question.stem), 1):
            made = OptionCard(at, tag.words, self.asked.theme)
            made.setProperty("finding", tag.finding)
            self._findings.addButton(made, at)
            cards.append(made)
        return stacked(cards)
