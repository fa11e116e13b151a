"""The command line: what is in the bank, and what is wrong with question files."""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from quizapp.bank import loading, stock
from quizapp.bank.library import Library
from quizapp.bank.linting import lint
from quizapp.bank.stock import Stock
from quizapp.base import paths
from quizapp.base.cache import Cache
from quizapp.base.errors import UserError
from quizapp.base.problem import errors_in


def main(words: Sequence[str]) -> int:
    """Run one command; return the exit status: 0 fine, 1 problems found, 2 could not be run."""
    arguments = _parser().parse_args(words)
    try:
        status: int = arguments.run(arguments)
    except UserError as error:
        print(error, file=sys.stderr)
        return 2
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="quizapp", description="Without a command, the window opens.")
    commands = parser.add_subparsers(required=True, metavar="command")
    info = commands.add_parser("info", help="what is in the bank")
    info.add_argument("--json", action="store_true", help="print JSON")
    info.set_defaults(run=_info)
    check = commands.add_parser("lint", help="check question files")
    check.add_argument("path", type=Path, help="a question file or a folder of them")
    check.add_argument("--json", action="store_true", help="print a JSON list of problems")
    check.set_defaults(run=_lint)
    return parser


def _info(arguments: argparse.Namespace) -> int:
    known = stock.load()
    cache = Cache(paths.cache() / "readings.sqlite")
    bank = loading.load(paths.questions(), known.known, cache)
    cache.close()
    facts = _facts(bank, known)
    if arguments.json:
        print(json.dumps(facts, ensure_ascii=False, indent=2))
    else:
        _print_facts(facts)
    return 0


def _facts(bank: Library, known: Stock) -> dict[str, Any]:
    structures = {one for question in bank for one in question.structures}
    structures |= {option.structure for question in bank for option in question.options if option.structure}
    conditions = {option.condition for question in bank for option in question.options if option.condition}
    return {
        "questions": len(bank),
        "problems": len(bank.problems),
        "kinds": dict(Counter(question.kind for question in bank)),
        "topics": bank.topics(),
        "levels": dict(Counter(question.level for question in bank)),
        "structures": {"covered": sorted(structures), "of": len(known.catalogue)},
        "conditions": {"covered": sorted(conditions), "of": len(known.clinic.conditions)},
    }


def _print_facts(facts: dict[str, Any]) -> None:
    print(f"{facts['questions']} questions, {facts['problems']} problems")
    for group in ("kinds", "levels", "topics"):
        print(f"\n{group}")
        for name, count in facts[group].items():
            print(f"  {count:4d}  {name}")
    print()
    for group in ("structures", "conditions"):
        print(f"{len(facts[group]['covered'])} of {facts[group]['of']} {group} covered")


def _lint(arguments: argparse.Namespace) -> int:
    if not arguments.path.exists():
        raise UserError(f"{arguments.path}: there is no such file or folder")
    problems = lint(loading.load(arguments.path, stock.load().known))
    if arguments.json:
        print(json.dumps([problem.as_row() for problem in problems], ensure_ascii=False, indent=2))
    else:
        for problem in problems:
            print(problem)
        print(f"{len(errors_in(problems))} errors, {len(problems) - len(errors_in(problems))} warnings")
    return 1 if errors_in(problems) else 0
