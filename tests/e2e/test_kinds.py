"""A student answers each kind that weighs conditions, by mouse and by keyboard alone; run in a real window too."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea

from quizapp.anatomy.photo import point_at
from quizapp.bank.kinds import KINDS
from quizapp.bank.kinds.flip import MOST_SHIFT, Flip
from quizapp.bank.kinds.key_feature import KeyFeature
from quizapp.bank.kinds.matching import Matching
from quizapp.bank.kinds.picture import Picture
from quizapp.bank.kinds.prove import Prove
from quizapp.bank.kinds.ranking import Ranking
from quizapp.bank.kinds.sort import BINS, Sort
from quizapp.bank.kinds.staged import Staged
from quizapp.bank.question import Question
from quizapp.base.words import words
from quizapp.desktop.answer.matching import MatchingAnswer
from quizapp.desktop.answer.prove import ProveAnswer
from quizapp.desktop.answer.sort import SortAnswer
from quizapp.desktop.parts.bins import Bins
from quizapp.desktop.parts.contrast_slider import ContrastSlider
from quizapp.desktop.parts.option import OptionCard
from quizapp.desktop.parts.part_card import PartCard
from quizapp.desktop.parts.row_list import RowList
from quizapp.quiz.marking import sort
from tests.drivers import AppDriver, wait_until

CTRL = Qt.KeyboardModifier.ControlModifier


def begin(app: AppDriver, kind: type[Question]) -> Question:
    question = next(one for one in app.app.context.bank if isinstance(one, kind))
    app.ask(question.id)
    return question


def place_of(app: AppDriver, key: str) -> int:
    return [one.key for one in app.window.study.shown_options()].index(key) + 1


def digit(number: int) -> Qt.Key:
    return Qt.Key(Qt.Key.Key_0 + number)


def put_in_order(app: AppDriver, keys: tuple[str, ...]) -> None:
    """Bring the rows into an order by keys alone."""
    rows = app.shown(RowList)[0]
    for target, one in enumerate(keys):
        while (at := rows.order().index(one)) > target:
            app.key(digit(at + 1))
            app.key(Qt.Key.Key_Up, CTRL)


def mark(app: AppDriver) -> float:
    return app.attempts()[-1].mark


def parts(app: AppDriver) -> int:
    return len(app.shown(PartCard))


def test_cases_are_matched_by_keys(app: AppDriver) -> None:
    question = begin(app, Matching)
    assert isinstance(question, Matching)
    for stem, chooser in zip(question.stems, app.shown(MatchingAnswer)[0].lists, strict=True):
        chooser.setFocus()
        for _ in range(place_of(app, stem.key)):
            app.key(Qt.Key.Key_Down)
    app.answer()
    assert mark(app) == 1 and parts(app) == len(question.stems)
    assert app.verdict.startswith("Right. 100 % of the cases.")


def test_a_case_left_open_is_asked_for(app: AppDriver) -> None:
    begin(app, Matching)
    app.key(digit(1))
    app.answer()
    assert app.told[-1] == words("study.match_missing", number=2) and app.attempts() == []


def test_steps_that_matter_are_clicked_and_a_harmful_one_costs_all(app: AppDriver) -> None:
    question = begin(app, KeyFeature)
    assert isinstance(question, KeyFeature)
    harmful = next(step for step in question.options if step.harmful)
    app.choose(harmful.text)
    app.choose(next(step.text for step in question.options if step.correct))
    app.answer()
    assert mark(app) == 0 and "could harm this patient" in app.verdict
    assert any("Could harm" in one.text() for one in app.shown(QLabel))


def test_steps_that_matter_are_chosen_by_keys(app: AppDriver) -> None:
    question = begin(app, KeyFeature)
    for one in question.keys:
        app.key(digit(place_of(app, one)))
    app.key(Qt.Key.Key_Return)
    assert mark(app) == 1


def test_a_differential_is_ranked_by_keys(app: AppDriver) -> None:
    question = begin(app, Ranking)
    put_in_order(app, question.keys)
    app.key(Qt.Key.Key_Return)
    assert mark(app) == 1 and app.explained == list(question.keys)


def test_a_row_is_dragged_up_by_the_buttons(app: AppDriver) -> None:
    begin(app, Ranking)
    rows = app.shown(RowList)[0]
    before = rows.order()
    app.press("Move down")
    assert rows.order() == [before[1], before[0], *before[2:]]


def board(app: AppDriver) -> Bins:
    return next(one for one in app.shown(SortAnswer)[0].boards if one.isVisible())


def test_findings_are_sorted_by_their_letters(app: AppDriver) -> None:
    question = begin(app, Sort)
    for number, option in enumerate(question.options, 1):
        app.window.study.setFocus()
        app.shown(SortAnswer)[0].choose(number)
        for place in sorted(sort.places(option)):
            name, _, finding = place.partition(":")
            source = board(app).lists["unsorted"]
            source.setFocus()
            source.setCurrentRow(source.held().index(finding))
            app.key({"for": Qt.Key.Key_F, "against": Qt.Key.Key_A, "missing": Qt.Key.Key_M}[name])
    app.answer()
    assert mark(app) == 1 and parts(app) == 2


def test_a_finding_is_dragged_from_list_to_list(app: AppDriver) -> None:
    begin(app, Sort)
    lists = board(app).lists
    first = lists["unsorted"].held()[0]
    dropped = lists["unsorted"].model().mimeData([lists["unsorted"].model().index(0, 0)])
    model = lists["for"].model()
    assert model.dropMimeData(dropped, Qt.DropAction.MoveAction, 0, 0, model.index(-1, -1))
    lists["unsorted"].takeItem(0)
    app.settle()
    assert board(app).placed() == (f"for:{first}",)
    assert lists["for"].accessibleName().endswith("For")


def test_a_placed_finding_is_taken_back(app: AppDriver) -> None:
    begin(app, Sort)
    app.key(Qt.Key.Key_F)
    (placed,) = board(app).placed()
    board(app).lists["for"].setFocus()
    app.key(Qt.Key.Key_Backspace)
    assert placed.startswith("for:") and board(app).placed() == ()
    assert set(board(app).lists) == {"unsorted", *BINS}


def test_a_turned_finding_is_weighed_by_keys(app: AppDriver) -> None:
    question = begin(app, Flip)
    assert isinstance(question, Flip)
    shifts = {one.key: one.shift for one in question.options}
    for option in app.window.study.shown_options():
        name = app.window.study.asked_words(option)
        while not str(QApplication.focusWidget().accessibleName()).startswith(f"{name}: "):
            app.key(Qt.Key.Key_Tab)
        app.key(digit(shifts[option.key] + MOST_SHIFT + 1))
        focused = QApplication.focusWidget()
        assert isinstance(focused, QPushButton) and focused.isChecked()
    app.answer()
    assert mark(app) == 1 and parts(app) == len(question.options)


def test_a_turned_finding_is_weighed_by_mouse(app: AppDriver) -> None:
    question = begin(app, Flip)
    app.answer()
    assert "Weigh" in app.told[-1]
    for option in question.options:
        app.press(f"{app.window.study.asked_words(option)}: changes nothing")
    app.answer()
    assert 0 <= mark(app) < 1 and "of what the table says" in app.verdict


def test_a_case_in_stages_is_ranked_again_at_each(app: AppDriver) -> None:
    question = begin(app, Staged)
    assert isinstance(question, Staged)
    others = tuple(one.key for one in question.options if not one.correct)
    for stage in question.stages[1:]:
        put_in_order(app, (*question.keys, *others))
        app.press(words("study.staged_next"))
        assert any(one.text().find(stage.text[:12].strip("[")) >= 0 for one in app.shown(QLabel))
    app.answer()
    attempt = app.attempts()[-1]
    assert attempt.mark == 1 and len(attempt.steps) == len(question.stages)
    assert parts(app) == len(question.stages)


def test_a_wrong_leader_that_is_kept_costs(app: AppDriver) -> None:
    question = begin(app, Staged)
    assert isinstance(question, Staged)
    wrong = next(stage.drops for stage in question.stages if stage.drops)
    put_in_order(app, (wrong,))
    for _ in question.stages[1:]:
        app.key(Qt.Key.Key_Return)
    app.key(Qt.Key.Key_Return)
    assert mark(app) < 0.5


def test_a_diagnosis_is_proved_by_mouse(app: AppDriver) -> None:
    question = begin(app, Prove)
    assert isinstance(question, Prove)
    app.click_on(question.targets[0])
    app.choose(app.window.study.asked_words(next(one for one in question.options if one.correct)))
    chips = app.shown(ProveAnswer)[0].findChildren(OptionCard)
    chip = next(one for one in chips if one.property("finding") == question.deciding[0])
    chip.click()
    app.answer()
    assert mark(app) == 1 and parts(app) == 3
    states = app.window.study._feedback.states()  # type: ignore[union-attr]
    assert states[question.targets[0]] == "right"


def test_a_diagnosis_is_proved_by_keys(app: AppDriver) -> None:
    question = begin(app, Prove)
    assert isinstance(question, Prove)
    made = app.shown(ProveAnswer)[0]
    app.key(Qt.Key.Key_N)
    markers = [one.structure for one in made.place.asked.options]
    app.key(digit(markers.index(question.targets[0]) + 1))
    app.window.study.setFocus()
    app.key(digit(place_of(app, question.keys[0])))
    chip = next(one for one in made.findChildren(OptionCard) if one.property("finding") == question.deciding[0])
    chip.setFocus()
    app.key(Qt.Key.Key_Space)
    app.answer()
    assert mark(app) == 1


def test_what_a_proof_lacks_is_asked_for_in_turn(app: AppDriver) -> None:
    begin(app, Prove)
    app.answer()
    assert app.told[-1] == words("study.prove_no_source")
    app.shown(ProveAnswer)[0].place.choose(1)
    app.answer()
    assert app.told[-1] == words("study.prove_no_condition")
    app.shown(ProveAnswer)[0].condition.choose(1)
    app.answer()
    assert app.told[-1] == words("study.prove_no_finding")


def test_a_place_on_a_picture_is_clicked(app: AppDriver) -> None:
    question = begin(app, Picture)
    assert isinstance(question, Picture)
    view = app.window.view
    key = next(zone for zone in question.options if zone.correct)
    middle = (sum(x for x, _ in key.zone) / len(key.zone), sum(y for _, y in key.zone) / len(key.zone))
    app.click_at(QPointF(*view.camera.to_pixels(point_at(view.diagram, middle))))
    app.answer()
    attempt = app.attempts()[-1]
    assert attempt.mark == 1 and attempt.point is not None and 0 <= attempt.point[0] <= 1


def test_a_place_on_a_picture_is_chosen_by_its_marker(app: AppDriver) -> None:
    question = begin(app, Picture)
    app.key(Qt.Key.Key_N)
    assert all("Marker" in one.text() for one in app.shown(OptionCard))
    app.key(digit(place_of(app, question.keys[0])))
    app.key(Qt.Key.Key_Return)
    assert mark(app) == 1


def test_a_picture_gets_more_contrast_and_keeps_its_marks(app: AppDriver) -> None:
    begin(app, Picture)
    app.key(Qt.Key.Key_N)
    app.key(digit(1))
    plain = app.window.view.diagram.path
    (slider,) = app.shown(ContrastSlider)
    slider.slider.setValue(8)
    wait_until(lambda: app.window.view.diagram.path != plain)
    assert app.window.view.diagram.path.exists() and not app.shown(OptionCard)[1].isChecked()
    app.answer()
    assert len(app.attempts()) == 1


@pytest.mark.parametrize("kind", [Matching, KeyFeature, Ranking, Sort, Flip, Staged, Prove, Picture])
def test_a_kind_can_be_left_unknown_and_is_explained(app: AppDriver, kind: type[Question]) -> None:
    begin(app, kind)
    app.press("I don't know")
    assert app.attempts()[-1].outcome == "unknown"
    assert app.verdict and app.explained
    assert "your first" not in app.verdict
    assert all(".." not in one.accessibleName() for one in app.shown(QLabel))
    assert not any("{" in one.text() for one in app.shown(QLabel))


@pytest.mark.parametrize("kind", [Matching, KeyFeature, Ranking, Sort, Flip, Staged, Prove, Picture])
def test_everything_of_a_kind_can_be_reached_by_tab(app: AppDriver, kind: type[Question]) -> None:
    begin(app, kind)
    seen = set()
    for _ in range(60):
        QTest.keyClick(app.window.focusWidget() or app.window, Qt.Key.Key_Tab)
        seen.add(app.window.focusWidget())
    assert app.window.study._go in seen and app.window.study._answer is not None
    inside = {one for one in seen if one is not None and app.window.study._answer.isAncestorOf(one)}
    assert inside


def test_the_cards_of_a_long_question_show_their_words(app: AppDriver) -> None:
    begin(app, Staged)
    app.press("I don't know")
    begin(app, Prove)
    wait_until(lambda: all(card._words.height() > 0 for card in app.shown(OptionCard)))


def cut_at(app: AppDriver) -> list[str]:
    """Return the columns whose content ends behind their edge, where nothing lets one scroll to it."""
    areas = [one for one in app.shown(QScrollArea) if one.widget() and not one.horizontalScrollBar().isVisible()]
    return [type(one.parent()).__name__ for one in areas if one.widget().width() > one.viewport().width()]


@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_no_word_of_a_kind_is_cut_in_a_narrow_window(app: AppDriver, kind: str) -> None:
    app.window.resize(1024, 700)
    app.ask(next(one.id for one in app.app.context.bank if one.kind == kind))
    assert cut_at(app) == []
    app.press("I don't know")
    assert app.explained and cut_at(app) == []
