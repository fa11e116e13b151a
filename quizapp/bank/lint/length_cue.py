"""The key does not give itself away by its length, in a question or across the bank.

Passes: a key of 30 characters among distractors of 24 to 34.
Fails: a key of 60 characters, the longest, among distractors of 20 to 30.
"""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.bank.lint.rule import Rule, option_at, shown
from quizapp.bank.question import Question
from quizapp.base.shape import Fault

_SLACK = 0.25
_MOST_LONGEST = 0.35
_FEWEST = 12


def check(question: Question) -> Iterator[Fault]:
    """Yield a fault where the key is the longest by more than a quarter of the mean of the others."""
    lengths = {index: len(text) for index, text in shown(question)}
    keys = [index for index, option in enumerate(question.options) if option.correct and index in lengths]
    others = [length for index, length in lengths.items() if index not in keys]
    if len(keys) != 1 or not others:
        return
    mean = sum(others) / len(others)
    if lengths[keys[0]] > max(others) and lengths[keys[0]] > mean * (1 + _SLACK):
        text = f"the key is the longest option ({lengths[keys[0]]} characters; the others have about {mean:.0f})"
        yield Fault(option_at(keys[0]), RULE.name, text)


def check_all(questions: list[Question]) -> Iterator[tuple[int, Fault]]:
    """Yield one fault where the key is the longest option in too large a share of the bank."""
    worded = [(index, one) for index, one in enumerate(questions) if _is_worded(one)]
    longest = [index for index, one in worded if _key_is_longest(one)]
    if len(worded) >= _FEWEST and len(longest) > _MOST_LONGEST * len(worded):
        share = f"{len(longest)} of {len(worded)}"
        text = f"the key is the longest option in {share} worded questions; keep it below {_MOST_LONGEST:.0%}"
        yield longest[0], Fault(("options",), RULE.name, text)


def _is_worded(question: Question) -> bool:
    return len(question.keys) == 1 and all(option.text for option in question.options)


def _key_is_longest(question: Question) -> bool:
    key = next(option for option in question.options if option.correct)
    return all(len(key.text) > len(option.text) for option in question.options if option is not key)


RULE = Rule("length-cue", 5, one=check, all=check_all, severity="warning")
