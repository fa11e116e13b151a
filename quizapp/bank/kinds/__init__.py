"""The kinds of question, by the word that files use for them."""

from __future__ import annotations

from quizapp.bank.kinds.choice import Choice
from quizapp.bank.kinds.flip import Flip
from quizapp.bank.kinds.key_feature import KeyFeature
from quizapp.bank.kinds.locate import Locate
from quizapp.bank.kinds.matching import Matching
from quizapp.bank.kinds.multiple import Multiple
from quizapp.bank.kinds.name import Name
from quizapp.bank.kinds.order import Order
from quizapp.bank.kinds.paint import Paint
from quizapp.bank.kinds.picture import Picture
from quizapp.bank.kinds.prove import Prove
from quizapp.bank.kinds.ranking import Ranking
from quizapp.bank.kinds.sort import Sort
from quizapp.bank.kinds.staged import Staged
from quizapp.bank.kinds.trace import Trace
from quizapp.bank.question import Question

KINDS: dict[str, type[Question]] = {
    "choice": Choice,
    "multiple": Multiple,
    "matching": Matching,
    "key-feature": KeyFeature,
    "locate": Locate,
    "name": Name,
    "picture": Picture,
    "order": Order,
    "ranking": Ranking,
    "sort": Sort,
    "flip": Flip,
    "staged": Staged,
    "prove": Prove,
    "trace": Trace,
    "paint": Paint,
}
