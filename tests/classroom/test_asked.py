"""What a phone is told: enough to answer, and nothing of the answer."""

from __future__ import annotations

import json
import random
from dataclasses import replace

import pytest

from quizapp.bank.question import Question
from quizapp.classroom import asked
from quizapp.classroom.materials import PHONE_KINDS, Materials
from quizapp.classroom.refusal import RefusedError
from quizapp.classroom.wire import Given


def of_kind(materials: Materials, kind: str) -> Question:
    return next(one for one in materials.bank if one.kind == kind)


def shuffled(question: Question) -> list[object]:
    options = list(question.options)
    random.Random(3).shuffle(options)
    return options


@pytest.fixture(scope="module", params=PHONE_KINDS)
def question(request: pytest.FixtureRequest, materials: Materials) -> Question:
    return of_kind(materials, request.param)


def test_no_question_of_the_bank_tells_its_key(materials: Materials) -> None:
    for one in materials.bank.choose(kinds=PHONE_KINDS):
        face = asked.face(one, one.options, materials)
        assert face.keys() <= asked.PUBLIC, one.id
        sent = json.dumps(face, ensure_ascii=False)
        assert not [option.why for option in one.options if option.why in sent], one.id
        assert one.take_home not in sent, one.id
        assert "correct" not in face.get("options", [{}])[:1], one.id
        assert not any(key in sent for key in one.keys if "_" in key), f"{one.id} sends an id of its key"


@pytest.mark.parametrize("kind", ["choice", "multiple", "locate", "name"])
def test_the_same_is_sent_whichever_option_is_right(materials: Materials, kind: str) -> None:
    one = of_kind(materials, kind)
    turned = [option.correct for option in one.options[1:]] + [one.options[0].correct]
    other = replace(
        one, options=tuple(replace(option, correct=right) for option, right in zip(one.options, turned, strict=True))
    )
    assert other.keys != one.keys
    assert asked.face(one, one.options, materials) == asked.face(other, other.options, materials)


def test_while_the_class_reads_there_is_nothing_to_choose(question: Question) -> None:
    assert asked.stem(question).keys() == {"id", "kind", "stem", "ask"}


def test_after_the_answer_is_told_every_option_is_explained(question: Question, materials: Materials) -> None:
    told = asked.told(question, question.options, materials)
    assert [one["why"] for one in told["options"]] == [option.why for option in question.options]
    assert told["take_home"] == question.take_home


def test_an_answer_comes_back_to_the_phone_as_it_was_given(materials: Materials) -> None:
    one = of_kind(materials, "ranking")
    options = shuffled(one)
    given = Given(chosen=[str(at) for at in range(1, len(options) + 1)])
    kept = asked.understood(one, options, given, materials)  # type: ignore[arg-type]
    assert kept.chosen == [option.key for option in options]  # type: ignore[attr-defined]
    assert asked.shown(one, options, kept) == given  # type: ignore[arg-type]


def test_a_staged_case_and_a_flip_come_back_too(materials: Materials) -> None:
    flip, staged = of_kind(materials, "flip"), of_kind(materials, "staged")
    weights = Given(steps=[[str(at), "-1"] for at in range(1, len(flip.options) + 1)])
    order = [str(at) for at in range(len(staged.options), 0, -1)]
    orders = Given(steps=[["", *order] for _ in staged.stages])  # type: ignore[attr-defined]
    for one, given in ((flip, weights), (staged, orders)):
        kept = asked.understood(one, one.options, given, materials)
        assert kept != given
        assert asked.shown(one, one.options, kept) == given


def test_a_finger_is_told_what_it_touched(materials: Materials) -> None:
    one = next(one for one in materials.bank if one.kind == "locate" and one.view == "medial")  # type: ignore[attr-defined]
    x, y = materials.diagrams["medial"].by_id["calcaneus"].anchor
    kept = asked.understood(one, one.options, Given(point=(x, y), chosen=["1"]), materials)
    assert kept.chosen != [one.options[0].key] or kept.chosen == ["calcaneus"]
    beside = asked.understood(one, one.options, Given(point=(-190.0, -110.0)), materials)
    assert beside.chosen == []


@pytest.mark.parametrize(
    ("kind", "given"),
    [
        ("choice", Given(chosen=["1", "1", "1"])),
        ("choice", Given()),
        ("locate", Given(chosen=["1", "2", "3"])),
        ("multiple", Given(chosen=["1", "1"])),
        ("multiple", Given(chosen=[str(at) for at in range(1, 9)])),
        ("ranking", Given(chosen=["1"])),
        ("order", Given(chosen=["1", "1", "2"])),
        ("matching", Given(chosen=["1"] * 9)),
        ("flip", Given(steps=[["1", "whatever I like to see on the projector"]])),
        ("staged", Given(steps=[["", "1"]])),
        ("choice", Given(chosen=["1"], unknown=True)),
    ],
)
def test_what_is_no_answer_of_its_kind_is_refused(materials: Materials, kind: str, given: Given) -> None:
    one = of_kind(materials, kind)
    with pytest.raises(RefusedError):
        asked.understood(one, one.options, given, materials)


_NO_OPTION = [Given(chosen=[one]) for one in ("99", "tp_tendon", "<b>", "0", "-1")]
_NO_STEP = [Given(steps=steps) for steps in ([["1"]], [[]], [["99", "1"]], [["", "tp_tendon"]])]


@pytest.mark.parametrize("given", _NO_OPTION)
@pytest.mark.parametrize("kind", sorted({*PHONE_KINDS} - {"flip", "staged"}))
def test_what_names_no_option_is_refused(materials: Materials, kind: str, given: Given) -> None:
    one = of_kind(materials, kind)
    with pytest.raises(RefusedError):
        asked.understood(one, one.options, given, materials)


@pytest.mark.parametrize("given", _NO_STEP)
def test_what_is_no_step_is_refused(materials: Materials, given: Given) -> None:
    flip = of_kind(materials, "flip")
    with pytest.raises(RefusedError):
        asked.understood(flip, flip.options, given, materials)
