from __future__ import annotations

from quizapp.bank.kinds.choice import Choice
from quizapp.base.shape import Fault, fit

SOUND = {
    "id": "q",
    "topic": "T",
    "level": "recall",
    "objective": "o",
    "ask": "Which?",
    "take_home": "t",
    "options": [{"text": "a", "why": "w", "correct": True}, {"text": "b", "why": "w"}],
}


def faults_of(**changes: object) -> list[Fault]:
    return fit(Choice, {**SOUND, **changes})[1]


def test_a_sound_value_fits() -> None:
    question, faults = fit(Choice, SOUND)
    assert question is not None and not faults
    assert question.options[0].correct and question.options[1].text == "b"


def test_every_fault_is_told_at_once_with_its_path() -> None:
    broken = {key: value for key, value in SOUND.items() if key != "ask"}
    broken |= {"level": "reasonin", "colour": "red", "options": [{"why": 7, "corect": True}]}
    told = {(fault.path, fault.rule, fault.text) for fault in fit(Choice, broken)[1]}
    assert told == {
        (("ask",), "missing-field", "ask is missing; add it"),
        (
            ("level",),
            "known-word",
            "reasonin is not one of recall, interpretation, reasoning (did you mean reasoning?)",
        ),
        (("colour",), "unknown-field", "colour is not a field here"),
        (("options", 0, "why"), "type", "why: this has to be text (quote numbers), not “7”"),
        (("options", 0, "corect"), "unknown-field", "corect is not a field here (did you mean correct?)"),
    }


def test_fields_that_are_python_words_go_by_what_authors_write() -> None:
    question, _ = fit(Choice, {**SOUND, "options": [{"text": "a", "why": "w", "for": ["x"], "against": ["y"]}]})
    assert question is not None
    assert (question.options[0].speaks_for, question.options[0].speaks_against) == (("x",), ("y",))


def test_a_word_where_a_list_belongs_is_told() -> None:
    assert faults_of(references="GRAY")[0].text == "references: this has to be a list, not “GRAY”"


def test_a_scalar_where_a_block_belongs_is_told() -> None:
    assert faults_of(options=["a"])[0].text == "0: this has to be a block of fields, not “a”"
