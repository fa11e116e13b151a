"""Every rule over every question of a bank."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from quizapp.bank.entry import Entry
from quizapp.bank.library import Library
from quizapp.bank.lint import RULES
from quizapp.bank.lint.rule import Rule
from quizapp.bank.loading import faults_located
from quizapp.bank.stock import Stock
from quizapp.base.nearest import did_you_mean
from quizapp.base.problem import Problem
from quizapp.base.shape import Fault

_LEAST_REASON = 3  # words

Found = tuple[Entry, Fault]


def lint(library: Library, stock: Stock | None = None) -> list[Problem]:
    """Return the problems of reading a bank and of every rule, in the order of files and lines.

    Without a ``stock`` the rules that hold questions against what is known are left out.
    """
    entries = list(library.entries)
    problems = list(library.problems)
    used: dict[str, set[str]] = defaultdict(set)
    for rule in RULES:
        told = []
        for entry, fault in _faults(rule, entries, stock):
            if rule.name in entry.question.mute:
                used[entry.question.id].add(rule.name)
            else:
                told.append((entry, fault))
        problems += faults_located(told, rule.severity)
    problems += faults_located(_mutes(entries, used, stock is not None), "warning")
    return sorted(problems)


def _faults(rule: Rule, entries: list[Entry], stock: Stock | None) -> Iterator[Found]:
    questions = [entry.question for entry in entries]
    if rule.one and not rule.keeps_out:  # what keeps a question out was told when it was read
        yield from ((entry, fault) for entry in entries for fault in rule.check(entry.question))
    if rule.all:
        yield from ((entries[index], fault) for index, fault in rule.all(questions))
    if stock is None:
        return
    if rule.known:
        yield from ((entry, fault) for entry in entries for fault in rule.known(entry.question, stock))
    if rule.bank:
        yield from ((entries[index], fault) for index, fault in rule.bank(questions, stock))


def _mutes(entries: list[Entry], used: dict[str, set[str]], is_complete: bool) -> Iterator[Found]:
    """Yield a fault for each mute of an unknown rule, without a reason, or without an effect."""
    names = [rule.name for rule in RULES if not rule.keeps_out]
    for entry in entries:
        for name, reason in entry.question.mute.items():
            if name not in names:
                yield entry, Fault(("mute", name), "mute", f"no rule is called {name}{did_you_mean(name, names)}")
            elif len(reason.split()) < _LEAST_REASON:
                text = f"say why {name} does not apply here, in {_LEAST_REASON} words or more"
                yield entry, Fault(("mute", name), "mute", text)
            elif is_complete and name not in used[entry.question.id]:
                yield entry, Fault(("mute", name), "mute", f"{name} finds nothing here; take this line out")
