"""What a class answered, counted."""

from __future__ import annotations

import asyncio

import pytest

from quizapp.bank.question import Question
from quizapp.classroom.advice import advise
from quizapp.classroom.journal import Given
from quizapp.classroom.materials import Materials
from quizapp.classroom.report import Report, read_report
from quizapp.classroom.wire import Answer
from quizapp.classroom.wire import Given as Said
from quizapp.quiz.attempt import Certainty


def vote(
    question: Question, materials: Materials, *chosen: str, sure: Certainty | None = None, number: int = 1
) -> Report:
    given = [
        Given("ROOM22", phone, Answer(0, number, 1, Said(chosen=[one]), sure)) for phone, one in enumerate(chosen, 1)
    ]
    return asyncio.run(read_report(question, given, materials.surroundings, None))


@pytest.fixture
def choice(materials: Materials) -> Question:
    return next(one for one in materials.bank if one.kind == "choice" and one.options[0].condition)


def keys(question: Question) -> tuple[str, str]:
    wrong = next(option.key for option in question.options if not option.correct)
    return question.keys[0], wrong


def test_a_vote_is_counted_by_choice_and_certainty(choice: Question, materials: Materials) -> None:
    right, wrong = keys(choice)
    counted = vote(choice, materials, right, right, wrong, sure="certain").tally(1)
    assert (counted.answered, counted.right) == (3, 2)
    assert counted.parts == ({right: {"certain": 2}, wrong: {"certain": 1}},)
    assert counted.sure_and_wrong == {wrong: 1}


def test_no_share_is_shown_of_fewer_than_five(choice: Question, materials: Materials) -> None:
    right, wrong = keys(choice)
    assert vote(choice, materials, right, right, right, wrong).tally(1).shares() == {}
    assert vote(choice, materials, right, right, right, wrong, wrong).tally(1).shares() == {right: 0.6, wrong: 0.4}


def test_who_changed_their_mind_is_counted_between_the_votes(choice: Question, materials: Materials) -> None:
    right, wrong = keys(choice)
    first, second = ([wrong, wrong, right, wrong], [right, wrong, right])
    given = [
        Given("ROOM22", phone, Answer(0, number, 1, Said(chosen=[one])))
        for number, chosen in ((1, first), (2, second))
        for phone, one in enumerate(chosen, 1)
    ]
    report = asyncio.run(read_report(choice, given, materials.surroundings, None))
    assert report.moved() == {(wrong, right): 1}
    assert report.marked()[1].value == 1.0, "the later vote counts"
    assert report.marked()[4].value == 0.0, "who did not vote again keeps the first"


@pytest.mark.parametrize(("right", "word"), [(1, "teach"), (6, "discuss"), (10, "go_on")])
def test_advice_follows_the_bands(choice: Question, materials: Materials, right: int, word: str) -> None:
    key, wrong = keys(choice)
    counted = vote(choice, materials, *[key] * right, *[wrong] * (10 - right)).tally(1)
    advice = advise(choice, counted, materials.stock.table)
    assert advice is not None and advice.word == word
    if right == 6:
        assert set(advice.pair) == {key, wrong}
        assert advice.finding


def test_there_is_no_advice_on_too_few(choice: Question, materials: Materials) -> None:
    assert advise(choice, vote(choice, materials, *[keys(choice)[0]] * 4).tally(1), materials.stock.table) is None
