"""What phones and lecturers send: small, typed, and nothing else."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct

from quizapp.classroom.room import Pace, Verb
from quizapp.quiz.attempt import Certainty, Response

_PRINTED = r"^[^\x00-\x1f\x7f]*$"  # a database takes no NUL
Word = Annotated[str, Meta(max_length=80, pattern=_PRINTED)]
Text = Annotated[str, Meta(max_length=400, pattern=_PRINTED)]
Token = Annotated[str, Meta(min_length=16, max_length=64, pattern="^[A-Za-z0-9_-]+$")]
Count = Annotated[int, Meta(ge=0, le=100_000)]
Few = Annotated[list[Word], Meta(max_length=16)]

MOST_BYTES = 16_384  # of what a phone sends
MOST_OF_A_LECTURER = 262_144  # bytes; a roster may be long
MOST_TEAMS = 6


class Join(Struct, forbid_unknown_fields=True):
    """A phone comes in, or back in, with the token that it made; ``name`` is one of a roster."""

    token: Token
    name: Word = ""


class Given(Struct, forbid_unknown_fields=True, omit_defaults=True):
    """An answer: keys of options, a point on the diagram (mm), a typed name, or the answers to parts."""

    chosen: Few = []
    point: tuple[float, float] | None = None
    typed: Word = ""
    steps: Annotated[list[Few], Meta(max_length=16)] = []
    unknown: bool = False

    def response(self, certainty: Certainty | None) -> Response:
        """Return it as what is marked."""
        return Response(
            chosen=tuple(self.chosen),
            point=self.point,
            typed=self.typed,
            steps=tuple(tuple(step) for step in self.steps),
            certainty=certainty,
            unknown=self.unknown,
        )


class Answer(Struct, forbid_unknown_fields=True):
    """An answer to an item in a vote; of several from one phone the one with the highest number counts."""

    item: Annotated[int, Meta(ge=0, le=999)]
    round: Annotated[int, Meta(ge=1, le=2)]
    number: Count
    given: Given
    certainty: Certainty | None = None


def kept_answer(text: str) -> Answer:
    """Return an answer from what is kept of it; its keys may be longer than anything that a phone may send."""
    raw = msgspec.json.decode(text)
    given = raw.pop("given")
    if given.get("point") is not None:
        given["point"] = tuple(given["point"])
    return Answer(**raw, given=Given(**given))


class Reached(Struct, forbid_unknown_fields=True):
    """What a phone has done of a case in stages, before it is shown the next one."""

    item: Annotated[int, Meta(ge=0, le=999)]
    steps: Annotated[list[Few], Meta(max_length=16)]


class Rules(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What phones go by, whether they play in teams, and whether points are ranked; by default none of it.

    ``roster`` has the names to choose from where phones go by it, ``teams`` how many there are.
    """

    names: Literal["none", "nicknames", "roster"] = "none"
    roster: Annotated[tuple[Word, ...], Meta(max_length=1000)] = ()
    teams: Annotated[int, Meta(ge=0, le=MOST_TEAMS)] = 0
    leaderboard: bool = False


NO_RULES = Rules()


class Order(Struct, forbid_unknown_fields=True):
    """A running order by the ids of questions, before a class begins, and how it is held."""

    questions: Annotated[list[Word], Meta(min_length=1, max_length=500)]
    pace: Pace = "led"
    rules: Rules = NO_RULES


class Opening(Order, forbid_unknown_fields=True):
    """A new class with a running order."""

    title: Word = ""


class Improvised(Struct, forbid_unknown_fields=True):
    """A question made on the spot: typed, with two options or more, or a click on a view."""

    ask: Annotated[str, Meta(min_length=1, max_length=400)]
    options: Annotated[list[Text], Meta(max_length=8)] = []
    view: Text = ""


class Do(Struct, forbid_unknown_fields=True):
    """One command of a lecturer; ``seen`` is the version of the room it is meant for, where that matters."""

    do: Verb
    seen: int | None = None
    item: int = -1
    seconds: float | None = None
    on: bool = True
