"""A case that is revealed in stages; after each the differential is ordered anew, and the reason said."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from quizapp.bank import markup
from quizapp.bank.kinds.staged import Staged
from quizapp.base.words import words
from quizapp.clinic.differential import word_for
from quizapp.desktop.answer.base import AnswerWidget, Asked
from quizapp.desktop.parts.part_card import PartCard, stacked
from quizapp.desktop.parts.row_list import RowList
from quizapp.desktop.parts.text import GRID, card, label, prose
from quizapp.quiz.attempt import Attempt, Response
from quizapp.quiz.marking import staged


class StagedAnswer(AnswerWidget):
    """What is known so far, the differential as rows, and the finding that moved it."""

    def __init__(self, asked: Asked, parent: QWidget | None = None) -> None:
        super().__init__(asked, parent)
        assert isinstance(asked.question, Staged)
        self._stages = asked.question.stages
        self._steps: list[tuple[str, ...]] = []
        self._told = QVBoxLayout()
        self._told.setSpacing(GRID)
        self.column.addLayout(self._told)
        self.rows = RowList([(one.key, asked.words(one)) for one in asked.options], words("study.order_name"))
        self.reason = QComboBox()
        self.reason.setAccessibleName(words("study.staged_reason"))
        self.reason.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.column.addWidget(label(words("study.staged_hint"), "quiet"))
        self.column.addWidget(self.rows)
        self.column.addWidget(label(words("study.staged_reason"), "small"))
        self.column.addWidget(self.reason)
        self._reveal()

    @property
    def goes_on_as(self) -> str:
        """Return what the main button says while there is more to reveal."""
        return "" if self._is_last else words("study.staged_next")

    def go_on(self) -> bool:
        """Keep the order of this stage and reveal the next one; tell whether there was one."""
        if self._is_last:
            return False
        self._steps.append(self._step())
        self._reveal()
        self.changed.emit()
        self.rows.take_focus()
        return True

    def response(self) -> Response | None:
        """Return the orders of all stages, at the last one."""
        return Response(steps=(*self._steps, self._step())) if self._is_last else None

    def choose(self, number: int) -> None:
        """Take hold of a row by its number."""
        self.rows.choose(number)

    def takes_focus(self) -> bool:
        """Let the arrows work at once."""
        self.rows.take_focus()
        return True

    @staticmethod
    def explained(asked: Asked, attempt: Attempt) -> QWidget | None:
        """Return each stage: what it told, who led after it, what the learner named, and what it means."""
        question = asked.question
        assert isinstance(question, Staged)
        cards = []
        fell = staged.drops(question, attempt.steps)
        for number, stage in enumerate(question.stages):
            right = fell[number]
            if number == len(question.stages) - 1 and right is not False:
                right = attempt.chosen[:1] == question.keys
            head = words("study.staged_stage", number=number + 1, of=len(question.stages))
            made = PartCard(asked.theme, head, right if attempt.steps else None)
            made.add(markup.plain(stage.text), look="quiet")
            if number < len(attempt.steps):
                made.add(_said(asked, attempt.steps[number]), look="small")
            if stage.drops:
                dropped = question.option(stage.drops)
                made.add(words("feedback.drops", name=asked.words(dropped) if dropped else stage.drops))
            made.add(stage.why)
            cards.append(made)
        return stacked(cards)

    @property
    def _is_last(self) -> bool:
        return len(self._steps) == len(self._stages) - 1

    def _step(self) -> tuple[str, ...]:
        return (str(self.reason.currentData() or ""), *self.rows.order())

    def _reveal(self) -> None:
        number = len(self._steps)
        text = markup.plain(self._stages[number].text)
        head = words("study.staged_stage", number=number + 1, of=len(self._stages))
        self._told.addWidget(card(label(head, "small"), prose(text)))
        self.reason.clear()
        self.reason.addItem(words("study.staged_no_reason"), "")
        known = self.asked.context.clinic.findings
        for tag in markup.tags(self._stages[number].text):
            shown = known[tag.finding].label
            self.reason.addItem(words("feedback.absent", finding=shown) if tag.absent else shown, tag.finding)
        if number:
            self.say(f"{head}. {text}")


def _said(asked: Asked, step: tuple[str, ...]) -> str:
    """Return who led for the learner after a stage, and the finding that was named as the reason."""
    leader = asked.question.option(step[1]) if len(step) > 1 else None
    name = asked.words(leader) if leader is not None else ""
    finding = asked.context.clinic.findings.get(step[0]) if step else None
    if finding is None:
        return words("feedback.led", name=name)
    weight = asked.context.clinic.weight(leader.condition, finding.id) if leader is not None else None
    bearing = words(f"evidence.{word_for(weight)}") if weight is not None else words("evidence.none")
    return words("feedback.led_for", name=name, finding=finding.label, word=bearing)
