"""What ships is sound: resources, questions and drawings, and each core structure is asked about."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from quizapp.anatomy.diagram import Diagram
from quizapp.anatomy.structure import Structure
from quizapp.bank.kinds import KINDS
from quizapp.bank.kinds.locate import Locate
from quizapp.bank.kinds.name import Name
from quizapp.bank.kinds.prove import Prove
from quizapp.bank.library import Library
from quizapp.bank.linting import lint
from quizapp.bank.stock import Stock
from quizapp.base import paths, yamlfile
from quizapp.base.shape import fit
from quizapp.clinic.finding import Finding
from quizapp.clinic.misconception import Misconception
from quizapp.clinic.reference import Reference
from quizapp.clinic.region import Region

CORE_IN_THE_MEDIAL_VIEW = 52


@pytest.mark.parametrize(
    ("file", "key", "shape"),
    [
        ("anatomy/structures.yaml", "structures", Structure),
        ("clinic/findings.yaml", "findings", Finding),
        ("clinic/regions.yaml", "regions", Region),
        ("clinic/references.yaml", "references", Reference),
        ("clinic/misconceptions.yaml", "misconceptions", Misconception),
    ],
)
def test_resources_have_the_declared_shape_and_unique_ids(file: str, key: str, shape: type) -> None:
    rows = yamlfile.parse(yamlfile.read_text(paths.resources(*file.split("/"))), file)[key]
    assert [fault for row in rows for fault in fit(shape, row)[1]] == []
    assert [one for one, count in Counter(row["id"] for row in rows).items() if count > 1] == []


def test_all_conditions_are_sound(shipped: Stock) -> None:
    assert shipped.clinic.problems == ()
    assert len(shipped.clinic.conditions) == 52 and len(shipped.clinic.findings) == 228


def test_every_finding_bears_on_some_condition(shipped: Stock) -> None:
    used = {one for condition in shipped.clinic.conditions.values() for one in condition.findings}
    assert shipped.clinic.findings.keys() == used


def test_regions_are_lit_by_structures_that_exist(shipped: Stock) -> None:
    named = {one for region in shipped.clinic.regions.values() for one in region.structures}
    assert named <= shipped.catalogue.ids


def test_the_bank_lints_clean_with_every_rule(bank: Library, shipped: Stock) -> None:
    assert [str(problem) for problem in lint(bank, shipped)] == []


def test_the_bank_has_what_was_planned(bank: Library) -> None:
    assert len(bank) == 200
    assert len(bank.topics()) == 17
    assert {question.kind for question in bank} == KINDS.keys()
    vignettes = [one for one in bank if one.level == "reasoning" and one.stem]
    assert len(vignettes) >= 25


def test_references_that_questions_show_are_confirmed(bank: Library, shipped: Stock) -> None:
    unconfirmed = {
        one for question in bank for one in question.references if not shipped.clinic.references[one].confirmed
    }
    assert unconfirmed == set()


def test_every_core_structure_that_is_drawn_is_located_or_named(bank: Library, shipped: Stock, medial: Diagram) -> None:
    asked = {one for question in bank if isinstance(question, Locate | Name | Prove) for one in question.targets}
    core = [one.id for one in shipped.catalogue if one.core and one.id in medial.by_id]
    assert [one for one in core if one not in asked and one not in ALSO_DRAWN] == []


# Core structures whose own view is another one, and which the medial view shows beside its own.
ALSO_DRAWN = {"posterior_tibiotalar_ligament", "inferior_calcaneal_nerve"}


def test_the_medial_view_shows_all_core_structures_of_its_side(shipped: Stock, medial: Diagram) -> None:
    listed = (Path(__file__).parent / "anatomy" / "core_medial.txt").read_text(encoding="utf-8").split()
    assert len(listed) == CORE_IN_THE_MEDIAL_VIEW
    assert set(listed) <= medial.by_id.keys()


def test_the_layer_of_a_leaf_is_its_depth(shipped: Stock, medial: Diagram) -> None:
    moved = {one.id for one in medial.regions if one.depth != shipped.catalogue[one.id].depth}
    # Branches are drawn in the layer of their trunk, so that peeling one never leaves a stump of the other.
    assert moved <= {
        "lateral_plantar_nerve",
        "inferior_calcaneal_nerve",
        "medial_plantar_artery",
        "lateral_plantar_artery",
    }


def test_every_structure_is_drawn_in_some_view(shipped: Stock, diagrams: dict[str, Diagram]) -> None:
    drawn = {structure for diagram in diagrams.values() for structure in diagram.by_id}
    assert [one.id for one in shipped.catalogue if one.id not in drawn] == []
