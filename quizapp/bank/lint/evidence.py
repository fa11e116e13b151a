"""What an option says for and against its condition is what the table of findings says.

Passes: ``for: [e_windlass]`` under plantar fasciitis.
Fails: ``against: [e_windlass]`` under plantar fasciitis; ``for`` with a finding that has no weight there.
"""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.bank.lint.rule import Rule
from quizapp.bank.question import Question
from quizapp.bank.stock import Stock
from quizapp.base.shape import Fault

_LIKELY = 3  # frequency at least, for the lack of a finding to mean something


def check(question: Question, stock: Stock) -> Iterator[Fault]:
    """Yield a fault for each finding that the table puts on another side, or on none."""
    vignette = question.vignette
    gone = stock.table.gone(vignette)
    for index, option in enumerate(question.options):
        condition = stock.clinic.conditions.get(option.condition)
        if condition is None:
            continue
        name = condition.name
        for finding in option.speaks_for:
            weight = condition.findings.get(finding)
            absent = finding in vignette.absent
            if weight is None or (not absent and not weight.evokes) or (absent and not weight.against):
                yield Fault(("options", index, "for"), RULE.name, f"the table has nothing of {finding} for {name}")
        for finding in option.speaks_against:
            weight = condition.findings.get(finding)
            # What is there and has no weight is left unexplained by this condition, which speaks against it too.
            unexplained = finding in vignette.present and (weight is None or weight.against)
            lacking = weight is not None and finding in gone and weight.frequency >= _LIKELY
            if not unexplained and not lacking:
                yield Fault(
                    ("options", index, "against"), RULE.name, f"the table has nothing of {finding} against {name}"
                )
        for finding in option.missing:
            weight = condition.findings.get(finding)
            if weight is None or weight.frequency < _LIKELY:
                yield Fault(("options", index, "missing"), RULE.name, f"the table does not expect {finding} in {name}")


RULE = Rule("evidence", 28, known=check, severity="warning")
