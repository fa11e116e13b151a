from __future__ import annotations

import pytest

from quizapp.anatomy import relations
from quizapp.anatomy.catalogue import Catalogue
from quizapp.anatomy.description import describe, relations_of
from quizapp.anatomy.diagram import Diagram
from quizapp.anatomy.relations import Relations
from quizapp.base import paths


@pytest.fixture(scope="module")
def table(catalogue: Catalogue) -> Relations:
    return relations.load(paths.resources("anatomy", "relations.yaml"), catalogue)


def test_every_view_names_all_it_shows(diagrams: dict[str, Diagram], catalogue: Catalogue, table: Relations) -> None:
    for diagram in diagrams.values():
        text = describe(diagram, catalogue, table)
        assert text.startswith(diagram.view.alt)
        assert all(catalogue.name(structure) in text for structure in diagram.by_id)
        assert len(text.splitlines()) == len(diagram.by_id) + 1 + bool(diagram.view.note)


def test_relations_are_told_from_both_ends(catalogue: Catalogue, table: Relations) -> None:
    assert "It lies next behind: Tibialis posterior tendon." in relations_of("fdl_tendon", catalogue, table)
    assert "Next behind it: Flexor digitorum longus tendon." in relations_of("tp_tendon", catalogue, table)
