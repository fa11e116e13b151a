"""One answer widget a kind."""

from __future__ import annotations

from quizapp.desktop.answer.base import AnswerWidget
from quizapp.desktop.answer.choice import ChoiceAnswer
from quizapp.desktop.answer.flip import FlipAnswer
from quizapp.desktop.answer.key_feature import KeyFeatureAnswer
from quizapp.desktop.answer.locate import LocateAnswer
from quizapp.desktop.answer.matching import MatchingAnswer
from quizapp.desktop.answer.multiple import MultipleAnswer
from quizapp.desktop.answer.name import NameAnswer
from quizapp.desktop.answer.order import OrderAnswer
from quizapp.desktop.answer.paint import PaintAnswer
from quizapp.desktop.answer.picture import PictureAnswer
from quizapp.desktop.answer.prove import ProveAnswer
from quizapp.desktop.answer.ranking import RankingAnswer
from quizapp.desktop.answer.sort import SortAnswer
from quizapp.desktop.answer.staged import StagedAnswer
from quizapp.desktop.answer.trace import TraceAnswer

ANSWERS: dict[str, type[AnswerWidget]] = {
    "choice": ChoiceAnswer,
    "multiple": MultipleAnswer,
    "matching": MatchingAnswer,
    "key-feature": KeyFeatureAnswer,
    "locate": LocateAnswer,
    "name": NameAnswer,
    "picture": PictureAnswer,
    "order": OrderAnswer,
    "ranking": RankingAnswer,
    "sort": SortAnswer,
    "flip": FlipAnswer,
    "staged": StagedAnswer,
    "prove": ProveAnswer,
    "trace": TraceAnswer,
    "paint": PaintAnswer,
}
