from __future__ import annotations

from pathlib import Path

import pytest

from quizapp.base import paths
from quizapp.clinic import reading
from quizapp.clinic.library import load
from quizapp.clinic.reading import KnownIds
from tests.clinic.samples import KNOWN, SHIPPED, changed


def test_a_sound_file_is_a_condition_named_after_it() -> None:
    condition, problems = reading.read_file(SHIPPED, KNOWN)
    assert problems == [] and condition is not None
    assert condition.id == "gout" and condition.findings["e_tophi"].evokes == 5


@pytest.mark.parametrize(
    ("old", "new", "rule", "text"),
    [
        ("evokes: 5", "evokes: 9", "weight", "evokes is a whole number from 1 to 5, not 9"),
        ("evokes: 5", "evokes: strong", "type", "evokes: this has to be a whole number, not “strong”"),
        ("    evokes: 5", "    against: true\n    evokes: 5", "weight", "evokes nothing"),
        ("  e_tophi:", "  e_tofi:", "known-finding", "no finding is called e_tofi (did you mean e_tophi?)"),
        ("[ankle_diffuse", "[ankle_difuse", "known-region", "did you mean ankle_diffuse?"),
        ("  septic_arthritis:", "  sceptic_arthritis:", "known-condition", "did you mean septic_arthritis?"),
        ("tier: A", "tier: D", "known-word", "D is not one of A, B, C"),
        ("  key_test: H", "  key_tests: H", "confidence", "key_test has no letter"),
        ("definition: ", "definitions: ", "missing-field", "definition is missing; add it"),
        ("findings:\n", "alarms:\n  - [e_tophi]\nfindings:\n", "alarm", "an alarm is a list of findings of a red-flag"),
    ],
)
def test_what_is_wrong_is_told_with_its_line_and_the_remedy(
    tmp_path: Path, old: str, new: str, rule: str, text: str
) -> None:
    file, line = changed(tmp_path, old, new)
    condition, problems = reading.read_file(file, KNOWN)
    assert condition is None
    told = next(one for one in problems if one.rule == rule)
    assert text in told.text
    assert told.place.file.endswith("gout.yaml") and 1 <= told.place.line <= line + 60


@pytest.mark.parametrize("content", [b"", b"- a list", b"\xff\xfe", b"name: [", b"name: x\n\ttier: A", b"12"])
def test_a_file_that_is_no_condition_is_a_problem_and_nothing_else(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "broken.yaml"
    file.write_bytes(content)
    condition, problems = reading.read_file(file, KNOWN)
    assert condition is None and problems


def test_one_bad_condition_hides_no_other(tmp_path: Path) -> None:
    shipped = paths.resources("clinic")
    for one in ("findings.yaml", "regions.yaml", "references.yaml", "misconceptions.yaml"):
        (tmp_path / one).write_bytes((shipped / one).read_bytes())
    (tmp_path / "conditions").mkdir()
    for one in (shipped / "conditions").glob("*.yaml"):
        (tmp_path / "conditions" / one.name).write_bytes(one.read_bytes())
    (tmp_path / "conditions" / "gout.yaml").write_text("name: Gout\n", encoding="utf-8")
    clinic = load(tmp_path, KNOWN.structures)
    assert "gout" not in clinic.conditions and "gout" in clinic.condition_ids
    assert len(clinic.conditions) == len(clinic.condition_ids) - 1
    assert {one.place.file for one in clinic.problems} == {"conditions/gout.yaml"}


def test_known_ids_are_checked_by_sort() -> None:
    none = KnownIds(frozenset(), frozenset(), frozenset(), frozenset(), frozenset())
    _, problems = reading.read_file(SHIPPED, none)
    rules = {one.rule for one in problems}
    assert rules == {"known-structure", "known-region", "known-finding", "known-reference", "known-condition"}
