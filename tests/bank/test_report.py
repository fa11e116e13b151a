from __future__ import annotations

from quizapp.bank.library import Library
from quizapp.bank.report import report
from quizapp.bank.stock import Stock


def test_the_report_counts_what_is_covered_and_what_is_not(bank: Library, shipped: Stock) -> None:
    found = report(bank, shipped)
    assert sum(found.kinds.values()) == sum(found.levels.values()) == sum(found.topics.values()) == len(bank)
    assert found.structures.keys() == shipped.catalogue.ids and found.structures["tibial_nerve"] > 10
    assert all(keys >= 2 and offered >= 3 for keys, offered in tier_a(found.conditions, shipped))
    assert found.misconceptions["M01"] >= 4
    assert sum(count for place, count in found.key_positions.items() if place.endswith("of 5")) > 50


def tier_a(counts: object, shipped: Stock) -> list[tuple[int, int]]:
    assert isinstance(counts, dict)
    return [counts[one.id] for one in shipped.clinic.conditions.values() if one.tier == "A"]
