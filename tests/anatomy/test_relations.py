from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.anatomy import relations
from quizapp.anatomy.catalogue import Catalogue
from quizapp.anatomy.relations import Relation, Relations
from quizapp.base import paths
from quizapp.base.errors import UserError


@pytest.fixture(scope="module")
def table(catalogue: Catalogue) -> Relations:
    return relations.load(paths.resources("anatomy", "relations.yaml"), catalogue)


def test_the_heel_leads_up_to_the_first_sacral_root(table: Relations) -> None:
    way = table.way_up("skin_medial_calcaneal")
    assert way == ("medial_calcaneal_nerve", "tibial_nerve", "sciatic_nerve", "s1_root")


def test_the_plantar_nerves_light_no_root_that_they_do_not_have(table: Relations) -> None:
    assert table.way_up("medial_plantar_nerve") == ("tibial_nerve", "sciatic_nerve")


def test_a_lesion_of_the_tibial_nerve_costs_the_sole_and_spares_the_dorsum(table: Relations) -> None:
    lost = table.lost_below("tibial_nerve")
    assert {"skin_medial_plantar", "skin_medial_calcaneal", "abductor_digiti_minimi", "soleus"} <= set(lost)
    assert not {"skin_dorsum_fibular", "tibialis_anterior", "skin_saphenous"} & set(lost)


def test_every_skin_field_has_its_nerve(table: Relations, catalogue: Catalogue) -> None:
    fields = [one.id for one in catalogue if one.system == "territory"]
    assert fields and all(table.ones("supplies", one) for one in fields)


def test_what_stands_behind_the_malleolus_stands_in_one_row(table: Relations) -> None:
    row = ["tp_tendon"]
    while nearer := table.ones("behind", row[-1]):
        row.append(nearer[0])
    assert row[1:5] == ["fdl_tendon", "posterior_tibial_artery", "tibial_nerve", "fhl_tendon"]


def test_a_name_that_nobody_knows_is_refused(tmp_path: Path, catalogue: Catalogue) -> None:
    path = tmp_path / "relations.yaml"
    path.write_text("relations:\n  - {kind: branch_of, one: tibial_nerv, other: sciatic_nerve}\n")
    with pytest.raises(UserError, match=r"tibial_nerv, which the catalogue does not have .did you mean tibial_nerve"):
        relations.load(path, catalogue)


NAMES = st.sampled_from("abcdef")


@given(st.lists(st.builds(Relation, st.sampled_from(["branch_of", "supplies"]), NAMES, NAMES), max_size=20), NAMES)
def test_ways_end_and_name_nothing_twice(rows: list[Relation], start: str) -> None:
    table = Relations(rows)
    for way in (table.way_up(start), table.lost_below(start)):
        assert len(set(way)) == len(way) and start not in way


def test_what_has_another_way_up_is_lost_in_part_alone(table: Relations) -> None:
    assert "skin_sural" in table.lost_below("tibial_nerve")
    assert not {"sural_nerve", "skin_sural"} & set(table.lost_wholly("tibial_nerve"))
    assert {"sural_nerve", "skin_sural"} <= set(table.lost_wholly("sciatic_nerve"))


def test_all_that_is_lost_wholly_lies_below(table: Relations, catalogue: Catalogue) -> None:
    for one in catalogue:
        assert set(table.lost_wholly(one.id)) <= {one.id, *table.lost_below(one.id)}
