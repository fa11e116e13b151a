"""A bank with all topics of the plan has the items of the plan, each count give or take one.

It meets every misconception that is not contested (graded L), and each condition of tier A is the key of two questions
or more, of two kinds, and a distractor of three or more.

Passes: 13 items where the plan has 14.
Fails: 11 items where the plan has 14; a misconception graded H or M that no question meets.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from quizapp.bank import blueprint
from quizapp.bank.lint.rule import Rule
from quizapp.bank.question import Question
from quizapp.bank.stock import Stock
from quizapp.base.shape import Fault

_SLACK = 1
_KEYS, _DISTRACTORS = 2, 3
_UNDECIDED = ("flip", "sort")  # ask what a finding means, not which condition it is
_OFTEN_MET = {"M01": 4}


def check_bank(questions: list[Question], stock: Stock) -> Iterator[tuple[int, Fault]]:
    """Yield what a whole bank lacks; a bank without some topic of the plan is another bank."""
    used = [one for one in questions if one.status != "retired"]
    if not stock.blueprint or not stock.blueprint.keys() <= {one.topic for one in used}:
        return
    for index, text in (*_counts(used, stock), *_misconceptions(used, stock), *_conditions(used, stock)):
        yield questions.index(used[index]), Fault(("topic",), RULE.name, text)


def _counts(questions: list[Question], stock: Stock) -> Iterator[tuple[int, str]]:
    found = blueprint.tally(questions)
    for topic, row in stock.blueprint.items():
        first = next(index for index, one in enumerate(questions) if one.topic == topic)
        for planned, counted in zip((row.levels, row.sorts), found[topic], strict=True):
            for name in sorted({*planned, *counted}):
                wanted, there = planned.get(name, 0), counted[name]
                if abs(wanted - there) > _SLACK:
                    yield first, f"{topic} has {there} {name} items; the plan has {wanted}"


def _misconceptions(questions: list[Question], stock: Stock) -> Iterator[tuple[int, str]]:
    met = Counter(one for question in questions for one in question.misconceptions)
    for one in stock.clinic.misconceptions.values():
        wanted = _OFTEN_MET.get(one.id, 1)
        if one.confidence != "L" and met[one.id] < wanted:  # what is contested is not to be tested
            yield 0, f"{one.id} (“{one.wrong}”) is met {met[one.id]} times; {wanted} or more are planned"


def _conditions(questions: list[Question], stock: Stock) -> Iterator[tuple[int, str]]:
    keys, distractors = as_keys(questions), as_distractors(questions)
    for condition in stock.clinic.conditions.values():
        if condition.tier != "A":
            continue
        if len(keys[condition.id]) < _KEYS or len(set(keys[condition.id])) < _KEYS:
            yield 0, f"{condition.name} is the key of {len(keys[condition.id])}; two of two kinds are planned"
        if distractors[condition.id] < _DISTRACTORS:
            yield 0, f"{condition.name} is a distractor of {distractors[condition.id]}; three or more are planned"


def as_keys(questions: list[Question]) -> dict[str, list[str]]:
    """Return for each condition the kinds of the questions whose first answer it is."""
    found: dict[str, list[str]] = defaultdict(list)
    for question in (one for one in questions if one.kind not in _UNDECIDED):
        right = [option.condition for option in question.options if option.correct and option.condition]
        for one in right[:1] if question.ORDERED else right:
            found[one].append(question.kind)
    return found


def as_distractors(questions: list[Question]) -> Counter[str]:
    """Return how often each condition is offered without being the answer, or not the first one."""
    found: Counter[str] = Counter()
    for question in (one for one in questions if one.kind not in _UNDECIDED):
        offered = [option for option in question.options if option.condition]
        wrong = offered[1:] if question.ORDERED else [one for one in offered if not one.correct]
        found.update(one.condition for one in wrong)
    return found


RULE = Rule("coverage", 20, bank=check_bank, severity="warning")
