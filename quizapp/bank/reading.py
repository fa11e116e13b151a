"""A question file to its sound questions and all problems with the rest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, ClassVar

import msgspec

from quizapp.anatomy import own
from quizapp.bank.entry import Entry
from quizapp.bank.kinds import KINDS
from quizapp.bank.kinds.picture import Picture
from quizapp.bank.known import Known
from quizapp.bank.lint import keeps_out
from quizapp.bank.question import Question, slug
from quizapp.bank.references import unknown_ids
from quizapp.base import yamlfile
from quizapp.base.cache import fingerprint
from quizapp.base.errors import UserError
from quizapp.base.nearest import did_you_mean
from quizapp.base.problem import Problem, Severity
from quizapp.base.shape import CONFIG, Fault, fit


@dataclass(frozen=True, slots=True)
class Reading:
    """What one file gave: its sound questions, and every problem with the rest."""

    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FileHead:
    """What stands once at the head of a question file."""

    __pydantic_config__: ClassVar[Any] = CONFIG

    topic: str = field(metadata={"help": "the name of the topic, shown to learners"})
    questions: list[Any] = field(metadata={"help": "the questions"})
    author: str = field(default="", metadata={"help": "who wrote them, where a question does not say"})
    status: str = field(default="", metadata={"help": "their status, where a question does not say"})


def version_of(question: Question) -> str:
    """Return the fingerprint of everything a question says."""
    return fingerprint(msgspec.json.encode(question))[:12]


def read_file(path: Path, known: Known, shown_as: str = "") -> Reading:
    """Return what a file gives; nothing that stands in it can raise."""
    file = shown_as or str(path)
    try:
        text = yamlfile.read_text(path, file)
    except yamlfile.BadYamlError as fault:
        return Reading((), (fault.problem,))
    return read_text(text, known, file, path)


def read_text(text: str, known: Known, file: str, path: Path = Path()) -> Reading:
    """Return what the text of a question file gives."""
    try:
        value = yamlfile.parse(text, file)
    except yamlfile.BadYamlError as fault:
        return Reading((), (fault.problem,))
    entries: list[Entry] = []
    faults: list[Fault] = []
    for index, one in _questions(value, faults):
        question, wrong = _read_question(one, known)
        if isinstance(question, Picture) and path != Path():
            wrong += _picture_faults(question, path.parent)
        faults += [Fault(("questions", index, *fault.path), fault.rule, fault.text) for fault in wrong]
        if question is not None and not wrong:
            entries.append(Entry(question, file, str(path), index, version_of(question)))
    return Reading(tuple(entries), tuple(located(text, file, faults)))


def located(text: str, file: str, faults: list[Fault], severity: Severity = "error") -> list[Problem]:
    """Return faults as problems with their lines; the text is composed only where there is one."""
    if not faults:
        return []
    lines = yamlfile.Lines(text, file)
    return sorted(Problem(lines.place(fault.path), fault.rule, fault.text, severity) for fault in faults)


def _questions(value: Any, faults: list[Fault]) -> Iterator[tuple[int, Any]]:
    """Yield each question of a file with what its head says for all of them."""
    if value is None:
        faults.append(Fault((), "empty", "the file is empty; it needs a topic and questions"))
        return
    head, wrong = fit(FileHead, value)
    faults += wrong
    if head is None:
        return
    common: dict[str, Any] = {"topic": head.topic}
    common |= {key: text for key in ("author", "status") if (text := getattr(head, key))}
    for index, one in enumerate(head.questions):
        yield index, common | one if isinstance(one, dict) else one


def _picture_faults(question: Picture, folder: Path) -> list[Fault]:
    """Return what keeps the picture of a question from being opened."""
    if Path(question.picture).name != question.picture:
        return [Fault(("picture",), "picture", "the picture lies beside the question file; give its name alone")]
    try:
        own.check(folder / question.picture)
    except UserError as error:
        return [Fault(("picture",), "picture", str(error))]
    return []


def _read_question(value: Any, known: Known) -> tuple[Question | None, list[Fault]]:
    if not isinstance(value, dict):
        return None, [Fault((), "type", "this has to be a block of fields that begins with id")]
    kind = value.get("kind")
    if kind is None:
        return None, [Fault((), "missing-field", "kind is missing; add it")]
    shape = KINDS.get(str(kind))
    if shape is None:
        text = f"{kind} is not one of {', '.join(KINDS)}{did_you_mean(str(kind), KINDS)}"
        return None, [Fault(("kind",), "known-word", text)]
    question, faults = fit(shape, value)
    faults = [*faults, *unknown_ids(value, known)]
    if question is None:
        return None, faults
    if slug(question.id) != question.id:
        faults.append(Fault(("id",), "id", f"write this id as {slug(question.id) or 'a-few-words'}"))
    return question, [*faults, *keeps_out(question)]
