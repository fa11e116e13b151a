from __future__ import annotations

from quizapp.bank.stock import Stock


def test_conditions_of_a_structure_come_with_those_taught_in_full_first(shipped: Stock) -> None:
    tiers = [one.tier for one in shipped.clinic.conditions_at("tibial_nerve")]
    assert tiers == sorted(tiers) and tiers


def test_only_confirmed_references_are_cited(shipped: Stock) -> None:
    unconfirmed = next(one.id for one in shipped.clinic.references.values() if not one.confirmed)
    assert shipped.clinic.citations((unconfirmed, "no such key")) == []
    assert shipped.clinic.citations(("GRAY",)) == ["Gray's Anatomy"]
