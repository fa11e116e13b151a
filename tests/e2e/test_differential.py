"""A student weighs conditions: compares them, reads their pages, ticks findings, meets new patients."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QLabel, QLineEdit, QListWidget

from quizapp.base import paths
from quizapp.base.words import words
from quizapp.desktop.pages.compare import ComparePage
from quizapp.desktop.pages.condition import ConditionPage
from quizapp.desktop.pages.explorer import ExplorerPage
from quizapp.desktop.pages.sheet import SheetPage
from quizapp.desktop.parts.command import CommandSearch
from quizapp.desktop.parts.explained import ExplainedOption
from quizapp.desktop.parts.text import number
from tests.drivers import AppDriver

PAIR = ("medial_calcaneal_neuropathy", "baxter_neuropathy")


def said(app: AppDriver) -> str:
    return "\n".join(one.accessibleName() or one.text() for one in app.shown(QLabel))


def follow(app: AppDriver, text: str) -> None:
    """Follow the link that says something, as Enter on it does."""
    found = next(one for one in app.shown(QLabel) if text in one.accessibleName() and "href" in one.text())
    found.linkActivated.emit("#")
    app.settle()


def compared(app: AppDriver) -> tuple[str, ...]:
    return app.shown(ComparePage)[0].conditions


def explorer(app: AppDriver) -> ExplorerPage:
    app.window.run_action("explorer")
    app.settle()
    return app.shown(ExplorerPage)[0]


def test_a_missed_question_leads_to_a_comparison(app: AppDriver) -> None:
    question = next(one for one in app.app.context.bank if one.kind == "choice" and one.keys == ("baxter_neuropathy",))
    app.ask(question.id)
    app.press("I don't know")
    wrong = next(one for one in app.shown(ExplainedOption) if not one.option.correct)
    wrong.compare_requested.emit((wrong.option.condition, "baxter_neuropathy"))
    app.settle()
    assert app.page == "compare" and compared(app) == (wrong.option.condition, "baxter_neuropathy")


def test_every_diagnosis_is_weighed_by_the_findings_of_the_case(app: AppDriver) -> None:
    question = next(one for one in app.app.context.bank if one.id == "burning-sole-spared-heel")
    app.ask(question.id)
    app.key(Qt.Key.Key_1)
    app.answer()
    told = said(app)
    assert "For:" in told and "hallmark" in told and "Missing:" in told
    assert len(app.explained) == len(question.options)
    finding = next(one for one in question.vignette.present)
    stem = app.window.study._feedback._stem  # type: ignore[union-attr]
    assert stem is not None and stem.point_out(finding) and not stem.point_out("i_pus")


def test_a_comparison_says_what_separates_two(app: AppDriver) -> None:
    app.window.compare(PAIR)
    app.settle()
    told = said(app)
    assert "The one best test" in told and "Weak fifth-toe abduction" in told
    states = app.window.view._states
    assert set(states.values()) >= {"one", "other"}
    follow(app, "Open Medial calcaneal")
    assert app.page == "condition" and "Compare with" in said(app)


def test_a_third_condition_is_added(app: AppDriver) -> None:
    app.window.compare(PAIR)
    app.settle()
    (chooser,) = app.shown(QComboBox)
    chooser.setCurrentIndex(1)
    chooser.activated.emit(1)
    app.settle()
    assert len(compared(app)) == 3 and not app.shown(QComboBox)


def test_a_pair_is_practised(app: AppDriver) -> None:
    app.window.compare(PAIR)
    app.settle()
    app.press(words("compare.practise"))
    session = app.window.study.session
    assert app.page == "study" and session is not None
    for one in session.questions:
        assert set(PAIR) <= {option.condition for option in app.app.context.bank[one].options}


def test_the_page_of_a_condition_shows_all_there_is(app: AppDriver) -> None:
    app.window.show_condition("gout")
    app.settle()
    told = said(app)
    condition = app.app.context.clinic.conditions["gout"]
    for text in (condition.definition, condition.history, condition.management, condition.red_flags):
        assert text in told
    assert "settled" in told and "expert judgement" in told
    follow(app, "Compare with Septic arthritis")
    assert compared(app) == ("gout", "septic_arthritis")
    app.window.go("home")
    assert "Think of it" not in said(app)


def test_a_red_flag_condition_says_so(app: AppDriver) -> None:
    app.window.show_condition("cauda_equina")
    app.settle()
    assert "Red flag: think of it first" in said(app)
    assert app.shown(ConditionPage)[0].view is app.window.view


def test_search_opens_conditions_and_comparisons(app: AppDriver) -> None:
    search = CommandSearch(app.app.context, app.window)
    found: list[tuple[str, str]] = []
    search.chosen.connect(lambda sort, name: found.append((sort, name)))
    line = search.findChild(QLineEdit)
    assert line is not None
    line.setText("gout vs septic arthritis")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert found == [("compare", "gout+septic_arthritis")] and isinstance(search, QDialog)
    app.window._on_found(*found[0])
    app.settle()
    assert compared(app) == ("gout", "septic_arthritis")
    app.window._on_found("condition", "dvt")
    assert app.page == "condition"
    line.setText("zzz vs qqq")
    assert "–" not in str(search.findChild(QListWidget).item(0) or "")  # type: ignore[union-attr]


def test_findings_are_ticked_by_keys_and_the_differential_follows(app: AppDriver) -> None:
    page = explorer(app)
    page.findings.show_finding("e_tinel_medial_heel")
    app.key(Qt.Key.Key_Space)
    assert page.vignette.present == ("e_tinel_medial_heel",)
    assert "Open Medial calcaneal nerve entrapment" in said(app)
    app.key(Qt.Key.Key_Space)
    assert page.vignette.absent == ("e_tinel_medial_heel",)
    app.key(Qt.Key.Key_Plus)
    app.key(Qt.Key.Key_Backspace)
    assert page.vignette.present == () and words("explorer.empty") in said(app)


def test_a_finding_that_excludes_another_takes_it_back(app: AppDriver) -> None:
    page = explorer(app)
    page.findings.set_tick("s_no_sensory", "present")
    page.findings.set_tick("s_stocking", "present")
    app.settle()
    assert page.vignette.present == ("s_stocking",) and "exclude each other" in app.told[-1]


def test_the_explorer_raises_flags_and_suggests(app: AppDriver) -> None:
    page = explorer(app)
    page.findings.set_tick("h_saddle_sphincter", "present")
    app.settle()
    told = said(app)
    assert told.index("Rule out first: Cauda equina") < told.index("Open Cauda equina")
    assert words("differential.next") in told and words("differential.disclaimer") in told
    follow(app, "Take back")
    assert page.vignette.present == ()


@pytest.mark.parametrize("text", ["burn heel", "tinel", "zzzz"])
def test_findings_are_filtered_by_words(app: AppDriver, text: str) -> None:
    page = explorer(app)
    (line,) = app.shown(QLineEdit)
    line.setText(text)
    shown = [one for one, item in page.findings._items.items() if not item.isHidden()]
    labels = [app.app.context.clinic.findings[one].label.lower() for one in shown]
    assert all(word in one for one in labels for word in text.split()) and bool(shown) == (text != "zzzz")


def test_new_patients_are_practised(app: AppDriver) -> None:
    app.window.go("study")
    app.press("New patients")
    session = app.window.study.session
    assert session is not None and len(session.questions) == 10
    assert all(one.startswith("patient:") for one in session.questions)
    app.press("I don't know")
    assert app.verdict and number(app.attempts()[0].mark) == "0"


def test_a_sheet_of_patients_is_approved_at_a_glance(
    app: AppDriver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shipped = paths.resources("clinic", "skeletons")
    copied = tmp_path / "skeletons"
    shutil.copytree(shipped, copied)
    monkeypatch.setattr(paths, "resources", lambda *parts: copied.joinpath(*parts[2:]))
    app.window.run_action("sheets")
    app.settle()
    (page,) = app.shown(SheetPage)
    skeleton = page.skeleton
    assert skeleton is not None and len(app.shown(QCheckBox)) == 10
    app.press("Next ten")
    ticks = app.shown(QCheckBox)
    ticks[9].click()
    assert 20 in app.app.context.skeletons[skeleton.id].approved
    assert f"patient:{skeleton.id}:20" in app.app.context.patients()
    assert " 20" in (copied / f"{skeleton.id}.yaml").read_text(encoding="utf-8").split("approved:")[1]
    ticks[9].click()
    assert app.app.context.skeletons[skeleton.id] == skeleton


@pytest.mark.parametrize("size", [(1024, 700), (1280, 800)])
def test_no_word_of_the_explorer_is_cut_by_its_column(app: AppDriver, size: tuple[int, int]) -> None:
    app.window.resize(*size)
    page = explorer(app)
    for finding in ("s_burn_tingle", "s_numb_heel_only", "h_night_unremitting"):
        page.findings.set_tick(finding, "present")
    app.settle()
    column = page.column.parentWidget()
    edge = column.parentWidget().width()
    ends = {
        one.text(): one.mapTo(column, one.rect().topRight()).x()
        for one in app.shown(QLabel)
        if column.isAncestorOf(one)
    }
    assert len(ends) > 20 and max(ends.values()) <= edge
