"""While a question is open nothing gives the answer away."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QPushButton, QToolTip, QWidget

from quizapp.bank import markup
from quizapp.bank.kinds.locate import Locate
from quizapp.bank.kinds.name import Name
from quizapp.bank.question import Question
from quizapp.desktop.parts.option import OptionCard
from quizapp.desktop.parts.stem import StemView
from tests.drivers import AppDriver


def on_diagram(app: AppDriver) -> list[Question]:
    return [one for one in app.app.context.bank if isinstance(one, Locate | Name)]


def told_by(widget: QWidget) -> Iterator[str]:
    """Everything a widget tells an eye, a mouse that rests or a screen reader."""
    yield from (widget.windowTitle(), widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
    if isinstance(widget, QLabel | QPushButton | OptionCard):
        yield widget.text()
    interface = QAccessible.queryAccessibleInterface(widget)
    if interface is not None:
        for kind in (
            QAccessible.Text.Name,
            QAccessible.Text.Description,
            QAccessible.Text.Value,
            QAccessible.Text.Help,
        ):
            yield interface.text(kind)


def everything_told(app: AppDriver) -> str:
    widgets = [app.window, *app.window.findChildren(QWidget)]
    told = " ".join(text for one in widgets if one.isVisible() for text in told_by(one))
    return " ".join(told.lower().split())


def test_a_place_to_find_is_named_by_nothing_but_the_question(app: AppDriver) -> None:
    for question in on_diagram(app):
        if not isinstance(question, Locate):
            continue
        app.ask(question.id)
        app.window.study.do("markers")
        told = everything_told(app)
        for asked in (question.ask, question.topic, markup.plain(question.stem)):
            told = told.replace(asked.lower(), "") if asked else told
        for option in question.options:
            assert app.app.context.catalogue.name(option.structure).lower() not in told, question.id
        assert app.window.view.labelled() == []


def test_a_lit_structure_is_not_named_by_the_diagram(app: AppDriver) -> None:
    for question in on_diagram(app):
        if isinstance(question, Name):
            app.ask(question.id)
            view = "\n".join(told_by(app.window.view)).lower()
            assert app.app.context.catalogue.name(question.lit).lower() not in view
            if question.typed:
                told = everything_told(app).replace(question.ask.lower(), "")
                assert app.app.context.catalogue.name(question.lit).lower() not in told


def test_hovering_names_nothing(app: AppDriver) -> None:
    app.ask(next(one.id for one in on_diagram(app) if isinstance(one, Locate)))
    app.hover_over("calcaneus")
    assert not QToolTip.isVisible() or QToolTip.text() == ""


def test_the_title_says_nothing_of_the_question(app: AppDriver) -> None:
    before = app.window.windowTitle()
    app.ask(next(one.id for one in app.app.context.bank))
    assert app.window.windowTitle() == before


@pytest.mark.parametrize("kind", ["choice", "multiple"])
def test_no_finding_is_marked_in_an_open_case(app: AppDriver, kind: str) -> None:
    question = next(one for one in app.app.context.bank if one.kind == kind and "](" in one.stem)
    app.ask(question.id)
    stem = app.shown(StemView)[0].toHtml()
    assert "text-decoration" not in stem.split("<body")[1] and "href" not in stem


def test_after_the_answer_names_are_told_again(app: AppDriver) -> None:
    app.ask(next(one.id for one in on_diagram(app) if isinstance(one, Locate)))
    app.press("I don't know")
    assert app.window.view.tells_names and app.window.view.labelled()
