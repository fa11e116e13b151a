"""A student draws: a course on the skin, a patch of numb skin; by mouse, by finger and by keys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from quizapp.bank.kinds.trace import Trace
from quizapp.base.words import words
from quizapp.desktop.answer.paint import PaintAnswer
from quizapp.desktop.answer.trace import TraceAnswer
from quizapp.desktop.parts.depth_slider import DepthSlider
from quizapp.desktop.parts.option import OptionCard
from tests.drivers import AppDriver

CORD = "drill:palpate:medial:tp_tendon:flat"
NUMB = "drill:territory:nerves:saphenous_nerve"


def asked_course(app: AppDriver) -> Trace:
    question = app.app.context.bank[app.question]
    assert isinstance(question, Trace) and question.press is not None
    return question


def test_a_course_is_drawn_and_its_end_pressed_on_a_flat_foot(app: AppDriver) -> None:
    app.ask(CORD)
    question = asked_course(app)
    assert app.window.view.diagram.view.id == "medial~flat" and app.window.view.peel == 1
    app.drag(*question.course)
    assert question.press is not None
    app.click_at(app.spot(question.press))
    app.answer()
    (attempt,) = app.attempts()
    assert (attempt.kind, attempt.mark, attempt.outcome) == ("trace", 1.0, "right")
    assert attempt.gap is not None and attempt.gap < 2 and len(attempt.drawn) >= len(question.course)
    assert app.verdict.startswith("Right. Your line runs")
    assert app.window.view.peel > 1  # depth fades in


def test_a_finger_draws_as_the_mouse_does(app: AppDriver) -> None:
    app.ask(CORD)
    question = asked_course(app)
    app.stroke(*question.course)
    assert question.press is not None
    app.tap(question.press)
    app.answer()
    assert app.attempts()[0].outcome == "right"


def test_two_fingers_zoom_and_draw_nothing(app: AppDriver) -> None:
    app.ask(CORD)
    pencil = app.shown(TraceAnswer)[0].pencil
    app.pinch((0, 0), (20, 0), (-20, 0), (40, 0))
    assert not pencil.line and pencil.point is None
    assert app.window.view.camera.zoom > 1


def test_two_fingers_leave_what_was_painted_and_no_step_to_undo(app: AppDriver) -> None:
    app.ask(NUMB)
    brush = app.shown(PaintAnswer)[0].brush
    middle = app.window.view.diagram.by_id["skin_saphenous"].anchor
    app.stroke(middle, (middle[0], middle[1] + 20))
    painted = brush.painted
    app.pinch(middle, (middle[0] + 20, middle[1]), (middle[0] - 20, middle[1]), (middle[0] + 40, middle[1]))
    assert painted and brush.painted == painted
    brush.undo()
    assert not brush.painted


def test_a_course_is_drawn_by_keys_alone_and_said_aloud(app: AppDriver) -> None:
    app.ask(CORD)
    view = app.window.view
    pencil = app.shown(TraceAnswer)[0].pencil
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_Left):
        app.key(key, Qt.KeyboardModifier.ShiftModifier if key == Qt.Key.Key_Down else Qt.KeyboardModifier.NoModifier)
    assert len(pencil.line) == 2 and pencil.line[1][1] - pencil.line[0][1] == 10
    assert "% of the way from toes to heel" in view.accessibleDescription()
    assert "tibialis" not in view.accessibleDescription().lower()
    app.key(Qt.Key.Key_Backspace)
    assert len(pencil.line) == 1
    app.key(Qt.Key.Key_Space)
    app.press(words("study.press_here"))
    app.key(Qt.Key.Key_Return)
    assert app.attempts()[0].point == pencil.cursor


def test_half_an_answer_is_not_taken(app: AppDriver) -> None:
    app.ask(CORD)
    app.answer()
    assert app.told[-1] == words("study.draw_first") and not app.attempts()
    app.drag((10, 0), (0, 20))
    app.answer()
    assert app.told[-1] == words("study.press_now") and not app.attempts()


def test_a_new_stroke_goes_on_where_the_last_one_ended_and_elsewhere_begins_anew(app: AppDriver) -> None:
    app.ask(CORD)
    pencil = app.shown(TraceAnswer)[0].pencil
    app.drag((20, -20), (10, 0))
    app.drag((9, 1), (0, 20))
    assert pencil.line[0][1] < -15 and pencil.line[-1][1] > 15
    app.drag((21, -21), (20, -40))
    assert pencil.line[0][1] > 15 and pencil.line[-1][1] < -35  # from its other end
    app.drag((-60, 40), (-90, 50))
    assert all(x < -55 for x, _ in pencil.line)
    app.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert pencil.line[0][1] > 15


def test_a_press_that_trembles_is_still_a_press(app: AppDriver) -> None:
    app.ask(CORD)
    pencil = app.shown(TraceAnswer)[0].pencil
    app.drag((20, -20), (0, 20))
    app.drag((-30, 30), (-28, 31.5))
    assert pencil.point is not None and len(pencil.line) > 1


def test_the_slider_tells_no_layer_and_lays_nothing_bare_while_a_course_is_asked(app: AppDriver) -> None:
    app.ask(CORD)
    (slider,) = app.shown(DepthSlider)
    assert not slider.isEnabled() and "skin" not in [one.text() for one in slider.findChildren(QLabel)]


def test_numb_skin_is_painted_where_it_is_seen_and_never_beside_the_limb(app: AppDriver) -> None:
    app.ask(NUMB)
    view = app.window.view
    app.press(words("study.brush_broad"))
    for ring in view.diagram.by_id["skin_saphenous"].rings:
        app.drag(*ring[:: max(1, len(ring) // 40)])
    app.drag((290, -20), (290, 280))  # paper
    brush = app.shown(PaintAnswer)[0].brush
    assert brush.painted and all(x < 288 for x, _ in brush.painted)
    app.answer()
    (attempt,) = app.attempts()
    assert attempt.kind == "paint" and 0.3 < attempt.mark < 1 and attempt.drawn
    assert "% in common" in app.verdict


def test_paint_is_wiped_off_again(app: AppDriver) -> None:
    app.ask(NUMB)
    brush = app.shown(PaintAnswer)[0].brush
    app.drag((60, 60), (60, 160))
    before = len(brush.painted)
    app.key(Qt.Key.Key_1)  # a slip of the hand
    assert len(brush.painted) == before
    app.press(words("study.wipe"))
    app.drag((60, 60), (60, 100))
    assert 0 < len(brush.painted) < before
    app.press(words("study.wipe_all"))
    assert not brush.painted
    app.press(words("study.undo"))
    assert brush.painted


def test_numb_skin_is_put_together_by_numbers(app: AppDriver) -> None:
    app.ask(NUMB)
    keys = app.app.context.bank[app.question].keys
    for number, option in enumerate(app.window.study.shown_options(), 1):
        if option.key in keys:
            app.key(Qt.Key(Qt.Key.Key_0 + number))
    described = {card.accessibleDescription() for card in app.shown(OptionCard)}
    assert len(described) == len(app.window.study.shown_options()) and all("% of the way" in one for one in described)
    app.key(Qt.Key.Key_Return)
    assert app.attempts()[0].mark == 1.0


def test_nothing_of_what_is_to_be_painted_is_drawn(app: AppDriver) -> None:
    app.ask(NUMB)
    assert app.window.view.visible_regions() == [] and not app.window.view.labelled()
    app.drag((60, 60), (60, 160))
    app.answer()
    assert app.window.view.visible_regions()


def test_a_drawing_is_shown_again_when_it_is_looked_back_at(app: AppDriver) -> None:
    app.ask(CORD)
    question = asked_course(app)
    app.drag(*question.course)
    assert question.press is not None
    app.click_at(app.spot(question.press))
    app.answer()
    said = app.verdict
    attempt = app.attempts()[0]
    app.next()
    app.window.results.review_requested.emit(attempt)
    app.settle()
    assert app.verdict == said
