"""The kinds of question, by the word that files use for them."""

from __future__ import annotations

from quizapp.bank.kinds.choice import Choice
from quizapp.bank.kinds.locate import Locate
from quizapp.bank.kinds.multiple import Multiple
from quizapp.bank.kinds.name import Name
from quizapp.bank.kinds.order import Order
from quizapp.bank.kinds.paint import Paint
from quizapp.bank.kinds.trace import Trace
from quizapp.bank.question import Question

KINDS: dict[str, type[Question]] = {
    "choice": Choice,
    "multiple": Multiple,
    "locate": Locate,
    "name": Name,
    "order": Order,
    "trace": Trace,
    "paint": Paint,
}
