"""How structures relate: a small typed table, from which nerves are traced and questions are asked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar, Literal

from quizapp.anatomy.catalogue import Catalogue
from quizapp.base.cache import Cache
from quizapp.base.errors import UserError
from quizapp.base.listfile import read_list
from quizapp.base.nearest import did_you_mean
from quizapp.base.shape import CONFIG

Kind = Literal[
    "branch_of",
    "fibres_from",
    "supplies",
    "behind",
    "deep_to",
    "passes_under",
    "crosses_over",
    "attaches_to",
    "part_of",
]


@dataclass(frozen=True, slots=True)
class Relation:
    """``one`` is related to ``other`` as the kind says: the tibial nerve is a branch of the sciatic."""

    __pydantic_config__: ClassVar[Any] = CONFIG

    kind: Kind
    one: str
    other: str


class Relations:
    """All relations, to be asked from either end."""

    def __init__(self, rows: Iterable[Relation]) -> None:
        self._rows = tuple(rows)

    def __iter__(self) -> Iterator[Relation]:
        return iter(self._rows)

    def others(self, kind: Kind, one: str) -> tuple[str, ...]:
        """Return what a structure is related to: ``branch_of`` gives the parents of a nerve."""
        return tuple(row.other for row in self._rows if row.kind == kind and row.one == one)

    def ones(self, kind: Kind, other: str) -> tuple[str, ...]:
        """Return what is related to a structure: ``branch_of`` gives the branches of a nerve."""
        return tuple(row.one for row in self._rows if row.kind == kind and row.other == other)

    def way_up(self, structure: str) -> tuple[str, ...]:
        """Return the nerves from a skin field, a muscle or a nerve upwards, nearest first, then its roots.

        The roots are those told of the structure itself or of its own nerve; a trunk carries more than that.
        """
        nerves = _reached(structure, lambda one: self.ones("supplies", one) + self.others("branch_of", one))
        own = self.others("fibres_from", structure) or tuple(
            root for nerve in self.ones("supplies", structure) for root in self.others("fibres_from", nerve)
        )
        return nerves + tuple(dict.fromkeys(own))

    def lost_below(self, nerve: str) -> tuple[str, ...]:
        """Return the branches, muscles and skin fields below a lesion of a nerve, nearest first."""
        return _reached(nerve, lambda one: self.others("supplies", one) + self.ones("branch_of", one))

    def lost_wholly(self, nerve: str) -> tuple[str, ...]:
        """Return a nerve, and of what lies below a lesion of it all that has no other way up.

        The sural nerve has two parents and so is lost with neither of them alone.
        """
        lost = [nerve]
        for one in self.lost_below(nerve):
            parents = self.others("branch_of", one) or self.ones("supplies", one)
            if all(parent in lost for parent in parents):
                lost.append(one)
        return tuple(lost)

    def whole_and_parts(self, structure: str) -> tuple[str, ...]:
        """Return what a structure is a part of and what is a part of it."""
        return self.others("part_of", structure) + self.ones("part_of", structure)

    def fed_by(self, root: str) -> tuple[str, ...]:
        """Return the nerves and muscles that have fibres of a root."""
        return self.ones("fibres_from", root)


def load(path: Path, catalogue: Catalogue, cache: Cache | None = None) -> Relations:
    """Read the table; raise UserError with the first row that is wrong or names what the catalogue does not."""
    rows = read_list(path, "relations", Relation, cache)
    for row in rows:
        for structure in (row.one, row.other):
            if structure not in catalogue:
                hint = did_you_mean(structure, catalogue.ids)
                raise UserError(f"{path}: {row.kind} names {structure}, which the catalogue does not have{hint}")
    return Relations(rows)


def _reached(start: str, following: Callable[[str], tuple[str, ...]]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    waiting = [start]
    while waiting:
        for one in following(waiting.pop(0)):
            if one not in found and one != start:
                found[one] = None
                waiting.append(one)
    return tuple(found)
