"""A student works through questions of every kind."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea

from quizapp.bank.markup import tags
from quizapp.desktop.parts.explained import ExplainedOption
from quizapp.desktop.parts.feedback import Feedback
from quizapp.desktop.parts.legend import Legend
from quizapp.desktop.parts.option import OptionCard
from tests.drivers import AppDriver


def first_of(app: AppDriver, kind: str, **wanted: object) -> str:
    for question in app.app.context.bank:
        if question.kind == kind and all(getattr(question, name) == value for name, value in wanted.items()):
            return question.id
    raise AssertionError(kind)


def texts(app: AppDriver) -> str:
    return "\n".join(one.accessibleName() or one.text() for one in app.shown(QLabel))


def test_a_case_is_answered_by_mouse_and_every_option_explained(app: AppDriver) -> None:
    name = first_of(app, "choice", level="reasoning")
    question = app.app.context.bank[name]
    app.ask(name)
    key = next(option for option in question.options if option.correct)
    words_of_key = app.window.study.asked_words(key)
    app.choose(words_of_key)
    app.answer()
    assert app.verdict == f"Right. {words_of_key}."
    assert sorted(app.explained) == sorted(option.key for option in question.options)
    for option in question.options:
        assert option.why in texts(app)
    (attempt,) = app.attempts()
    assert (attempt.question_id, attempt.mark, attempt.chosen) == (name, 1, (key.key,))


def test_the_underlines_of_the_case_are_explained(app: AppDriver) -> None:
    name = "numb-heel-with-a-faint-reflex"
    wrong = app.app.context.bank[name].option("tarsal_tunnel_syndrome")
    assert wrong is not None
    app.ask(name)
    app.choose(app.window.study.asked_words(wrong))
    app.answer()
    assert [one.accessibleName() for one in app.shown(Legend)] == ["speaks for the right answer. speaks against yours"]


def test_a_case_is_answered_by_keys_alone(app: AppDriver) -> None:
    name = first_of(app, "choice")
    app.ask(name)
    app.key(Qt.Key.Key_2)
    app.key(Qt.Key.Key_C)
    app.key(Qt.Key.Key_Return)
    (attempt,) = app.attempts()
    second = app.window.study.shown_options()[1]
    assert (attempt.chosen, attempt.certainty) == ((second.key,), "certain")
    app.key(Qt.Key.Key_Return)
    assert app.page == "results"


def test_several_answers_are_chosen_and_left_by_their_numbers(app: AppDriver) -> None:
    name = first_of(app, "multiple")
    app.ask(name)
    for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_1):
        app.key(key)
    assert [card.isChecked() for card in app.shown(OptionCard)][:2] == [False, True]
    app.key(Qt.Key.Key_Return)
    assert len(app.attempts()[0].chosen) == 1


def test_a_place_is_found_by_clicking_it(app: AppDriver) -> None:
    app.ask(first_of(app, "locate"))
    question = app.app.context.bank[app.question]
    region = app.window.view.diagram.by_id[question.keys[0]]
    app.click_at(QPointF(*app.window.view.camera.to_pixels(region.anchor)))
    app.answer()
    (attempt,) = app.attempts()
    assert attempt.mark == 1 and attempt.point is not None
    assert region.contains(*attempt.point)


def test_a_place_is_found_by_its_numbered_marker(app: AppDriver) -> None:
    app.ask(first_of(app, "locate"))
    app.key(Qt.Key.Key_N)
    options = app.window.study.shown_options()
    right = next(at for at, option in enumerate(options, 1) if option.correct)
    app.key(Qt.Key(Qt.Key.Key_0 + right))
    app.key(Qt.Key.Key_Return)
    assert app.attempts()[0].mark == 1


def test_the_paper_beside_the_foot_is_no_place(app: AppDriver) -> None:
    app.ask(first_of(app, "locate"))
    app.click_at(QPointF(app.window.view.width() * 0.25, app.window.view.height() * 0.25))
    app.answer()
    assert app.attempts() == [] and app.told == ["Choose an answer first, or say that you don't know."]


def test_a_near_miss_is_told_as_near(app: AppDriver) -> None:
    name = next(one.id for one in app.app.context.bank if one.kind == "locate" and len(one.keys) == 1)
    app.ask(name)
    view = app.window.view
    region = view.diagram.by_id[app.app.context.bank[name].keys[0]]
    spot = next(
        QPointF(x, y)
        for x in range(0, view.width(), 3)
        for y in range(0, view.height(), 3)
        if 1 < region.gap(*view.camera.to_mm(x, y)) < 3 and not region.contains(*view.camera.to_mm(x, y))
    )
    app.click_at(spot)
    app.answer()
    assert app.verdict.startswith("Near. ") and " mm from " in app.verdict


def test_a_lit_structure_is_named_by_typing(app: AppDriver) -> None:
    name = first_of(app, "name", typed=True)
    app.ask(name)
    app.type(app.app.context.catalogue.name(app.app.context.bank[name].keys[0]).lower())
    app.key(Qt.Key.Key_Return)
    assert app.attempts()[0].mark == 1


def test_not_knowing_is_allowed_and_explained(app: AppDriver) -> None:
    app.ask(first_of(app, "choice"))
    app.press("I don't know")
    assert app.verdict.startswith("Not known. The answer: ")
    assert app.attempts()[0].outcome == "unknown"


def test_answering_nothing_is_met_with_a_hint(app: AppDriver) -> None:
    app.ask(first_of(app, "choice"))
    app.answer()
    assert app.told == ["Choose an answer first, or say that you don't know."]
    assert app.attempts() == []


def test_a_chip_lights_the_diagram_and_the_diagram_finds_the_option(app: AppDriver) -> None:
    app.ask(first_of(app, "locate"))
    app.press("I don't know")
    chips = [one for one in app.shown(QPushButton) if one.property("structure")]
    chips[0].click()
    assert app.window.view.states() == {chips[0].property("structure"): "lit"}
    app.click_on(chips[-1].property("structure"))
    assert chips[-1].isChecked()


def test_the_chosen_and_the_right_option_carry_a_sign_and_a_word(app: AppDriver) -> None:
    name = first_of(app, "choice")
    app.ask(name)
    wrong = next(option for option in app.window.study.shown_options() if not option.correct)
    app.choose(app.window.study.asked_words(wrong))
    app.answer()
    marked = {one.option.key: texts_in(one) for one in app.shown(ExplainedOption)}
    assert "Your answer" in marked[wrong.key] and "Not right" in marked[wrong.key]
    key = app.app.context.bank[name].keys[0]
    assert "Right answer" in marked[key] and "Right" in marked[key]


def texts_in(widget: ExplainedOption) -> str:
    return "\n".join(f"{one.text()}\n{one.accessibleName()}" for one in widget.findChildren(QLabel))


def test_certainty_is_not_asked_where_the_person_does_not_want_it(app: AppDriver) -> None:
    app.app.settings.set("ask_certainty", False)
    app.ask(first_of(app, "choice"))
    assert not [one for one in app.shown(QPushButton) if one.text() == "Certain"]


@pytest.mark.parametrize(("text", "length"), [("5 questions", 5), ("All", 10)])
def test_a_round_is_set_up_by_topic_and_length(app: AppDriver, text: str, length: int) -> None:
    app.window.go("study")
    topic = next(one for one in app.shown(QPushButton) if one.text().startswith("Red flags"))
    topic.click()
    app.press(text)
    assert any(one.text() == "10 questions match" for one in app.shown(QLabel))
    app.press("Start")
    assert app.window.study.session is not None and len(app.window.study.session.questions) == length


def test_enter_presses_the_button_that_has_the_focus(app: AppDriver) -> None:
    app.ask(first_of(app, "choice"))
    app.key(Qt.Key.Key_1)
    app.button("I don't know").setFocus()
    app.key(Qt.Key.Key_Return)
    (attempt,) = app.attempts()
    assert attempt.outcome == "unknown"


def test_enter_answers_after_the_certainty_was_clicked(app: AppDriver) -> None:
    app.ask(first_of(app, "choice"))
    app.key(Qt.Key.Key_1)
    app.press("Certain")
    app.key(Qt.Key.Key_Return)
    (attempt,) = app.attempts()
    assert attempt.certainty == "certain"


def test_no_more_than_asked_for_are_taken(app: AppDriver) -> None:
    name = first_of(app, "multiple")
    most = len(app.app.context.bank[name].keys)
    app.ask(name)
    for number in range(most + 1):
        app.key(Qt.Key(Qt.Key.Key_1 + number))
    assert sum(card.isChecked() for card in app.shown(OptionCard)) == most
    assert app.told == [f"{most} are asked for: take one back first."]


def test_a_finding_that_was_looked_for_in_vain_is_told_as_absent(app: AppDriver) -> None:
    findings = app.app.context.clinic.findings
    for question in app.app.context.bank:
        absent = {tag.finding for tag in tags(question.stem) if tag.absent}
        spoken = [one for option in question.options for one in option.speaks_against if one in absent]
        if spoken:
            break
    app.ask(question.id)
    app.press("I don't know")
    assert f"{findings[spoken[0]].label} (absent here)" in texts(app)


def test_the_keyboard_reads_the_feedback_to_its_end(app: AppDriver) -> None:
    app.ask(first_of(app, "choice", level="reasoning"))
    app.press("I don't know")
    bar = app.window.study.findChildren(QScrollArea)[0].verticalScrollBar()
    assert bar.maximum() > 0
    app.key(Qt.Key.Key_PageDown)
    assert bar.value() > 0
    app.key(Qt.Key.Key_End)
    assert bar.value() == bar.maximum()


def test_a_change_of_theme_reaches_the_feedback_on_show(app: AppDriver) -> None:
    app.ask(first_of(app, "choice", level="reasoning"))
    app.key(Qt.Key.Key_1)
    app.app.settings.set("theme", "dark")
    app.settle()
    ground = app.shown(OptionCard)[1].grab().toImage().pixelColor(30, 10)
    assert ground.lightness() < 90
    app.answer()
    app.app.settings.set("theme", "light")
    app.settle()
    verdict = app.shown(Feedback)[0].grab().toImage().pixelColor(60, 6)
    assert verdict.lightness() > 180


def test_a_marker_is_chosen_by_clicking_it_and_none_lies_on_another(app: AppDriver) -> None:
    name = max(
        (one for one in app.app.context.bank if one.kind == "locate"),
        key=lambda one: len(one.options),
    ).id
    app.ask(name)
    app.key(Qt.Key.Key_N)
    view = app.window.view
    wanted = app.window.study.shown_options()[-1].structure
    spots = [
        QPointF(x, y)
        for x in range(0, view.width(), 4)
        for y in range(0, view.height(), 4)
        if view.marker_at(view.camera.to_mm(x, y)) == wanted
    ]
    app.click_at(spots[len(spots) // 2])
    assert app.shown(OptionCard)[-1].isChecked()


def test_a_round_that_was_stopped_can_be_continued(app: AppDriver) -> None:
    app.ask(first_of(app, "choice"), first_of(app, "multiple"))
    app.press("I don't know")
    app.press("Stop here")
    assert app.page == "results"
    app.window.go("home")
    assert [session.position for session in [app.app.context.store.unfinished()] if session] == [2]


def test_stopping_before_the_first_answer_leads_home(app: AppDriver) -> None:
    app.ask(first_of(app, "choice"))
    app.press("Stop here")
    assert app.page == "home"


def test_the_diagram_is_left_by_control_and_tab(app: AppDriver) -> None:
    app.select("calcaneus")
    app.window.view.setFocus()
    app.key(Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    assert not app.window.view.hasFocus()
    assert app.window.atlas.selected == "calcaneus"


def test_what_was_missed_in_class_is_practised_at_home(app: AppDriver, tmp_path: Path) -> None:
    known = [one.id for one in app.app.context.bank][:2]
    path = tmp_path / "my-misses.quizset"
    pair = ["tarsal_tunnel_syndrome", "plantar_fasciitis"]
    made = {"format": "quizapp study set 1", "title": "Tuesday", "questions": [*known, "gone"], "look_alikes": [pair]}
    path.write_text(json.dumps(made))
    app.window.rounds.study_set(path)
    session = app.window.study.session
    assert session is not None
    assert session.title == "From class: Tuesday"
    assert list(session.questions[:2]) == known
    assert len(session.questions) == 4, "two more questions part the look-alikes"


def test_a_file_that_is_no_study_set_is_told(app: AppDriver, tmp_path: Path) -> None:
    path = tmp_path / "photo.quizset"
    path.write_bytes(b"\x89PNG")
    app.window.rounds.study_set(path)
    assert "photo.quizset" in app.told[-1]
