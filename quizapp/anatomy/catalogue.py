"""The structures by id and by every name they have."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from quizapp.anatomy.structure import Structure
from quizapp.base.cache import Cache
from quizapp.base.listfile import read_list

_GOOD_ENOUGH = 72.0
_TYPED_RIGHT = 88.0


_SHORT = {
    "1st": "first", "2nd": "second", "3rd": "third", "4th": "fourth", "5th": "fifth",
    "lig": "ligament", "ligg": "ligaments", "n": "nerve", "a": "artery", "v": "vein", "m": "muscle", "med": "medial",
    "lat": "lateral", "post": "posterior", "ant": "anterior",
}  # fmt: skip


class Catalogue:
    """All structures, in the order of their file."""

    def __init__(self, structures: Iterable[Structure]) -> None:
        self._by_id = {structure.id: structure for structure in structures}
        self._names = [(_plain(name), structure.id) for structure in self for name in structure.names]

    def __iter__(self) -> Iterator[Structure]:
        return iter(self._by_id.values())

    def __len__(self) -> int:
        return len(self._by_id)

    def __contains__(self, structure_id: object) -> bool:
        return structure_id in self._by_id

    def __getitem__(self, structure_id: str) -> Structure:
        return self._by_id[structure_id]

    @property
    def ids(self) -> frozenset[str]:
        """Return the ids of all structures."""
        return frozenset(self._by_id)

    def name(self, structure_id: str) -> str:
        """Return the name to show, or the id itself for something unknown."""
        structure = self._by_id.get(structure_id)
        return structure.name if structure else structure_id

    def search(self, words: str, limit: int = 8) -> list[Structure]:
        """Return structures whose name, Latin, synonym or abbreviation is like the words, best first."""
        asked = _plain(words)
        if not asked:
            return []
        best: dict[str, float] = {}
        for name, structure_id in self._names:
            score = _likeness(asked, name)
            if score >= _GOOD_ENOUGH:
                best[structure_id] = max(best.get(structure_id, 0.0), score)
        ranked = sorted(best, key=lambda one: -best[one])
        return [self._by_id[one] for one in ranked[:limit]]

    def means(self, typed: str, structure_id: str) -> bool:
        """Tell whether a typed name is meant for a structure: a name of it, give or take small typos.

        A name that fits another structure better is not meant for this one, however near it is.
        """
        asked = _plain(typed)
        if not asked:
            return False
        bare = _bare(asked)
        exact = {one for name, one in self._names if name == asked}
        if bare == asked:
            # "soleus" for the soleus muscle, "tib post" for its muscle or its tendon: the sort goes without saying.
            exact |= {one for name, one in self._names if _bare(name) == asked}
            kin = {_bare(_plain(self._by_id[one].name)) for one in exact}
            exact |= {one.id for one in self if _bare(_plain(one.name)) in kin}
        # "FDL tendon": an abbreviation with its sort of structure added
        exact |= {one for name, one in self._names if name == bare != asked and asked.endswith(self._by_id[one].system)}
        if exact:
            return structure_id in exact
        from rapidfuzz import fuzz, process  # only when somebody types

        names = [name for name, _ in self._names]
        best = process.extract(asked, names, scorer=fuzz.ratio, limit=3, score_cutoff=_TYPED_RIGHT)
        if len(asked) < 5 or not best:
            return False
        top = best[0][1]
        return any(self._names[at][1] == structure_id for _, score, at in best if score == top)


def _bare(name: str) -> str:
    """Return a plain name without the word for its sort at the end."""
    return re.sub(r" (tendon|muscle|nerve|artery|vein|ligament|joint|bone|root)$", "", name)


def _plain(name: str) -> str:
    """Return a name in small letters, words for ordinals and short forms, single spaces between."""
    return " ".join(_SHORT.get(word, word) for word in re.findall(r"\w+", name.lower()))


def _likeness(asked: str, name: str) -> float:
    """Return 0..110: an exact name beats a beginning, a beginning beats a part, a part beats a typo."""
    if name == asked:
        return 110.0
    if name.startswith(asked):
        return 104.0
    if any(word.startswith(asked) for word in name.split()):
        return 101.0
    if len(asked) < 4:
        return 0.0
    from rapidfuzz import fuzz

    return max(fuzz.ratio(asked, name), 0.92 * fuzz.partial_ratio(asked, name) if len(name) >= len(asked) else 0.0)


def load(path: Path, cache: Cache | None = None) -> Catalogue:
    """Read the catalogue of structures; raise UserError with every problem of the file."""
    return Catalogue(read_list(path, "structures", Structure, cache))
