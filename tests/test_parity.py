"""The tables of kinds have the same keys, so that a new kind without a marker or a widget fails by name."""

from __future__ import annotations

from quizapp.bank.kinds import KINDS
from quizapp.bank.lint import RULES
from quizapp.base import paths
from quizapp.classroom.materials import PHONE_KINDS
from quizapp.desktop.answer import ANSWERS
from quizapp.quiz.marking import MARKERS


def test_every_kind_can_be_marked() -> None:
    assert MARKERS.keys() == KINDS.keys()


def test_every_kind_can_be_answered_in_the_window() -> None:
    assert ANSWERS.keys() == KINDS.keys()


def test_every_kind_of_the_classroom_has_a_page_on_the_phone() -> None:
    assert {file.stem for file in paths.resources("phone", "kinds").glob("*.js")} == set(PHONE_KINDS) <= KINDS.keys()


def test_every_kind_says_its_own_name() -> None:
    assert {name: shape.__dataclass_fields__["kind"].default for name, shape in KINDS.items()} == {
        name: name for name in KINDS
    }


def test_every_rule_has_a_name_and_a_number_of_its_own() -> None:
    assert len({rule.name for rule in RULES}) == len({rule.number for rule in RULES}) == len(RULES)
