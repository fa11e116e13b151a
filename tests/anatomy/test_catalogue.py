from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.anatomy.catalogue import Catalogue
from quizapp.anatomy.structure import Structure


@pytest.mark.parametrize(
    ("typed", "structure"),
    [
        ("TP", "tp_tendon"),
        ("FDL", "fdl_tendon"),
        ("fhl", "fhl_tendon"),
        ("Achilles", "achilles_tendon"),
        ("Tendo calcaneus", "achilles_tendon"),
        ("Baxter", "inferior_calcaneal_nerve"),
        ("sustentaclum", "sustentaculum_tali"),
        ("plantar fascia", "plantar_aponeurosis"),
        ("laciniate", "flexor_retinaculum"),
        ("tibial nerv", "tibial_nerve"),
        ("navicular", "navicular"),
        ("knot of henry", "master_knot_of_henry"),
    ],
)
def test_any_name_finds_its_structure_first(catalogue: Catalogue, typed: str, structure: str) -> None:
    assert catalogue.search(typed)[0].id == structure


def test_nonsense_finds_nothing(catalogue: Catalogue) -> None:
    assert catalogue.search("qqqqzzzz") == []
    assert catalogue.search("  ") == []


@pytest.mark.parametrize(
    "typed", ["tibial nerve", "Tibial Nerve", "nervus tibialis", "posterior tibial nerve", "tibial nerv"]
)
def test_a_typed_name_may_be_any_name_and_have_a_typo(catalogue: Catalogue, typed: str) -> None:
    assert catalogue.means(typed, "tibial_nerve")


@pytest.mark.parametrize("typed", ["tibia", "medial plantar nerve", "nerve", "", "TP", "sural nerve"])
def test_another_name_is_not_meant_for_it(catalogue: Catalogue, typed: str) -> None:
    assert not catalogue.means(typed, "tibial_nerve")


def test_a_typo_nearer_to_another_structure_counts_for_that_one(catalogue: Catalogue) -> None:
    assert catalogue.means("lateral plantar nervee", "lateral_plantar_nerve")
    assert not catalogue.means("lateral plantar nervee", "medial_plantar_nerve")


@given(st.data())
def test_every_own_name_is_meant(catalogue: Catalogue, data: st.DataObject) -> None:
    structure: Structure = data.draw(st.sampled_from(list(catalogue)))
    assert catalogue.means(data.draw(st.sampled_from(structure.names)), structure.id)


@given(st.text(max_size=40))
def test_no_text_upsets_the_search(catalogue: Catalogue, typed: str) -> None:
    catalogue.search(typed)
    catalogue.means(typed, "tibia")


@pytest.mark.parametrize(
    ("typed", "structure"),
    [
        ("soleus", "soleus"),
        ("tibialis posterior", "tibialis_posterior"),
        ("tibialis posterior", "tp_tendon"),
        ("tib post", "tibialis_posterior"),
        ("Achilles", "achilles_tendon"),
        ("deltoid", "deltoid_ligament"),
        ("great saphenous", "great_saphenous_vein"),
    ],
)
def test_the_word_for_the_sort_goes_without_saying(catalogue: Catalogue, typed: str, structure: str) -> None:
    assert catalogue.means(typed, structure)


@pytest.mark.parametrize(
    ("typed", "structure"),
    [("tibialis posterior tendon", "tibialis_posterior"), ("saphenous nerve", "great_saphenous_vein")],
)
def test_the_wrong_sort_is_wrong(catalogue: Catalogue, typed: str, structure: str) -> None:
    assert not catalogue.means(typed, structure)
