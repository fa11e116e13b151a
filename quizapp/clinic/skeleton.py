"""A case skeleton: slots, findings with their wordings, and rivals, from which seeded patients are made.

A variant keeps a promise: its key ranks first in the whole table by a margin, and something in the case speaks
against every rival that is offered.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar, Literal

from quizapp.base.errors import UserError
from quizapp.base.shape import CONFIG
from quizapp.clinic.differential import Differential
from quizapp.clinic.finding import Finding
from quizapp.clinic.vignette import Vignette, contradictions

MARGIN = 3
_TRIES = 60
_LEAST_RIVALS, _MOST_RIVALS = 2, 4
_ORDER = {"history": 0, "exam": 1, "investigation": 2}
_SLOT = re.compile(r"\{(\w+)\}")
_TAGGED = re.compile(r"\]\(-?([a-z][a-z0-9_]*)\)")
_BARE = re.compile(r"\[([^\]]+)\](?!\()")
_WORDS_OF = {
    "m": {"he": "he", "him": "him", "his": "his", "man": "man", "boy": "boy"},
    "f": {"he": "she", "him": "her", "his": "her", "man": "woman", "boy": "girl"},
}
Sex = Literal["m", "f"]
Wordings = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Skeleton:
    """What an author writes of a case; see docs/skeletons.md.

    ``opening`` introduces the patient, with slots in braces: ``age`` and ``who`` (by sex), any list of ``slots``,
    and ``he``, ``him``, ``his``, with a capital where a sentence begins. A wording has square brackets around the
    words that state its finding. ``required`` findings are in every variant, ``often`` and ``absent`` in some, and
    ``barred`` ones never may be implied by others.
    """

    __pydantic_config__: ClassVar[Any] = CONFIG

    id: str
    key: str
    topic: str
    objective: str
    ask: str
    why: str
    take_home: str
    structures: tuple[str, ...]
    references: tuple[str, ...]
    ages: tuple[int, int]
    who: Mapping[Sex, tuple[str, ...]]
    opening: tuple[str, ...]
    required: Wordings
    rivals: Mapping[str, str]
    slots: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    often: Wordings = field(default_factory=dict)
    absent: Wordings = field(default_factory=dict)
    barred: tuple[str, ...] = ()
    approved: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Variant:
    """One patient made from a skeleton: the case with its findings tagged, and the rivals that are offered."""

    skeleton: Skeleton
    seed: int
    stem: str
    vignette: Vignette
    rivals: tuple[str, ...]


def make(skeleton: Skeleton, seed: int, table: Differential, findings: Mapping[str, Finding]) -> Variant:
    """Return the variant of a seed, the same every time; raise UserError where the skeleton cannot be satisfied."""
    rng = random.Random(f"{skeleton.id}:{seed}")
    for _ in range(_TRIES):
        chosen = _chosen(skeleton, rng)
        vignette = Vignette.of(chosen)
        rivals = _rivals(skeleton, vignette, table, findings, rng)
        if rivals:
            return Variant(skeleton, seed, _stem(skeleton, chosen, findings, rng), vignette, rivals)
    raise UserError(
        f"{skeleton.id}: no patient can be made with {skeleton.key} first by {MARGIN} and something against"
        f" {_LEAST_RIVALS} rivals; add required or absent findings, or other rivals"
    )


def _chosen(skeleton: Skeleton, rng: random.Random) -> list[tuple[str, bool]]:
    """Return the findings of one patient, each with whether it is there."""
    often = [one for one in skeleton.often if rng.random() < 0.6]
    absent = [one for one in skeleton.absent if rng.random() < 0.7]
    return [*((one, True) for one in (*skeleton.required, *often)), *((one, False) for one in absent)]


def _rivals(
    skeleton: Skeleton, vignette: Vignette, table: Differential, findings: Mapping[str, Finding], rng: random.Random
) -> tuple[str, ...]:
    """Return the rivals that the case rules out, or none where it is no sound case."""
    if any(contradictions(vignette, findings)) or table.gone(vignette) & set(skeleton.required):
        return ()
    ranked = table.rank(vignette)
    scores = {one.condition.id: one.score for one in ranked}
    best = max((score for one, score in scores.items() if one != skeleton.key), default=0)
    if scores.get(skeleton.key, 0) < best + MARGIN or set(vignette.present) & set(skeleton.barred):
        return ()
    fit = [one for one in skeleton.rivals if _tempts(one, vignette, table)]
    rng.shuffle(fit)
    return tuple(fit[:_MOST_RIVALS]) if len(fit) >= _LEAST_RIVALS else ()


def _tempts(rival: str, vignette: Vignette, table: Differential) -> bool:
    """Tell whether something speaks for a rival, and something against it."""
    weighing = table.weigh(rival, vignette)
    return bool(weighing.speaks_for) and bool(weighing.speaks_against)


def _stem(
    skeleton: Skeleton, chosen: list[tuple[str, bool]], findings: Mapping[str, Finding], rng: random.Random
) -> str:
    sex: Sex = rng.choice(sorted(skeleton.who))
    values = dict(_WORDS_OF[sex]) | {name: rng.choice(some) for name, some in skeleton.slots.items()}
    values |= {"age": str(rng.randint(*skeleton.ages)), "who": rng.choice(skeleton.who[sex])}
    opening = rng.choice(skeleton.opening)
    said = [opening]
    # What the opening states is not said again.
    stated = {tag[1] for tag in _TAGGED.finditer(opening)}
    rest = [(one, there) for one, there in chosen if one not in stated]
    rest.sort(key=lambda row: (_ORDER[findings[row[0]].kind], not row[1]))
    for one, there in rest:
        wordings = {**skeleton.required, **skeleton.often}[one] if there else skeleton.absent[one]
        said.append(_tagged(rng.choice(wordings), one, there))
    return _filled(" ".join(said), values)


def _tagged(wording: str, finding: str, is_there: bool) -> str:
    """Return a wording with the id of its finding behind the bracketed words."""
    sign = "" if is_there else "-"
    return _BARE.sub(lambda found: f"[{found[1]}]({sign}{finding})", wording, count=1)


def _filled(text: str, values: Mapping[str, str]) -> str:
    """Return a text with its slots filled; a slot with a capital begins a sentence."""

    def value(found: re.Match[str]) -> str:
        name = found[1]
        said = values[small(name)]
        return said[0].upper() + said[1:] if name[0].isupper() else said

    return re.sub(r"\b([Aa]) (8\d?|11|18)\b", r"\1n \2", _SLOT.sub(value, text))  # an 18-year-old


def small(slot: str) -> str:
    """Return the name of a slot; with a capital it asks for a word that begins a sentence."""
    return slot[0].lower() + slot[1:]


def slots_in(skeleton: Skeleton) -> Iterator[tuple[str, str]]:
    """Yield each slot that a text of a skeleton asks for, with the text."""
    wordings = (one for some in (skeleton.required, skeleton.often, skeleton.absent) for one in some.values())
    for text in (*skeleton.opening, *(one for some in wordings for one in some)):
        yield from ((found[1], text) for found in _SLOT.finditer(text))


def known_slots(skeleton: Skeleton) -> set[str]:
    """Return the slots that a skeleton can fill."""
    return {"age", "who", *_WORDS_OF["m"], *skeleton.slots}
