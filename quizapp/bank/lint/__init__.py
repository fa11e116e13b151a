"""The rules of the item-writing guide that a machine can check, one a file."""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.bank.lint import (
    absolute_words,
    all_of_the_above,
    clue_word,
    duplicate_options,
    explanations,
    key_position,
    lead_in,
    length_cue,
    negative_lead_in,
    one_key,
    option_count,
    tagged,
    vague_words,
)
from quizapp.bank.lint.rule import Rule
from quizapp.bank.question import Question
from quizapp.base.shape import Fault

RULES: tuple[Rule, ...] = (
    one_key.RULE,
    option_count.RULE,
    duplicate_options.RULE,
    all_of_the_above.RULE,
    length_cue.RULE,
    key_position.RULE,
    absolute_words.RULE,
    vague_words.RULE,
    negative_lead_in.RULE,
    lead_in.RULE,
    explanations.RULE,
    tagged.RULE,
    clue_word.RULE,
)


def keeps_out(question: Question) -> Iterator[Fault]:
    """Yield what makes a question impossible to mark or to explain."""
    for rule in RULES:
        if rule.keeps_out:
            yield from rule.check(question)
