from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.bank import markup, stock
from quizapp.base import paths
from quizapp.base.errors import UserError
from quizapp.clinic import skeleton_reading
from quizapp.clinic.skeleton import MARGIN, Skeleton, make
from quizapp.clinic.vignette import Vignette, contradictions

STOCK = stock.load()
FOLDER = paths.resources("clinic", "skeletons")
SKELETONS, PROBLEMS = skeleton_reading.read_folder(FOLDER, STOCK.clinic, STOCK.table)
SHIPPED = FOLDER / "boot-on-the-inner-heel.yaml"


def read(path: Path) -> tuple[Skeleton | None, list[str]]:
    skeleton, problems = skeleton_reading.read_file(path, STOCK.clinic, STOCK.table)
    return skeleton, [str(one) for one in problems]


def test_twelve_are_shipped_with_ten_approved_patients_each() -> None:
    assert PROBLEMS == [] and len(SKELETONS) == 12
    assert all(len(one.approved) >= 10 for one in SKELETONS.values())
    assert len({one.key for one in SKELETONS.values()}) == 12


@given(st.sampled_from(sorted(SKELETONS)), st.integers(1, 10_000))
def test_a_patient_keeps_the_promise_of_its_skeleton(name: str, seed: int) -> None:
    skeleton = SKELETONS[name]
    one = make(skeleton, seed, STOCK.table, STOCK.clinic.findings)
    ranked = STOCK.table.rank(one.vignette)
    assert ranked[0].condition.id == skeleton.key and ranked[0].score >= ranked[1].score + MARGIN
    for rival in one.rivals:
        weighing = STOCK.table.weigh(rival, one.vignette)
        assert weighing.speaks_for and weighing.speaks_against
    assert not list(contradictions(one.vignette, STOCK.clinic.findings))
    tags = [(tag.finding, not tag.absent) for tag in markup.tags(one.stem)]
    assert len(set(tags)) == len(tags) and set(Vignette.of(tags).present) == set(one.vignette.present)
    assert "{" not in one.stem and "[]" not in one.stem


@given(st.sampled_from(sorted(SKELETONS)), st.integers(1, 1000))
def test_the_same_seed_is_the_same_patient(name: str, seed: int) -> None:
    made = [make(SKELETONS[name], seed, STOCK.table, STOCK.clinic.findings) for _ in range(2)]
    assert made[0] == made[1]


def test_an_approved_patient_offers_three_rivals() -> None:
    for skeleton in SKELETONS.values():
        for seed in skeleton.approved:
            assert len(make(skeleton, seed, STOCK.table, STOCK.clinic.findings).rivals) >= 3, (skeleton.id, seed)


def test_sentences_begin_with_a_capital_and_articles_fit() -> None:
    for skeleton in SKELETONS.values():
        for seed in skeleton.approved:
            plain = markup.plain(make(skeleton, seed, STOCK.table, STOCK.clinic.findings).stem)
            assert all(one[0].isupper() or not one[0].isalpha() for one in plain.split(". ")), plain
            assert " a 8" not in plain and " a 18" not in plain and "  " not in plain


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("key: medial_calcaneal_neuropathy", "key: medial_calcaneal", "no condition is called medial_calcaneal"),
        ("  e_tinel_medial_heel:", "  e_tinel_heel:", "no finding is called e_tinel_heel"),
        ("{duration}", "{durration}", "no slot is called durration (did you mean duration?)"),
        ("ages:", "age:", "age is not a field here (did you mean ages?)"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(tmp_path: Path, old: str, new: str, told: str) -> None:
    text = SHIPPED.read_text(encoding="utf-8")
    assert old in text
    file = tmp_path / SHIPPED.name
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    skeleton, problems = read(file)
    assert skeleton is None and any(told in one and SHIPPED.name + ":" in one for one in problems)


def test_a_skeleton_that_cannot_be_satisfied_is_told(tmp_path: Path) -> None:
    impossible = replace(SKELETONS[SHIPPED.stem], key="gout")
    with pytest.raises(UserError, match="no patient can be made with gout first"):
        make(impossible, 1, STOCK.table, STOCK.clinic.findings)
    file = tmp_path / SHIPPED.name
    text = SHIPPED.read_text(encoding="utf-8").replace("key: medial_calcaneal_neuropathy", "key: gout")
    file.write_text(text, encoding="utf-8")
    assert "[unsatisfied]" in read(file)[1][0]


def test_a_wording_without_brackets_is_told(tmp_path: Path) -> None:
    bare = SHIPPED.read_text(encoding="utf-8").replace("[", "", 40).replace("]", "", 40)
    file = tmp_path / SHIPPED.name
    file.write_text(bare, encoding="utf-8")
    assert read(file)[0] is None
