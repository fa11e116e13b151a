"""No option uses an absolute word (always, never, only, all, none, must, impossible).

Passes: "Weak fifth-toe abduction".
Fails: "It is always bilateral".
"""

from __future__ import annotations

from quizapp.bank.lint.rule import Rule
from quizapp.bank.lint.words import check_words

_WORDS = ("always", "never", "only", "all", "none", "must", "impossible")

RULE = Rule("absolute-words", 7, one=check_words("absolute-words", _WORDS), severity="warning")
