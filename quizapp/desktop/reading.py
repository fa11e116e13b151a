"""What is read after the first picture, away from the window's thread."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.anatomy import palpation
from quizapp.anatomy.atlas import Atlas
from quizapp.anatomy.diagram import Diagram
from quizapp.anatomy.palpation import Palpation
from quizapp.bank.library import Library
from quizapp.base import paths
from quizapp.base.cache import Cache

if TYPE_CHECKING:
    from quizapp.clinic.differential import Differential
    from quizapp.clinic.library import Clinic
    from quizapp.clinic.skeleton import Skeleton


@dataclass(frozen=True)
class Reading:
    """What is read after the first picture: conditions, questions, and the other views."""

    clinic: Clinic
    bank: Library
    table: Differential
    skeletons: Mapping[str, Skeleton]
    diagrams: Mapping[str, Diagram]
    palpations: Mapping[str, Palpation]


def read(structures: frozenset[str], views: Atlas, questions: Path) -> Reading:
    """Return the clinical knowledge and the bank; runs away from the window's thread."""
    # What reads questions is imported here, beside the window, which is there already.
    from quizapp.bank import loading, markup
    from quizapp.bank.known import Known
    from quizapp.clinic import library as clinic_library
    from quizapp.clinic import skeleton_reading
    from quizapp.clinic.differential import Differential

    markup.html("")  # brings its parser in, which would hold up the first case otherwise

    kept = Cache(paths.cache() / "resources.sqlite")
    clinic = clinic_library.load(paths.resources("clinic"), structures, kept)
    table = Differential(clinic)
    skeletons, problems = skeleton_reading.read_folder(paths.resources("clinic", "skeletons"), clinic, table, kept)
    palpations = palpation.load(paths.resources("anatomy", "palpation.yaml"), kept)
    kept.close()
    clinic = replace(clinic, problems=(*clinic.problems, *problems))
    diagrams = views.read_all()
    known = Known.of(structures, clinic, {name: frozenset(one.by_id) for name, one in diagrams.items()})
    cache = Cache(paths.cache() / "readings.sqlite")
    try:
        return Reading(clinic, loading.load(questions, known, cache), table, skeletons, diagrams, palpations)
    finally:
        cache.close()
