"""The bank solved blind: ``python docs/bank.py sheet`` prints what a solver is given, ``make docs`` writes bank.md.

``python docs/bank.py take ANSWERS.json`` turns the letters of a sheet into keys of options, as they are kept in
docs/solvings with whether they came to the key of that day; what was mended since stands in docs/solvings/mended.json.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from quizapp.bank import loading, markup, stock
from quizapp.bank.kinds.flip import Flip
from quizapp.bank.kinds.matching import Matching
from quizapp.bank.kinds.prove import Prove
from quizapp.bank.kinds.sort import Sort
from quizapp.bank.kinds.staged import Staged
from quizapp.bank.library import Library
from quizapp.bank.question import Option, Question
from quizapp.bank.report import report
from quizapp.bank.stock import Stock
from quizapp.bank.wording import words_of
from quizapp.base import paths
from quizapp.quiz.marking import sort

LETTERS = "ABCDEFGHIJKLMNOP"
SOLVINGS = Path(__file__).with_name("solvings")


def listed(question: Question, options: Sequence[Option]) -> dict[str, Option]:
    """Return options by the letters of the sheet, in an order that says nothing."""
    some = list(options)
    random.Random(question.id).shuffle(some)
    return dict(zip(LETTERS, some, strict=False))


def sheet(bank: Library, known: Stock) -> str:
    """Return all questions as a solver is given them."""
    return "\n\n".join(_asked(question, known) for question in bank)


def _asked(question: Question, known: Stock) -> str:
    lines = [f"## {question.id}  ({question.kind})"]
    lines += [f"{number}) {markup.plain(text)}" for number, (_, text) in enumerate(question.texts) if text]
    lines += [f"ASK: {question.ask}", *_options(question, question.options, known)]
    match question:
        case Prove():
            lines += ["PLACES:", *_options(question, question.places, known), "FINDINGS:"]
            lines += [f"  {tag.finding}: {tag.words}" for tag in markup.tags(question.stem)]
        case Sort():
            lines.append("FINDINGS:")
            lines += [f"  {one}: {known.clinic.findings[one].label}" for one in sorted(question.findings)]
        case Flip():
            lines.append(f"TURNED OVER: {known.clinic.findings[question.turned].label}")
        case Staged():
            lines.append("Answer with the condition that is right at the end.")
    return "\n".join(lines)


def _options(question: Question, options: Sequence[Option], known: Stock) -> list[str]:
    return [
        f"  {letter}  {words_of(one, known.catalogue, known.clinic)}"
        for letter, one in listed(question, options).items()
    ]


def taken(question: Question, given: Sequence[str]) -> list[str]:
    """Return the letters of a solver as keys of options."""
    keys = {letter: one.key for letter, one in listed(question, question.options).items()}
    if isinstance(question, Prove):
        places = {letter: one.key for letter, one in listed(question, question.places).items()}
        return [places.get(given[0], ""), keys.get(given[1], ""), given[2]]
    return [keys.get(one[:1], "") + one[1:] for one in given]


def _row(question: Question, given: Mapping[str, Any]) -> dict[str, Any]:
    answer = taken(question, given["answer"])
    return {"answer": answer, "agreed": agrees(question, answer), "two": given["two"], "note": given["note"]}


def key(question: Question) -> list[str]:
    """Return the right answer as it is kept."""
    match question:
        case Matching():
            return [stem.key for stem in question.stems]
        case Prove():
            return ["/".join(question.targets), question.keys[0], "/".join(question.deciding)]
        case Flip():
            return [f"{one.key}{one.shift:+d}" for one in question.options]
        case Sort():
            return [f"{one.key} {place}" for one in question.options for place in sorted(sort.places(one))]
    return list(question.keys)


def agrees(question: Question, given: Sequence[str]) -> bool:
    """Tell whether a solver came to the key; of what may be clicked, any one right place will do."""
    right = key(question)
    if question.kind == "locate":
        return bool(given) and set(given) <= set(right)
    if isinstance(question, Prove):
        return all(one in some.split("/") for one, some in zip(given, right, strict=True))
    if question.ORDERED or isinstance(question, Matching):
        return list(given) == right
    return sorted(given) == sorted(right)


def page(bank: Library, known: Stock) -> str:
    """Return the page on the bank: what it covers, and how the solvings agree with it."""
    found = report(bank, known)
    taught = [found.conditions[one.id] for one in known.clinic.conditions.values() if one.tier == "A"]
    contested = [one.id for one in known.clinic.misconceptions.values() if one.confidence == "L"]
    parts = [_HEAD.format(questions=sum(found.kinds.values()), topics=len(found.topics))]
    parts.append(_table("By kind", found.kinds))
    parts.append(_table("By level", found.levels))
    parts.append(
        f"Each of the {len(taught)} conditions taught in full is the key of {min(as_key for as_key, _ in taught)}"
        f" questions or more and a distractor of {min(beside for _, beside in taught)} or more."
        f" {sum(map(bool, found.misconceptions.values()))} of {len(found.misconceptions)} misconceptions are met;"
        f" what is contested ({', '.join(contested)}) is not to be tested.\n"
    )
    return "\n".join([*parts, _solved()])


def _table(title: str, counts: Mapping[str, int]) -> str:
    rows = [f"| {name} | {count} |" for name, count in sorted(counts.items(), key=lambda row: (-row[1], row[0]))]
    return "\n".join([f"## {title}\n", "| | questions |", "| --- | ---: |", *rows, ""])


def _solved() -> str:
    rows = ["## Solved blind\n", _SOLVED, "| solving | solved | came to the key | two answers seen |"]
    rows.append("| --- | ---: | ---: | ---: |")
    disputed: dict[str, list[str]] = {}
    for file in sorted(SOLVINGS.glob("*-solver.json")):
        given: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
        agreed = sum(1 for row in given.values() if row["agreed"])
        doubted = sum(1 for row in given.values() if row["two"])
        rows.append(f"| {file.stem.replace('-', ' ')} | {len(given)} | {agreed} | {doubted} |")
        for one, row in given.items():
            said = ["left the key"] * (not row["agreed"]) + ["saw two answers"] * row["two"]
            if said:
                disputed.setdefault(one, []).append(f"{file.stem.split('-')[0]}: {' and '.join(said)}")
    mended: dict[str, str] = json.loads((SOLVINGS / "mended.json").read_text(encoding="utf-8"))
    rows += ["", _MENDED, "| question | solvers | what was done |", "| --- | --- | --- |"]
    rows += [f"| `{one}` | {'; '.join(said)} | {mended[one]} |" for one, said in disputed.items()]
    return "\n".join(rows) + "\n"


_HEAD = """\
# The bank

{questions} questions in {topics} topics, planned in `resources/clinic/blueprint.yaml` and checked by `quizapp lint
questions`; `quizapp lint --report questions` prints the coverage by structure, condition and misconception. This page
is made by `make docs`.
"""
_SOLVED = """\
Two solvers were given stems and options alone (`python docs/bank.py sheet`), without keys, explanations or each
other's answers. A matching, a ranking or a sort counts as solved only if every part of it is.
"""
_MENDED = """\
Each question in which one of them left the key or saw two answers was read again, and so were their notes on wording:
"""


def main() -> None:
    """Print the sheet, turn letters into keys, or write the page."""
    known = stock.load()
    bank = loading.load(paths.questions(), known.known)
    match sys.argv[1:]:
        case ["sheet"]:
            print(sheet(bank, known))
        case ["take", file]:
            answers = json.loads(Path(file).read_text(encoding="utf-8"))
            rows = {one: _row(bank[one], row) for one, row in answers.items()}
            print(json.dumps(rows, ensure_ascii=False, indent=1))
        case _:
            Path(__file__).with_name("bank.md").write_text(page(bank, known), encoding="utf-8")


if __name__ == "__main__":
    main()
