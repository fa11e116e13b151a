"""The bank solved blind: ``python docs/bank.py sheet`` prints what a solver is given, ``make docs`` writes docs/bank.md.

A solving is a file in docs/solvings: for each question the letters that were given, and a note where the solver found
two answers. What a letter stands for follows from the id of the question alone.
"""

from __future__ import annotations

import json
import random
import sys
from collections import Counter
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
from quizapp.bank.lint import coverage
from quizapp.bank.question import Option, Question
from quizapp.bank.stock import Stock
from quizapp.base import paths
from quizapp.quiz.marking import sort

LETTERS = "ABCDEFGHIJKLMNOP"
SOLVINGS = Path(__file__).with_name("solvings")
# Kinds whose picture a solver of the sheet does not see are solved by the names of their options.
_ANY = ("locate",)


def shuffled(question: Question, options: Sequence[Option]) -> list[Option]:
    """Return options in the order of the sheet."""
    some = list(options)
    random.Random(question.id).shuffle(some)
    return some


def key(question: Question) -> list[str]:
    """Return the right answer in the letters of the sheet."""
    letters = _letters(question)
    match question:
        case Matching():
            return [letters[stem.key] for stem in question.stems]
        case Prove():
            places = dict(zip((one.key for one in shuffled(question, question.places)), LETTERS, strict=False))
            right = "".join(sorted(places[one.key] for one in question.places if one.correct))
            return [right, letters[question.keys[0]], "/".join(question.deciding)]
        case Flip():
            return [f"{letters[one.key]}{one.shift:+d}" for one in question.options]
        case Sort():
            return [f"{letters[one.key]} {place}" for one in question.options for place in sorted(sort.places(one))]
    if question.ORDERED:
        return [letters[one.key] for one in question.options]
    return sorted(letters[one] for one in question.keys)


def agrees(question: Question, given: Sequence[str]) -> bool:
    """Tell whether a solver came to the key; of what may be clicked, any one right place will do."""
    right = key(question)
    if question.kind in _ANY:
        return bool(given) and set(given) <= set(right)
    if isinstance(question, Prove):
        return len(given) == 3 and given[0] in right[0] and given[1] == right[1] and given[2] in right[2].split("/")
    if question.ORDERED or isinstance(question, Matching):
        return list(given) == right
    return sorted(given) == sorted(right)


def sheet(bank: Library, known: Stock) -> str:
    """Return all questions as a solver is given them."""
    return "\n\n".join(_asked(question, known) for question in bank)


def _letters(question: Question) -> dict[str, str]:
    return dict(zip((one.key for one in shuffled(question, question.options)), LETTERS, strict=False))


def _name(option: Option, known: Stock) -> str:
    if option.text or not option.condition:
        return option.text or known.catalogue.name(option.structure)
    return known.clinic.conditions[option.condition].name


def _asked(question: Question, known: Stock) -> str:
    lines = [f"## {question.id}  ({question.kind})"]
    lines += [f"{number}) {markup.plain(text)}" for number, (_, text) in enumerate(question.texts) if text]
    lines.append(f"ASK: {question.ask}")
    lines += [f"  {letter}  {_name(one, known)}" for letter, one in _listed(question, question.options)]
    if isinstance(question, Prove):
        lines += [
            "PLACES:",
            *(f"  {letter}  {_name(one, known)}" for letter, one in _listed(question, question.places)),
        ]
        lines += ["FINDINGS:", *(f"  {tag.finding}: {tag.words}" for tag in markup.tags(question.stem))]
    if isinstance(question, Sort):
        findings = sorted(question.findings)
        lines += ["FINDINGS:", *(f"  {one}: {known.clinic.findings[one].label}" for one in findings)]
    if isinstance(question, Flip):
        lines.append(f"TURNED OVER: {known.clinic.findings[question.turned].label}")
    if isinstance(question, Staged):
        lines.append("Answer with the condition that is right at the end.")
    return "\n".join(lines)


def _listed(question: Question, options: Sequence[Option]) -> list[tuple[str, Option]]:
    return list(zip(LETTERS, shuffled(question, options), strict=False))


def page(bank: Library, known: Stock) -> str:
    """Return the page on the bank: what it covers, and how the solvings agree with it."""
    questions = list(bank)
    keys, distractors = coverage.as_keys(questions), coverage.as_distractors(questions)
    taught = [one for one in known.clinic.conditions.values() if one.tier == "A"]
    met = Counter(one for question in questions for one in question.misconceptions)
    parts = [_HEAD.format(questions=len(questions), topics=len(bank.topics()))]
    for title, counts in (
        ("By kind", Counter(one.kind for one in questions)),
        ("By level", Counter(one.level for one in questions)),
    ):
        parts.append(_table(title, counts))
    parts.append(
        f"Each of the {len(taught)} conditions taught in full is the key of {min(len(keys[one.id]) for one in taught)}"
        f" questions or more and a distractor of {min(distractors[one.id] for one in taught)} or more."
        f" {len(met)} of {len(known.clinic.misconceptions)} misconceptions are met.\n"
    )
    parts.append(_solved(bank))
    return "\n".join(parts)


def _table(title: str, counts: Mapping[str, int]) -> str:
    rows = [f"| {name} | {count} |" for name, count in sorted(counts.items(), key=lambda row: -row[1])]
    return "\n".join([f"## {title}\n", "| | questions |", "| --- | ---: |", *rows, ""])


def _solved(bank: Library) -> str:
    rows = ["## Solved blind\n", _SOLVED, "| solving | solved | came to the key | two answers seen |"]
    rows.append("| --- | ---: | ---: | ---: |")
    disputed: dict[str, list[str]] = {}
    for file in sorted(SOLVINGS.glob("*.json")):
        given: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
        known = {one: answer for one, answer in given.items() if one in bank}
        right = [one for one, answer in known.items() if agrees(bank[one], answer["answer"])]
        doubted = [one for one, answer in known.items() if answer.get("two")]
        rows.append(f"| {file.stem} | {len(known)} | {len(right)} | {len(doubted)} |")
        for one in sorted({*known, *doubted} - set(right)):
            disputed.setdefault(one, []).append(file.stem)
    both = [one for one, some in disputed.items() if len(some) > 1]
    rows.append(f"\nBoth solvers left the key in {len(both)} questions{': ' + ', '.join(both) if both else ''}.")
    return "\n".join(rows) + "\n"


_HEAD = """\
# The bank

{questions} questions in {topics} topics, planned in `resources/clinic/blueprint.yaml` and checked by `quizapp lint
questions`; `quizapp lint --report questions` prints the coverage by structure, condition and misconception. This page is
made by `make docs`.
"""
_SOLVED = """\
Two solvers were given stems and options alone (`python docs/bank.py sheet`), without keys, explanations or each other's
answers. Each question in which one of them left the key or saw two answers was read again and mended where the solver was
right; the answers below are held against the questions as they are now, so that an old dispute about what has been
mended stays visible.
"""


def main() -> None:
    """Print the sheet, or write the page."""
    known = stock.load()
    bank = loading.load(paths.questions(), known.known)
    if sys.argv[1:] == ["sheet"]:
        print(sheet(bank, known))
    else:
        Path(__file__).with_name("bank.md").write_text(page(bank, known), encoding="utf-8")


if __name__ == "__main__":
    main()
