from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.base import yamlfile
from quizapp.base.yamlfile import BadYamlError, Lines, parse, read_text


def fault(text: str) -> str:
    with pytest.raises(BadYamlError) as caught:
        parse(text, "q.yaml")
    return str(caught.value.problem)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("no", "no"),
        ("on", "on"),
        ("1:30", "1:30"),
        ("2026-11-20", "2026-11-20"),
        ("017", 17),
        ("0o17", 15),
        ("0x1f", 31),
        ("true", True),
        ("~", None),
        ("", None),
        (".5", 0.5),
        ("-12", -12),
        ("1_000", "1_000"),
    ],
)
def test_scalars_are_those_of_yaml_1_2(text: str, value: object) -> None:
    assert parse(f"a: {text}", "q.yaml") == {"a": value}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a: 1\nb: 2\na: 3", "q.yaml:3:1: error: the key a stands here twice; keep one at “a: 3” [yaml]"),
        ("a:\n  b: 1\n\tc: 2", "q.yaml:3:1: error: a tab indents this line; use spaces [tab]"),
        ("a: &x [1]\nb: *x", "q.yaml:2:4: error: the alias *x is not read here; write the value out [alias]"),
        ("a: {b: [1, 2}", "q.yaml:1:13: error: did not find expected ',' or ']' at “a: {b: [1, 2}” [yaml]"),
        ("a: b: c", "q.yaml:1:5: error: mapping values are not allowed in this context at “a: b: c” [yaml]"),
    ],
)
def test_a_fault_says_where_and_what(text: str, told: str) -> None:
    assert fault(text) == told


@pytest.mark.parametrize("text", ["[" * 30_000, "- " * 30_000, "\n".join(["["] * 30_000), "{a: " * 30_000])
def test_deep_nesting_is_refused_and_not_walked(text: str) -> None:
    assert fault(text).endswith("this nests too deep to be a question [depth]")


def test_an_alias_bomb_is_refused_at_its_first_alias() -> None:
    lines = ['a0: &a0 ["x", "x"]'] + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30)]
    assert "the alias *a0 is not read here" in fault("\n".join(lines))


def test_emphasis_in_a_text_is_no_alias() -> None:
    assert parse("stem: worse *at night* and *on stairs*", "q.yaml") == {"stem": "worse *at night* and *on stairs*"}


def test_a_tag_that_would_run_code_is_refused(tmp_path: Path) -> None:
    assert "could not determine a constructor" in fault("a: !!python/object/apply:os.system [echo]")


def test_a_file_that_is_no_text_is_told(tmp_path: Path) -> None:
    file = tmp_path / "q.yaml"
    file.write_bytes(b"a: 1\nb: \xff\xfe\x00")
    with pytest.raises(BadYamlError, match=r"q\.yaml:2:1: error: this is not UTF-8 text"):
        read_text(file)


def test_a_huge_file_is_not_read(tmp_path: Path) -> None:
    file = tmp_path / "q.yaml"
    with file.open("wb") as stream:
        stream.truncate(50_000_000)
    with pytest.raises(BadYamlError, match="50 MB is too large; split it below 5 MB"):
        read_text(file)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadYamlError, match="cannot be read: No such file or directory"):
        read_text(tmp_path / "q.yaml")


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    file = tmp_path / "q.yaml"
    file.write_bytes(b"\xef\xbb\xbfa: 1")
    assert read_text(file) == "a: 1"


def test_places_are_found_by_path() -> None:
    lines = Lines("topic: T\nquestions:\n  - id: a\n    tags: [x, y]\n", "q.yaml")
    assert str(lines.place(("questions", 0, "tags", 1))) == "q.yaml:4:15"
    assert str(lines.place(("questions", 0, "tags"))) == "q.yaml:4:5"
    assert str(lines.place(("questions", 0, "missing"))) == "q.yaml:3:5"
    assert str(lines.place(("questions", 7))) == "q.yaml:3:3"


@given(st.text(max_size=300))
def test_any_text_is_a_value_or_a_problem(text: str) -> None:
    try:
        parse(text, "q.yaml")
    except BadYamlError as caught:
        assert re.match(r"q\.yaml:\d+:\d+: error: ", str(caught.problem))


@given(
    st.recursive(st.text("abc xyz:#-?!&*'\"äß漢", max_size=8), lambda inner: st.lists(inner, max_size=3), max_leaves=12)
)
def test_flow_lists_come_back_as_written(value: object) -> None:
    assert parse(f"a: {json.dumps(value, ensure_ascii=False)}", "q.yaml") == {"a": value}


def test_the_limits_are_what_the_messages_say() -> None:
    assert yamlfile.MAX_BYTES == 5_000_000
