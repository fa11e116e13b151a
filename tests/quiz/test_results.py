from __future__ import annotations

from dataclasses import replace

from quizapp.bank.entry import Entry
from quizapp.bank.library import Library
from quizapp.quiz.attempt import Attempt
from quizapp.quiz.results import results
from quizapp.quiz.scoring import RULES
from tests.quiz.samples import AT, CHOICE, LOCATE, MULTIPLE

BANK = Library(
    [
        Entry(replace(question, topic=topic), "q.yaml", "", at, "v")
        for at, (question, topic) in enumerate([(CHOICE, "Tendons"), (MULTIPLE, "Nerves"), (LOCATE, "Nerves")])
    ],
    [],
)
BLANK = Attempt(
    session_id="s", question_id="c", version="v", kind="choice", asked=("a",), chosen=("a",), point=None, typed="",
    certainty=None, mark=1.0, outcome="right", gap=None, seconds=1, at=AT,
)  # fmt: skip
LUCKY = replace(BLANK, certainty="guess")
BOLD = replace(BLANK, question_id="m", mark=0.0, outcome="wrong", certainty="certain")
HALF = replace(BLANK, question_id="l", mark=0.5, outcome="near")


def test_shares_are_by_topic_and_level() -> None:
    found = results([BLANK, BOLD, HALF], BANK)
    assert (found.total.marks, found.total.of) == (1.5, 3)
    assert [(one.name, one.marks, one.of) for one in found.topics] == [("Tendons", 1, 1), ("Nerves", 0.5, 2)]
    assert [one.name for one in found.levels] == ["recall"]


def test_lucky_guesses_and_confident_errors_are_told_apart() -> None:
    found = results([LUCKY, BOLD, HALF], BANK)
    assert (found.lucky, found.confident_errors) == ((LUCKY,), (BOLD,))


def test_again_are_the_missed_and_the_unsure() -> None:
    assert results([BLANK, BOLD, HALF], BANK).again == ("m", "l")
    assert results([LUCKY], BANK).again == ("c",)


def test_a_question_that_is_gone_counts_in_the_total_alone() -> None:
    found = results([replace(BOLD, question_id="gone")], BANK)
    assert found.total.of == 1 and found.topics == () and found.again == ()


def test_plain_points_are_the_marks() -> None:
    assert RULES["plain"]([BLANK, BOLD, HALF]) == 1.5
