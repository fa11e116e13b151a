"""What every question has, whatever its kind."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, ClassVar, Literal

from quizapp.base.shape import CONFIG, PathInFile

if TYPE_CHECKING:
    from quizapp.clinic.vignette import Vignette

Level = Literal["recall", "interpretation", "reasoning"]
Status = Literal["draft", "reviewed", "retired"]
Misfit = tuple[PathInFile, str]
Text = tuple[PathInFile, str]


def _help(text: str) -> dict[str, str]:
    return {"help": text}


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One thing that may be answered, right or wrong, and why."""

    __pydantic_config__: ClassVar[Any] = CONFIG

    why: str = field(metadata=_help("why it is right, or why it tempts and what rules it out"))
    text: str = field(default="", metadata=_help("what is shown; not needed with structure or condition"))
    correct: bool = field(default=False, metadata=_help("true for a key"))
    structure: str = field(default="", metadata=_help("the structure it names, by id"))
    condition: str = field(default="", metadata=_help("the condition it names, by id"))
    speaks_for: tuple[str, ...] = field(
        default=(), metadata=_help("findings of the stem that speak for this condition")
    )
    speaks_against: tuple[str, ...] = field(
        default=(), metadata=_help("findings of the stem, present or absent, that speak against it")
    )
    missing: tuple[str, ...] = field(
        default=(), metadata=_help("findings one would expect with it, which the stem does not have")
    )

    @property
    def key(self) -> str:
        """Return what stands for this option in the answer log: its structure, condition or worded slug."""
        return self.structure or self.condition or slug(self.text)

    @property
    def words(self) -> str:
        """Return the words of this option as far as the file has them."""
        return self.text or self.key.replace("_", " ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """The fields of every question; each kind adds its own and fixes the name of its kind."""

    __pydantic_config__: ClassVar[Any] = CONFIG
    NESTED: ClassVar[dict[str, type[Any]]] = {"options": Option}
    OPTION_COUNT: ClassVar[tuple[int, int]] = (1, 99)
    ORDERED: ClassVar[bool] = False  # its options stand in their right order, and are never shown in it

    id: str = field(metadata=_help("a short name that never changes: small letters, digits and hyphens"))
    kind: str = field(metadata=_help("what is asked for"))
    topic: str = field(metadata=_help("the topic; stands once at the head of the file"))
    level: Level = field(metadata=_help("recall, interpretation or reasoning"))
    objective: str = field(metadata=_help("what the learner can do afterwards, in one line"))
    stem: str = field(
        default="",
        metadata=_help(
            "the case, in light Markdown; a finding is tagged as [its words](finding_id),"
            " one looked for and absent as [its words](-finding_id)"
        ),
    )
    ask: str = field(metadata=_help("the lead-in: one question that can be answered with the options covered"))
    options: tuple[Option, ...] = field(metadata=_help("the options, each with its explanation"))
    take_home: str = field(metadata=_help("one line to remember"))
    structures: tuple[str, ...] = field(
        default=(), metadata=_help("structures lit on the diagram with the explanation")
    )
    references: tuple[str, ...] = field(default=(), metadata=_help("keys of the list of references"))
    misconceptions: tuple[str, ...] = field(
        default=(), metadata=_help("the wrong forms it meets, by their ids in misconceptions.yaml")
    )
    mute: Mapping[str, str] = field(
        default_factory=dict, metadata=_help("rules that do not apply here, each with the reason: `rule: reason`")
    )
    author: str = field(default="", metadata=_help("who wrote it; may stand once at the head of the file"))
    status: Status = field(default="draft", metadata=_help("draft, reviewed or retired"))

    @property
    def keys(self) -> tuple[str, ...]:
        """Return the keys of the right options."""
        return tuple(option.key for option in self.options if option.correct)

    @property
    def texts(self) -> tuple[Text, ...]:
        """Return the texts that tell of the patient, each with its path inside the question."""
        return ((("stem",), self.stem),)

    @property
    def vignette(self) -> Vignette:
        """Return the findings that its texts tell of the patient."""
        from quizapp.bank import markup  # a start reads no case yet
        from quizapp.clinic.vignette import Vignette

        tags = (tag for _, text in self.texts for tag in markup.tags(text))
        return Vignette.of((tag.finding, not tag.absent) for tag in tags)

    def misfits(self) -> Iterator[Misfit]:
        """Yield the path of each thing that keeps the question from being marked, and what to do about it."""
        yield from ()

    @property
    def targets(self) -> tuple[str, ...]:
        """Return the structures that are right on the diagram."""
        return self.keys

    def option(self, key: str) -> Option | None:
        """Return the option that a key of the answer log stands for."""
        return next((option for option in self.options if option.key == key), None)


def slug(text: str) -> str:
    """Return words as an id: small letters and digits joined by hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def one_key(question: Question) -> Iterator[Misfit]:
    """Yield a misfit where not exactly one option is right."""
    if len(question.keys) != 1:
        yield ("options",), f"exactly one option has to be correct, not {len(question.keys)}"


def some_key(question: Question) -> Iterator[Misfit]:
    """Yield a misfit where no option is right."""
    if not question.keys:
        yield ("options",), "at least one option has to be correct"


def need(field: str, options: Iterable[Option], at: str = "options") -> Iterator[Misfit]:
    """Yield a misfit for each option that names none of what the kind asks for."""
    for index, option in enumerate(options):
        if not getattr(option, field):
            yield (at, index), f"this option needs a {field}"
