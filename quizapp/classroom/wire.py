"""What phones and lecturers send: small, typed, and nothing else."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

from quizapp.classroom.room import Pace, Verb
from quizapp.quiz.attempt import Certainty, Response

_PRINTED = r"^[^\x00-\x1f\x7f]*$"  # a database takes no NUL
Word = Annotated[str, Meta(max_length=80, pattern=_PRINTED)]
Text = Annotated[str, Meta(max_length=400, pattern=_PRINTED)]
Token = Annotated[str, Meta(min_length=16, max_length=64, pattern="^[A-Za-z0-9_-]+$")]
Count = Annotated[int, Meta(ge=0, le=100_000)]
Few = Annotated[list[Word], Meta(max_length=16)]

MOST_BYTES = 16_384


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


class Order(Struct, forbid_unknown_fields=True):
    """A running order by the ids of questions, before a class begins."""

    questions: Annotated[list[Word], Meta(min_length=1, max_length=500)]
    pace: Pace = "led"
    nicknames: bool = False


class Anew(Order, forbid_unknown_fields=True):
    """A new class with a running order, after one that is over."""

    title: Word = ""


class Improvised(Struct, forbid_unknown_fields=True):
    """A question made on the spot: typed, with two options or more, or a click on a view."""

    ask: Annotated[str, Meta(min_length=1, max_length=400)]
    options: Annotated[list[Text], Meta(max_length=8)] = []
    view: Text = ""


class Do(Struct, forbid_unknown_fields=True):
    """One command of a lecturer."""

    do: Verb
    item: int = -1
    seconds: float | None = None
    on: bool = True
