"""A student reads the results and goes on from there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from quizapp.bank.kinds.locate import Locate
from quizapp.bank.kinds.name import Name
from tests.drivers import AppDriver


def answer_round(app: AppDriver) -> list[str]:
    """Answer ten questions, every other one right and guessed, the rest wrong and certain."""
    asked = []
    plain = [one.id for one in app.app.context.bank if one.kind in ("choice", "multiple", "locate", "name")]
    app.window.rounds.begin("Surprise", plain, 10)
    app.settle()
    while app.window.study.session is not None and app.window.study.session.current is not None:
        asked.append(app.question)
        question = app.app.context.bank[app.question]
        right = len(asked) % 2 == 1
        keys = question.keys if right else [one.key for one in question.options if not one.correct][:1]
        answer_with(app, keys, "guess" if right else "certain")
        app.key(Qt.Key.Key_Return)
    return asked


def answer_with(app: AppDriver, keys: Sequence[str], certainty: str) -> None:
    """Choose the options with some keys by their numbers, say how sure, and answer."""
    question = app.app.context.bank[app.question]
    if isinstance(question, Name) and question.typed:
        app.type(app.app.context.catalogue.name(keys[0]))
    else:
        for at, option in enumerate(app.window.study.shown_options(), 1):
            if option.key in (keys[:1] if isinstance(question, Locate) else keys):
                app.key(Qt.Key(Qt.Key.Key_0 + at))
    app.press({"guess": "Guess", "certain": "Certain"}[certainty])
    app.answer()


def labels(app: AppDriver) -> list[str]:
    return [one.text() for one in app.shown(QLabel)]


def test_ten_questions_end_in_results_by_topic_and_level(app: AppDriver) -> None:
    asked = answer_round(app)
    assert len(asked) == 10 and app.page == "results"
    assert "5 of 10" in labels(app)
    assert "5 lucky guesses" in labels(app) and "5 confident errors" in labels(app)
    topics = {app.app.context.bank[one].topic for one in asked}
    assert topics <= set(labels(app))


def test_every_question_can_be_looked_at_again(app: AppDriver) -> None:
    asked = answer_round(app)
    objective = app.app.context.bank[asked[1]].objective
    next(one for one in app.shown(QPushButton) if one.text() == objective).click()
    assert app.page == "study" and app.verdict
    assert app.window.study.is_review
    app.press("Back to the results")
    assert app.page == "results"
    next(one for one in app.shown(QPushButton) if one.text() == objective).click()
    app.window.go("study")
    assert app.page == "setup"


def test_the_missed_and_the_guessed_are_asked_again(app: AppDriver) -> None:
    asked = answer_round(app)
    app.press("Again with the ones I missed or was unsure of")
    assert app.window.study.session is not None
    assert sorted(app.window.study.session.questions) == sorted(asked)


def test_before_the_first_round_the_place_says_what_it_is_for(app: AppDriver) -> None:
    app.window.go("results")
    assert any(text.startswith("No round is finished yet") for text in labels(app))


def test_home_shows_the_last_results(app: AppDriver) -> None:
    answer_round(app)
    app.window.go("home")
    assert any(one.text() == "Surprise · 5 of 10" for one in app.shown(QPushButton))
