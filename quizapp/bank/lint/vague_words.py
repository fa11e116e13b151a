"""No option uses a vague word for frequency (often, usually, sometimes, may, rarely, frequently).

Passes: "Numb heel".
Fails: "The heel is often numb".
"""

from __future__ import annotations

from quizapp.bank.lint.rule import Rule
from quizapp.bank.lint.words import check_words

_WORDS = ("often", "usually", "sometimes", "may", "rarely", "frequently")

RULE = Rule("vague-words", 8, one=check_words("vague-words", _WORDS), severity="warning")
