"""Codes, names and addresses."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quizapp.classroom import codes


@given(st.text(max_size=30))
def test_whatever_is_typed_becomes_a_code_or_none(typed: str) -> None:
    assert len(codes.as_code(typed)) <= codes.CODE_LENGTH


def test_a_code_may_be_typed_in_small_letters_with_a_gap() -> None:
    code = codes.room_code()
    assert codes.as_code(f" {code[:3].lower()}-{code[3:].lower()} ") == code


def test_four_hundred_phones_have_names_of_their_own_and_later_ones_too() -> None:
    names = [codes.nickname(7, number) for number in range(1500)]
    assert len(set(names)) == 1500
    assert names != [codes.nickname(8, number) for number in range(1500)]


def test_no_address_leads_back_to_this_machine_alone() -> None:
    assert not any(one.startswith("127.") for one in codes.addresses())
