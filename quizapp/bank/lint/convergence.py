"""The key is not the one option that shares most words with the others.

Passes: "Rest and ice", "Rest and load", "Heat and load".
Fails: "Brace and early walking" as the key among "Brace and rest", "Plaster and early walking", "Rest alone".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.bank.lint.rule import Rule, option_at, shown
from quizapp.bank.question import Question
from quizapp.base.shape import Fault

_FEWEST = 3
_WORD = re.compile(r"[a-z]{4,}")


def check(question: Question) -> Iterator[Fault]:
    """Yield a fault where the words of the key occur in other options more than those of any distractor do."""
    words = {index: set(_WORD.findall(text.lower())) for index, text in shown(question)}
    keys = [index for index in words if question.options[index].correct]
    if len(keys) != 1 or len(words) < _FEWEST:
        return
    shared = {
        index: sum(len(mine & words[other]) for other in words if other != index) for index, mine in words.items()
    }
    (key,) = keys
    if shared[key] > max(count for index, count in shared.items() if index != key):
        text = "this key shares more words with the other options than any of them; spread the words"
        yield Fault(option_at(key), RULE.name, text)


RULE = Rule("convergence", 19, one=check, severity="warning")
