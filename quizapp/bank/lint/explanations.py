"""Every option is explained in 8 words or more; one that names a condition says which finding decides.

Passes: a distractor with a condition and ``against: [e_windlass]``, which the stem states.
Fails: a distractor whose ``against`` and ``missing`` are empty, or an explanation of "Wrong."
"""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.bank import markup
from quizapp.bank.lint.rule import Rule, option_at
from quizapp.bank.question import Option, Question
from quizapp.base.shape import Fault

_LEAST = 8


def check(question: Question) -> Iterator[Fault]:
    """Yield what the explanations of a question lack."""
    found = markup.tags(question.stem)
    present = {tag.finding for tag in found if not tag.absent}
    absent = {tag.finding for tag in found if tag.absent}
    for index, option in enumerate(question.options):
        if len(option.why.split()) < _LEAST:
            yield Fault(option_at(index, "why"), RULE.name, f"explain this in {_LEAST} words or more")
        if option.condition and found:
            yield from _evidence(index, option, present, absent)


def _evidence(index: int, option: Option, present: set[str], absent: set[str]) -> Iterator[Fault]:
    for name, given, allowed, which in (
        ("for", option.speaks_for, present | absent, "does not state"),
        ("against", option.speaks_against, present | absent, "does not state"),
    ):
        for finding in given:
            if finding not in allowed:
                yield Fault(option_at(index, name), RULE.name, f"the stem {which} {finding}; tag its words")
    for finding in option.missing:
        if finding in present:
            text = f"the stem states {finding}, so it is not missing"
            yield Fault(option_at(index, "missing"), RULE.name, text)
    if option.correct and not option.speaks_for:
        yield Fault(("options", index), RULE.name, "say which findings speak for the key")
    if not option.correct and not (option.speaks_against or option.missing):
        yield Fault(("options", index), RULE.name, "say which finding speaks against this, or is missing")


RULE = Rule("explanations", 13, one=check)
