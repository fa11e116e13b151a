"""One finding turned over: a weight for each rival, from -2 to +2."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QPushButton, QWidget

from quizapp.bank import markup
from quizapp.bank.kinds.flip import MOST_SHIFT, SHIFTS, Flip
from quizapp.base.words import words
from quizapp.clinic.differential import word_for
from quizapp.desktop.answer.base import AnswerWidget, Asked
from quizapp.desktop.parts.part_card import PartCard, stacked
from quizapp.desktop.parts.text import GRID, button, card, label
from quizapp.quiz.attempt import Attempt, Response
from quizapp.quiz.marking import flip


class FlipAnswer(AnswerWidget):
    """Five weights for each rival."""

    def __init__(self, asked: Asked, parent: QWidget | None = None) -> None:
        super().__init__(asked, parent)
        self.column.addWidget(label(turned_words(asked)))
        self.column.addWidget(label(words("study.flip_hint"), "quiet"))
        self._groups: dict[str, QButtonGroup] = {}
        self._said: dict[str, QLabel] = {}
        for option in asked.options:
            self.column.addWidget(self._build_rival(option.key, asked.words(option)))

    def response(self) -> Response | None:
        """Return a weight for each rival, once all have one."""
        steps = [(key, str(group.checkedId() - MOST_SHIFT)) for key, group in self._groups.items() if self._is_set(key)]
        return Response(steps=tuple(steps)) if len(steps) == len(self._groups) else None

    @property
    def missing(self) -> str:
        """Say which rival has no weight yet."""
        still = next(one for one in self.asked.options if not self._is_set(one.key))
        return words("study.flip_missing", name=self.asked.words(still))

    def choose(self, number: int) -> None:
        """Weigh the rival that has the focus, or the first one without a weight; 1 is -2 and 5 is +2."""
        focused = [key for key, group in self._groups.items() if any(one.hasFocus() for one in group.buttons())]
        still = [key for key in self._groups if not self._is_set(key)]
        key = (focused or still or list(self._groups))[0]
        if 1 <= number <= len(SHIFTS):
            one = self._groups[key].button(number - 1)
            one.setChecked(True)
            one.setFocus()

    def takes_focus(self) -> bool:
        """Let the first rival have the keys."""
        self._groups[self.asked.options[0].key].button(MOST_SHIFT).setFocus()
        return True

    @staticmethod
    def explained(asked: Asked, attempt: Attempt) -> QWidget | None:
        """Return each rival with its shift, what was given, and the reason in the table."""
        question = asked.question
        assert isinstance(question, Flip)
        given = flip.shifts(attempt.steps)
        cards = []
        for rival in question.options:
            right = given.get(rival.key) == rival.shift
            head = words("feedback.part", name=asked.words(rival), said=words(f"shift.{rival.shift}"))
            made = PartCard(asked.theme, head, None if attempt.outcome == "unknown" else right)
            if not right and rival.key in given:
                made.add(words("feedback.part_yours", given=words(f"shift.{given[rival.key]}")), look="small")
            weight = asked.context.clinic.weight(rival.condition, question.turned)
            if weight is not None:
                word = words(f"evidence.{word_for(weight)}")
                made.add(words("feedback.table", word=word, why=weight.why), look="quiet")
            cards.append(made)
        return stacked([label(turned_words(asked), "quiet"), *cards])

    def _is_set(self, key: str) -> bool:
        return self._groups[key].checkedId() >= 0

    def _build_rival(self, key: str, name: str) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        group = self._groups[key] = QButtonGroup(self)
        for at, shift in enumerate(SHIFTS):
            group.addButton(self._build_weight(shift, name), at)
            row.addWidget(group.button(at))
        row.addStretch(1)
        said = self._said[key] = label("", "small")
        said.hide()
        group.idToggled.connect(lambda at, on: self._on_weighed(key, at) if on else None)
        return card(label(name, "strong"), box, said)

    def _build_weight(self, shift: int, name: str) -> QPushButton:
        made = button(f"{shift:+d}".replace("-", "−") if shift else "0", "chip", checkable=True)
        made.setToolTip(words(f"shift.{shift}"))
        made.setAccessibleName(f"{name}: {words(f'shift.{shift}')}")
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return made

    def _on_weighed(self, key: str, at: int) -> None:
        self._said[key].setText(words(f"shift.{SHIFTS[at]}"))
        self._said[key].show()
        self.changed.emit()


def turned_words(asked: Asked) -> str:
    """Return what is turned over, in words."""
    assert isinstance(asked.question, Flip)
    turned = asked.question.turned
    absent = any(tag.absent for tag in markup.tags(asked.question.stem) if tag.finding == turned)
    finding = asked.context.clinic.findings[turned].label
    return words("study.flip_present" if absent else "study.flip_absent", finding=finding)
