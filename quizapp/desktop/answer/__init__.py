"""One answer widget a kind."""

from __future__ import annotations

from quizapp.desktop.answer.base import AnswerWidget
from quizapp.desktop.answer.choice import ChoiceAnswer
from quizapp.desktop.answer.locate import LocateAnswer
from quizapp.desktop.answer.multiple import MultipleAnswer
from quizapp.desktop.answer.name import NameAnswer
from quizapp.desktop.answer.order import OrderAnswer
from quizapp.desktop.answer.paint import PaintAnswer
from quizapp.desktop.answer.trace import TraceAnswer

ANSWERS: dict[str, type[AnswerWidget]] = {
    "choice": ChoiceAnswer,
    "multiple": MultipleAnswer,
    "locate": LocateAnswer,
    "name": NameAnswer,
    "order": OrderAnswer,
    "trace": TraceAnswer,
    "paint": PaintAnswer,
}
