from __future__ import annotations

import pytest

from quizapp.bank import variants
from quizapp.bank.linting import lint
from quizapp.bank.question import Question
from quizapp.bank.stock import Stock
from quizapp.base import paths
from quizapp.clinic import skeleton_reading
from quizapp.clinic.skeleton import Skeleton


@pytest.fixture(scope="module")
def skeletons(shipped: Stock) -> dict[str, Skeleton]:
    return skeleton_reading.read_folder(paths.resources("clinic", "skeletons"), shipped.clinic, shipped.table)[0]


def made(item: str, skeletons: dict[str, Skeleton], shipped: Stock) -> Question | None:
    return variants.question(item, skeletons, shipped.clinic, shipped.table)


def test_every_approved_patient_is_a_sound_question(skeletons: dict[str, Skeleton], shipped: Stock) -> None:
    approved = variants.approved(skeletons)
    assert len(approved) >= 120
    for item in approved:
        question = made(item, skeletons, shipped)
        assert question is not None and question.id == item and not list(question.misfits())
        assert len(question.keys) == 1 and all(option.why for option in question.options)


@pytest.mark.parametrize("item", ["patient:", "patient:nobody:1", "patient:boot-on-the-inner-heel:x", "drill:find:a:b"])
def test_an_id_of_nobody_makes_no_question(item: str, skeletons: dict[str, Skeleton], shipped: Stock) -> None:
    assert made(item, skeletons, shipped) is None


def test_linting_knows_nothing_of_patients(shipped: Stock) -> None:
    from quizapp.bank.library import Library

    assert lint(Library(), shipped) == []
