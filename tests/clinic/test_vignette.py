from __future__ import annotations

import pytest

from quizapp.bank.stock import Stock
from quizapp.base.errors import UserError
from quizapp.clinic import vignette
from quizapp.clinic.vignette import Vignette


def test_a_line_says_what_is_there_and_what_was_looked_for(shipped: Stock) -> None:
    found = vignette.parse(" h_first_step, -s_burn_tingle ,h_first_step", shipped.clinic.findings)
    assert found == Vignette(("h_first_step",), ("s_burn_tingle",))


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("", "no finding is given"),
        ("h_frst_step", "no finding is called h_frst_step (did you mean h_first_step?)"),
        ("h_first_step,-h_first_step", "h_first_step and -h_first_step contradict each other"),
        ("e_pulses_normal,e_pulses_absent", "e_pulses_absent and e_pulses_normal contradict each other"),
        ("s_no_sensory,s_stocking", "s_no_sensory and s_stocking contradict each other"),
    ],
)
def test_what_cannot_be_is_told(shipped: Stock, line: str, told: str) -> None:
    with pytest.raises(UserError) as fault:
        vignette.parse(line, shipped.clinic.findings)
    assert told in str(fault.value)


def test_what_excludes_exists_and_is_another_finding(shipped: Stock) -> None:
    findings = shipped.clinic.findings
    for one in findings.values():
        assert set(one.excludes) <= findings.keys() - {one.id}
