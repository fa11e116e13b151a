from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.bank.question import Question
from quizapp.quiz.attempt import Attempt, Response
from quizapp.quiz.session import Session
from tests.quiz.samples import AT, CHOICE, LOCATE, MULTIPLE, SURROUNDINGS, session


def answered(one: Session, question: Question, response: Response) -> tuple[Session, Attempt]:
    return one.answer(question, "v1", response, SURROUNDINGS, AT, 2.5)


def test_questions_come_in_order_until_the_end() -> None:
    one = session(CHOICE, MULTIPLE)
    assert (one.current, one.position) == ("c", 1)
    one, _ = answered(one, CHOICE, Response(chosen=("a",)))
    assert (one.current, one.position) == ("m", 2)
    one, _ = answered(one, MULTIPLE, Response(unknown=True))
    assert one.current is None


def test_an_attempt_keeps_what_was_asked_and_chosen() -> None:
    _, attempt = answered(session(LOCATE), LOCATE, Response(chosen=("artery",), point=(12, 5), certainty="certain"))
    assert (attempt.asked, attempt.chosen, attempt.point) == (("nerve",), ("artery",), (12, 5))
    assert (attempt.mark, attempt.outcome, attempt.gap) == (0, "near", 2)
    assert (attempt.certainty, attempt.seconds, attempt.version, attempt.at) == ("certain", 2.5, "v1", AT)


def test_not_knowing_is_no_wrong_answer() -> None:
    _, attempt = answered(session(CHOICE), CHOICE, Response(unknown=True))
    assert (attempt.mark, attempt.outcome, attempt.chosen) == (0, "unknown", ())


def test_only_the_question_asked_now_can_be_answered() -> None:
    with pytest.raises(ValueError, match="m is not the question asked now"):
        answered(session(CHOICE, MULTIPLE), MULTIPLE, Response(unknown=True))


@given(st.integers(0, 10**6))
def test_options_are_shuffled_the_same_after_a_restart(seed: int) -> None:
    one = replace(session(MULTIPLE), seed=seed)
    assert one.options(MULTIPLE) == replace(one).options(MULTIPLE)
    assert sorted(option.text for option in one.options(MULTIPLE)) == list("abcd")


def test_options_are_not_always_in_the_order_of_the_file() -> None:
    orders = {replace(session(MULTIPLE), seed=seed).options(MULTIPLE) for seed in range(40)}
    assert len(orders) > 10


def test_questions_that_are_gone_are_left_out_but_answered_ones_stay() -> None:
    one, _ = answered(session(CHOICE, MULTIPLE, LOCATE), CHOICE, Response(chosen=("a",)))
    left = one.without({"c", "m"})
    assert left.questions == ("c", "l") and left.current == "l"
