"""The shipped knowledge put together: what a bank is checked against."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from quizapp.anatomy import atlas, catalogue
from quizapp.anatomy.catalogue import Catalogue
from quizapp.bank import blueprint
from quizapp.bank.blueprint import Row
from quizapp.bank.known import Known
from quizapp.base import paths
from quizapp.clinic import library
from quizapp.clinic.differential import Differential
from quizapp.clinic.library import Clinic


@dataclass(frozen=True, slots=True)
class Stock:
    """Structures and clinical knowledge, read from the resources."""

    catalogue: Catalogue
    clinic: Clinic
    known: Known
    table: Differential
    blueprint: Mapping[str, Row]


def load() -> Stock:
    """Read the resources; raise UserError with the file and line that is wrong."""
    structures = catalogue.load(paths.resources("anatomy", "structures.yaml"))
    clinic = library.load(paths.resources("clinic"), structures.ids)
    known = Known.of(structures.ids, clinic, atlas.drawn(paths.resources("diagrams")))
    planned = blueprint.load(paths.resources("clinic", "blueprint.yaml"))
    return Stock(structures, clinic, known, Differential(clinic), planned)
