"""Every rule over every question of a bank."""

from __future__ import annotations

from quizapp.bank.entry import Entry
from quizapp.bank.library import Library
from quizapp.bank.lint import RULES
from quizapp.bank.lint.rule import Rule
from quizapp.bank.loading import faults_located
from quizapp.base.problem import Problem
from quizapp.base.shape import Fault


def lint(library: Library) -> list[Problem]:
    """Return the problems of reading a bank and of every rule, in the order of files and lines."""
    entries = list(library.entries)
    problems = list(library.problems)
    for rule in RULES:
        problems += faults_located(_faults(rule, entries), rule.severity)
    return sorted(problems)


def _faults(rule: Rule, entries: list[Entry]) -> list[tuple[Entry, Fault]]:
    found: list[tuple[Entry, Fault]] = []
    if not rule.keeps_out:  # what keeps a question out was told when it was read
        found += [(entry, fault) for entry in entries for fault in rule.check(entry.question)]
    if rule.all:
        questions = [entry.question for entry in entries]
        found += [(entries[index], fault) for index, fault in rule.all(questions)]
    return found
