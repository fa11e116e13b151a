"""The command line: what is in the bank, what is wrong with question files, and a differential for some findings."""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any

from quizapp.bank import loading, markup, stock
from quizapp.bank.library import Library
from quizapp.bank.linting import lint
from quizapp.bank.report import Report, report
from quizapp.bank.stock import Stock
from quizapp.base import paths
from quizapp.base.cache import Cache
from quizapp.base.errors import UserError
from quizapp.base.problem import errors_in
from quizapp.base.words import words
from quizapp.clinic import skeleton_reading, vignette
from quizapp.clinic.differential import Differential, Evidence, Ranked, Weighing
from quizapp.clinic.skeleton import make
from quizapp.clinic.skeleton_reading import SHEET
from quizapp.clinic.vignette import Vignette

_SHOWN = 5
_FINDINGS = "--findings"


def main(given: Sequence[str]) -> int:
    """Run one command; return the exit status: 0 fine, 1 problems found, 2 could not be run."""
    arguments = _parser().parse_args(_joined(given))
    try:
        status: int = arguments.run(arguments)
    except UserError as error:
        print(error, file=sys.stderr)
        return 2
    return status


def _joined(given: Sequence[str]) -> list[str]:
    """Return words in which a line of findings may begin with a minus, which would be taken for an option."""
    words_given = list(given)
    if _FINDINGS in words_given[:-1]:
        at = words_given.index(_FINDINGS)
        words_given[at : at + 2] = [f"{_FINDINGS}={words_given[at + 1]}"]
    return words_given


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="quizapp", description="Without a command, the window opens.")
    commands = parser.add_subparsers(required=True, metavar="command")
    info = commands.add_parser("info", help="what is in the bank")
    info.add_argument("--json", action="store_true", help="print JSON")
    info.set_defaults(run=_info)
    weigh = commands.add_parser("differential", help="rank the conditions for some findings")
    weigh.add_argument(_FINDINGS, required=True, help="ids with commas between them; -id was looked for and absent")
    weigh.add_argument("--json", action="store_true", help="print a JSON list, best first")
    weigh.set_defaults(run=_differential)
    check = commands.add_parser("lint", help="check question files")
    shipped = paths.questions()
    check.add_argument("path", type=Path, nargs="?", default=shipped, help="a file or a folder; the bank where none")
    check.add_argument("--json", action="store_true", help="print JSON: the problems, or the report")
    check.add_argument("--report", action="store_true", help="print what the questions cover instead")
    check.set_defaults(run=_lint)
    sheet = commands.add_parser("patients", help="a sheet of patients made from a case skeleton")
    sheet.add_argument("skeleton", type=Path, help="the file of a skeleton")
    sheet.add_argument("--first", type=int, default=1, help="the first seed of the sheet")
    sheet.add_argument("--count", type=int, default=SHEET, help="how many patients")
    sheet.set_defaults(run=_patients)
    room = commands.add_parser("serve", help="hold a class: phones answer in their browsers")
    room.add_argument("bank", type=Path, nargs="?", default=shipped, help="a file or a folder of questions")
    room.add_argument("--port", type=int, default=None, help="the port to listen on; 0 for any that is free")
    room.add_argument("--database", default="", help="where answers are kept: a file, or postgresql://...")
    room.add_argument("--keys", type=Path, default=None, help="a file of keys: who has one opens classes here")
    room.add_argument("--json", action="store_true", help="say address, room code and host secret as one line of JSON")
    room.set_defaults(run=_serve)
    return parser


def _serve(arguments: argparse.Namespace) -> int:
    from quizapp.classroom import server  # a web server is imported where one is wanted

    port = server.PORT if arguments.port is None else arguments.port
    return server.serve(server.Wish(arguments.bank, port, arguments.database, arguments.json, arguments.keys))


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


def _differential(arguments: argparse.Namespace) -> int:
    known = stock.load()
    table = known.table
    patient = vignette.parse(arguments.findings, known.clinic.findings)
    ranked = table.rank(patient)
    if arguments.json:
        rows = [_weighed(one, table.weigh(one.condition.id, patient)) for one in ranked]
        print(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        _print_differential(table, patient, ranked)
    return 0


def _weighed(one: Ranked, weighing: Weighing) -> dict[str, Any]:
    return {
        "condition": one.condition.id,
        "rank": one.rank,
        "for": _evidence(weighing.speaks_for),
        "against": _evidence(weighing.speaks_against),
        "missing": _evidence(weighing.missing),
        "red_flag": one.red_flag,
    }


def _evidence(some: Sequence[Evidence]) -> list[dict[str, str]]:
    return [{"finding": one.finding.id, "word": words(f"evidence.{one.word}"), "why": one.why} for one in some]


def _print_differential(table: Differential, patient: Vignette, ranked: Sequence[Ranked]) -> None:
    for one in ranked:
        if one.red_flag:
            print(words("differential.red_flag", name=one.condition.name))
    for one in ranked[:_SHOWN]:
        print(f"\n{one.rank}. {one.condition.name}")
        weighing = table.weigh(one.condition.id, patient)
        for sign, some in (("+", weighing.speaks_for), ("-", weighing.speaks_against), ("?", weighing.missing)):
            for evidence in some:
                print(f"   {sign} {words(f'evidence.{evidence.word}'):15} {evidence.finding.label}")
    print("\n" + words("differential.next"))
    for row in table.next_findings(patient):
        names = ", ".join(table.name(one) for one in row.favours)
        print("  " + words("differential.favours", finding=row.finding.label, names=names))
    print("\n" + words("differential.disclaimer"))


def _lint(arguments: argparse.Namespace) -> int:
    if not arguments.path.exists():
        raise UserError(f"{arguments.path}: there is no such file or folder")
    known = stock.load()
    bank = loading.load(arguments.path, known.known)
    if arguments.report:
        return _report(report(bank, known), arguments.json)
    problems = lint(bank, known)
    if arguments.json:
        print(json.dumps([problem.as_row() for problem in problems], ensure_ascii=False, indent=2))
    else:
        for problem in problems:
            print(problem)
        print(f"{len(errors_in(problems))} errors, {len(problems) - len(errors_in(problems))} warnings")
    return 1 if errors_in(problems) else 0


def _report(found: Report, as_json: bool) -> int:
    rows = {one.name: dict(getattr(found, one.name)) for one in fields(found)}
    if as_json:
        print(json.dumps(rows, ensure_ascii=False, indent=2))
        return 0
    for title, counts in rows.items():
        print(f"\n{title.replace('_', ' ')}")
        for name, count in counts.items():
            shown = "{:4d} as key {:4d} as distractor".format(*count) if isinstance(count, tuple) else f"{count:4d}"
            print(f"  {shown}  {name}")
    return 0


def _patients(arguments: argparse.Namespace) -> int:
    known = stock.load()
    skeleton, problems = skeleton_reading.read_file(arguments.skeleton, known.clinic, known.table)
    for problem in problems:
        print(problem)
    if skeleton is None:
        return 1
    for seed in range(arguments.first, arguments.first + arguments.count):
        one = make(skeleton, seed, known.table, known.clinic.findings)
        rivals = ", ".join(known.clinic.conditions[rival].name for rival in one.rivals)
        sign = "*" if seed in skeleton.approved else " "
        print(f"{sign} {seed}. {markup.plain(one.stem)}\n     [{rivals}]\n")
    print("* approved; add a number to `approved:` of the file once its patient reads well")
    return 0
