from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from quizapp import cli
from tests.bank.samples import CHOICE, write

MAIN = Path(__file__).resolve().parent.parent / "main.py"


def test_info_counts_the_bank(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["info", "--json"]) == 0
    facts = json.loads(capsys.readouterr().out)
    assert facts["questions"] == 200 and facts["problems"] == 0
    assert sum(facts["kinds"].values()) == sum(facts["levels"].values()) == sum(facts["topics"].values()) == 200
    assert "tibial_nerve" in facts["structures"]["covered"]
    assert "tarsal_tunnel_syndrome" in facts["conditions"]["covered"]


def test_info_reads_well(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["info"]) == 0
    assert capsys.readouterr().out.startswith("200 questions, 0 problems\n")


def test_lint_prints_problems_and_fails_on_errors(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = write(tmp_path, CHOICE.replace("level: recall", "level: recal"))
    assert cli.main(["lint", str(file), "--json"]) == 1
    (row,) = json.loads(capsys.readouterr().out)
    assert row == {
        "file": f"{tmp_path.name}/q.yaml",
        "line": 5,
        "column": 5,
        "severity": "error",
        "rule": "known-word",
        "text": "recal is not one of recall, interpretation, reasoning (did you mean recall?)",
    }


def test_lint_passes_on_warnings_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = write(tmp_path, CHOICE.replace("Which tendon lies in the groove behind the malleolus?", "Which tendon?"))
    assert cli.main(["lint", str(file)]) == 0
    assert capsys.readouterr().out.endswith("0 errors, 1 warnings\n")


def test_a_path_that_is_not_there_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["lint", "no-such-folder"]) == 2
    assert capsys.readouterr().err == "no-such-folder: there is no such file or folder\n"


@pytest.mark.parametrize("words", [["info"], ["lint", "questions"]])
def test_the_command_line_never_imports_qt(words: list[str]) -> None:
    code = (
        "import sys; sys.argv[1:] = " + repr(words) + "\n"
        "from quizapp.start import main\n"
        "status = main()\n"
        "assert not [name for name in sys.modules if name.startswith('PySide6')]\n"
        "sys.exit(status)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=MAIN.parent, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_main_with_words_is_the_command_line() -> None:
    done = subprocess.run([sys.executable, str(MAIN), "info"], capture_output=True, text=True, check=False)
    assert done.returncode == 0 and "200 questions" in done.stdout


def test_differential_prints_rows_best_first(capsys: pytest.CaptureFixture[str]) -> None:
    findings = "s_numb_heel_only,e_tinel_medial_heel,-h_first_step"
    assert cli.main(["differential", "--findings", findings, "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert rows[0]["condition"] == "medial_calcaneal_neuropathy" and rows[0]["rank"] == 1
    assert set(rows[0]) == {"condition", "rank", "for", "against", "missing", "red_flag"}
    assert rows[0]["for"][0]["word"] == "hallmark" and rows[0]["for"][0]["why"]


def test_differential_says_the_red_flag_first(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["differential", "--findings=h_past_podagra,e_hot_red_joint"]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("Rule out first: Septic arthritis")
    assert "1. Acute gout" in printed and "no diagnostic device" in printed


def test_differential_refuses_what_cannot_be(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["differential", "--findings", "e_pulses_normal,e_pulses_absent"]) == 2
    assert "contradict each other" in capsys.readouterr().err


def test_a_line_of_findings_may_begin_with_an_absent_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["differential", "--findings", "-h_first_step,s_burn_tingle", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)


def test_the_report_prints_what_the_bank_covers(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["lint", "--report", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert set(found) >= {"structures", "conditions", "misconceptions", "levels", "key_positions"}
    assert cli.main(["lint", "--report"]) == 0
    assert "key positions" in capsys.readouterr().out


def test_a_sheet_of_patients_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    file = MAIN.parent / "resources" / "clinic" / "skeletons" / "red-by-breakfast.yaml"
    assert cli.main(["patients", str(file), "--count", "3"]) == 0
    printed = capsys.readouterr().out
    assert "* 1. " in printed and "approved" in printed


def test_a_broken_skeleton_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "x.yaml").write_text("key: gout\n", encoding="utf-8")
    assert cli.main(["patients", str(tmp_path / "x.yaml")]) == 1
    assert "is missing; add it" in capsys.readouterr().out
