"""The rules of the item-writing guide that a machine can check, one a file."""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.bank.lint import (
    absolute_words,
    alike_options,
    all_of_the_above,
    clue_word,
    contradiction,
    convergence,
    coverage,
    diversity,
    duplicate_options,
    evidence,
    explanations,
    firm_ground,
    grammar,
    key_first,
    key_position,
    lead_in,
    length_cue,
    names,
    negative_lead_in,
    one_key,
    option_count,
    reading_level,
    red_flag,
    repeated_wording,
    ruled_out,
    stem_length,
    tagged,
    turned_finding,
    vague_words,
    vignette_parts,
    zones_apart,
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
    vignette_parts.RULE,
    stem_length.RULE,
    repeated_wording.RULE,
    alike_options.RULE,
    grammar.RULE,
    convergence.RULE,
    coverage.RULE,
    key_first.RULE,
    red_flag.RULE,
    names.RULE,
    reading_level.RULE,
    zones_apart.RULE,
    firm_ground.RULE,
    diversity.RULE,
    evidence.RULE,
    ruled_out.RULE,
    contradiction.RULE,
    turned_finding.RULE,
)


def keeps_out(question: Question) -> Iterator[Fault]:
    """Yield what makes a question impossible to mark or to explain."""
    for rule in RULES:
        if rule.keeps_out:
            yield from rule.check(question)
