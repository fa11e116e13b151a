from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.bank.reading import Reading, read_file, read_text
from tests.bank.samples import CHOICE, KNOWN, write


def read(folder: Path, body: str) -> Reading:
    return read_file(write(folder, body), KNOWN, "q.yaml")


def told(folder: Path, body: str) -> list[str]:
    return [str(problem) for problem in read(folder, body).problems]


def test_a_sound_question_is_read_with_its_topic(tmp_path: Path) -> None:
    (entry,) = read(tmp_path, CHOICE).entries
    assert (entry.question.id, entry.question.topic, entry.question.keys) == (
        "first-tendon",
        "Tendons",
        ("tibialis-posterior",),
    )


def test_one_bad_question_does_not_hide_the_others(tmp_path: Path) -> None:
    bad = CHOICE.replace("first-tendon", "bad one").replace("kind: choice", "kind: choise")
    good = CHOICE.replace("first-tendon", "third-tendon")
    found = read(tmp_path, CHOICE + bad + good)
    assert [entry.question.id for entry in found.entries] == ["first-tendon", "third-tendon"]
    assert [str(one) for one in found.problems] == [
        "q.yaml:21:5: error: choise is not one of choice, multiple, matching, key-feature, locate, name, picture, order, ranking, sort, flip, staged, prove, trace, paint (did you mean choice?) [known-word]"
    ]


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("[tp_tendon]", "[tp_tendom]", "q.yaml:17:18: error: no structure is called tp_tendom (did you mean tp_tendon?) [known-structure]"),
        ("[GRAY]", "[GREY]", "q.yaml:18:18: error: no reference is called GREY (did you mean GRAY?) [known-reference]"),
        ("    take_home: Tibialis posterior comes first.\n", "", "q.yaml:3:5: error: take_home is missing; add it [missing-field]"),
        ("level: recall", "levl: recall", "q.yaml:5:5: error: levl is not a field here (did you mean level?) [unknown-field]"),
        ("correct: true", "correct: maybe", "q.yaml:10:9: error: correct: this has to be true or false, not “maybe” [type]"),
        ("        correct: true\n", "", "q.yaml:8:5: error: exactly one option has to be correct, not 0 [one-key]"),
        ("id: first-tendon", "id: First tendon!", "q.yaml:3:5: error: write this id as first-tendon [id]"),
        ("text: Flexor hallucis longus", "text: Tibialis  Posterior", "q.yaml:14:9: error: this option repeats tibialis-posterior [duplicate-options]"),
    ],
)  # fmt: skip
def test_each_mistake_is_told_with_its_place_and_the_nearest_word(
    tmp_path: Path, old: str, new: str, problem: str
) -> None:
    assert old in CHOICE
    assert problem in told(tmp_path, CHOICE.replace(old, new))


def test_findings_are_known_in_the_stem_and_in_options(tmp_path: Path) -> None:
    body = CHOICE.replace("    ask:", "    stem: A [numb sole](s_numb_sol) at night.\n    ask:").replace(
        "        correct: true", "        condition: gowt\n        for: [e_windlas]\n        correct: true"
    )
    assert [line.split("error: ")[1].split(" [")[0] for line in told(tmp_path, body)] == [
        "no finding is called s_numb_sol (did you mean s_numb_sole_toes?)",
        "no condition is called gowt (did you mean gout?)",
        "no finding is called e_windlas (did you mean e_windlass?)",
    ]


def test_a_wrong_field_does_not_hide_a_wrong_id(tmp_path: Path) -> None:
    body = CHOICE.replace("level: recall", "level: recal").replace("[tp_tendon]", "[tp_tendom]")
    assert len(told(tmp_path, body)) == 2


def test_what_is_asked_on_a_diagram_has_to_be_drawn_there(tmp_path: Path) -> None:
    body = (
        CHOICE.replace("kind: choice", "kind: locate")
        .replace("text: Tibialis posterior", "structure: tibial_nerve")
        .replace("text: Flexor digitorum longus", "structure: talus")
        .replace("text: Flexor hallucis longus", "structure: tibia")
    )
    assert "the medial diagram does not show tibial_nerve" in told(tmp_path, body)[0]
    for line, problem in (
        ("dorsal", "no view is called dorsal"),
        ("medial peel bone", "peel wants a number, not bone"),
        ("medial peel 5 zoom 2 at 12 -4 left", "the medial diagram does not show tibial_nerve"),
    ):
        assert problem in told(tmp_path, body.replace("kind: locate", f"kind: locate\n    view: {line}"))[0]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "q.yaml:1:1: error: the file is empty; it needs a topic and questions [empty]"),
        ("just words", "q.yaml:1:1: error: this has to be a block of fields, not “just words” [type]"),
        ("topic: T\n", "q.yaml:1:1: error: questions is missing; add it [missing-field]"),
        ("topic: T\nquestions: [17]\n", "q.yaml:2:13: error: this has to be a block of fields that begins with id [type]"),
        ("topic: T\nquestions:\n  - id: a\n", "q.yaml:3:5: error: kind is missing; add it [missing-field]"),
        ("topic: T\nquestions:\n\t- id: a\n", "q.yaml:3:1: error: a tab indents this line; use spaces [tab]"),
    ],
)  # fmt: skip
def test_a_broken_file_is_one_problem(text: str, problem: str) -> None:
    assert [str(one) for one in read_text(text, KNOWN, "q.yaml").problems] == [problem]


def test_the_version_follows_the_content_and_nothing_else(tmp_path: Path) -> None:
    first = read(tmp_path, CHOICE).entries[0].version
    assert read(tmp_path, "\n# a comment\n" + CHOICE).entries[0].version == first
    assert read(tmp_path, CHOICE.replace("comes first", "is first")).entries[0].version != first


@given(st.text(max_size=400))
def test_no_text_can_raise(text: str) -> None:
    read_text(text, KNOWN, "q.yaml")


@given(st.sampled_from(CHOICE.splitlines()), st.text(max_size=12))
def test_no_spoilt_line_can_raise(line: str, put: str) -> None:
    spoilt = CHOICE.replace(line, line[: len(line) // 2] + put, 1)
    found = read_text(f"topic: T\nquestions:\n{spoilt}", KNOWN, "q.yaml")
    assert found.entries or found.problems
