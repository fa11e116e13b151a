"""Every option is explained in 8 words or more; one that names a condition says which finding decides.

Passes: a distractor with a condition and ``against: [e_windlass]``, which the stem states.
Fails: a distractor whose ``against`` and ``missing`` are empty, or an explanation of "Wrong."
"""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.bank.lint.rule import Rule, option_at
from quizapp.bank.question import Option, Question
from quizapp.base.shape import Fault
from quizapp.clinic.vignette import Vignette

_LEAST = 8


# Kinds whose options say in a way of their own what a finding does.
_OTHERWISE = ("matching", "sort", "flip")


def check(question: Question) -> Iterator[Fault]:
    """Yield what the explanations of a question lack."""
    vignette = question.vignette
    for index, option in enumerate(question.options):
        if len(option.why.split()) < _LEAST:
            yield Fault(option_at(index, "why"), RULE.name, f"explain this in {_LEAST} words or more")
        if option.condition and (vignette.present or vignette.absent):
            yield from _evidence(index, option, vignette)
            if question.kind not in _OTHERWISE:
                is_key = option.correct if not question.ORDERED else index == 0
                yield from _decided(index, option, is_key)


def _evidence(index: int, option: Option, vignette: Vignette) -> Iterator[Fault]:
    told = {*vignette.present, *vignette.absent}
    for name, given in (("for", option.speaks_for), ("against", option.speaks_against)):
        for finding in given:
            if finding not in told:
                yield Fault(option_at(index, name), RULE.name, f"the stem does not state {finding}; tag its words")
    for finding in option.missing:
        if finding in vignette.present:
            text = f"the stem states {finding}, so it is not missing"
            yield Fault(option_at(index, "missing"), RULE.name, text)


def _decided(index: int, option: Option, is_key: bool) -> Iterator[Fault]:
    if is_key and not option.speaks_for:
        yield Fault(("options", index), RULE.name, "say which findings speak for the key")
    if not is_key and not (option.speaks_against or option.missing):
        yield Fault(("options", index), RULE.name, "say which finding speaks against this, or is missing")


RULE = Rule("explanations", 13, one=check)
