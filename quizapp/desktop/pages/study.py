"""A round: one question at a time, then its feedback beside the lit diagram."""

from __future__ import annotations

import itertools
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from quizapp.anatomy import photo
from quizapp.anatomy.diagram import Diagram
from quizapp.anatomy.framing import Framing, parse, view_of
from quizapp.bank import markup
from quizapp.bank.kinds.name import Name
from quizapp.bank.kinds.picture import Picture
from quizapp.bank.question import Option, Question
from quizapp.base import paths
from quizapp.base.words import words
from quizapp.desktop.actions import tip
from quizapp.desktop.answer import ANSWERS
from quizapp.desktop.answer.base import AnswerWidget, Asked
from quizapp.desktop.context import Context
from quizapp.desktop.diagram.announce import announce
from quizapp.desktop.diagram.look import State
from quizapp.desktop.diagram.view import DiagramView
from quizapp.desktop.parts.contrast_slider import ContrastSlider
from quizapp.desktop.parts.depth_slider import FIRST, DepthSlider
from quizapp.desktop.parts.feedback import Feedback
from quizapp.desktop.parts.option import OptionCard
from quizapp.desktop.parts.stem import StemView
from quizapp.desktop.parts.text import GRID, button, clear, label, named, prose, set_look, stage
from quizapp.desktop.theme.roles import Roles
from quizapp.quiz.attempt import Attempt, Certainty, Response
from quizapp.quiz.session import Session

_COLUMN = 512  # px
_DEEP = 7
_FRAMED = 1.8  # times the scale of the whole foot, at most, in feedback
_CERTAINTIES: tuple[Certainty, ...] = ("guess", "fairly", "certain")


class StudyPage(QWidget):
    """Asks the questions of a session and tells what each answer was worth."""

    answered = Signal(object)
    finished = Signal(object)
    compare_requested = Signal(object)

    def __init__(self, context: Context, theme: Roles, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._context = context
        self._theme = theme
        self._view: DiagramView | None = None
        self._session: Session | None = None
        self._asked: Asked | None = None
        self._answer: AnswerWidget | None = None
        self._feedback: Feedback | None = None
        self._review = False
        self._since = 0.0
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._build_column())
        layout.addWidget(self._build_stage(), 1)

    # -- What the window calls

    @property
    def session(self) -> Session | None:
        """Return the session that is running."""
        return self._session

    def shown_options(self) -> Sequence[Option]:
        """Return the options in the order they are shown."""
        return self._asked.options if self._asked is not None else ()

    def asked_words(self, option: Option) -> str:
        """Return what an option of the question on show says."""
        assert self._asked is not None
        return self._asked.words(option)

    @property
    def is_review(self) -> bool:
        """Tell whether an old answer is on show."""
        return self._review

    def leave_review(self) -> None:
        """Put an old answer away, and ask what was open before it."""
        if self._review:
            self._review = False
            if self._session is not None:
                self._ask()

    def clear_session(self) -> None:
        """Forget a session that has ended."""
        self._session = None

    @property
    def is_open(self) -> bool:
        """Tell whether a question is open, so that nothing may name anything."""
        return self._answer is not None

    def set_theme(self, theme: Roles) -> None:
        """Show the question or its feedback in another theme."""
        self._theme = theme
        for card in self._content.findChildren(OptionCard):
            card.set_theme(theme)
        if self._asked is not None:
            self._asked = replace(self._asked, theme=theme)
            if self._feedback is not None:
                self._show_feedback(self._attempt)

    def start(self, session: Session) -> None:
        """Begin or resume a session."""
        self._session = session
        self._review = False
        self._ask()

    def review(self, question: Question, attempt: Attempt) -> None:
        """Show a question that was answered before, with its feedback."""
        self._review = True
        self._close_answer()
        self._asked = Asked(question, question.options, self._context, self._diagram_for(question), self._theme)
        self._show_feedback(attempt)

    def adopt(self, view: DiagramView) -> None:
        """Take the diagram in."""
        self._view = view
        self._stage.insertWidget(0, view, 1)
        view.walk = self._walk
        view.region_clicked.connect(self._on_clicked)
        view.set_mirrored(False)
        self._set_up_view()

    def release(self) -> None:
        """Give the diagram to another page."""
        view = self._view
        if view is None:
            return
        if self._answer is not None:
            self._answer.detach(view)
        view.walk = lambda by, wraps: False
        view.region_clicked.disconnect(self._on_clicked)
        view.fit()
        view.set_states({})
        view.set_pin(None)
        view.set_markers({})
        view.set_covers(())
        view.set_hidden(())
        view.set_tool(None)
        view.set_labels((), {})
        self._view = None

    def do(self, action: str) -> None:
        """Run an action of this page by its name."""
        match action:
            case "unknown":
                self._on_unknown()
            case "markers" if self._answer is not None:
                self._answer.toggle_markers()
            case "guess" | "fairly" | "certain" if self.is_open:
                self._sure[action].setChecked(True)

    # -- Building

    def _build_column(self) -> QWidget:
        column = named(QWidget(), "column")
        column.setFixedWidth(_COLUMN)
        self._side = column
        layout = QVBoxLayout(column)
        layout.setContentsMargins(3 * GRID, 2 * GRID, GRID, 0)
        layout.setSpacing(GRID)
        self._head = label("", "small")
        self._bar = QProgressBar(textVisible=False)
        self._head.setContentsMargins(0, 0, 2 * GRID, 0)
        top = QHBoxLayout()
        top.setContentsMargins(0, 0, 2 * GRID, 0)
        top.addWidget(self._bar)
        layout.addWidget(self._head)
        layout.addLayout(top)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        bar = self._scroll.verticalScrollBar()  # keeps its room, so that words do not move; unseen when idle
        bar.rangeChanged.connect(lambda _, last: bar.setEnabled(last > 0))
        bar.setEnabled(False)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._content = named(QWidget(), "column")
        self._body = QVBoxLayout(self._content)
        self._body.setContentsMargins(0, GRID, GRID // 2, 2 * GRID)
        self._body.setSpacing(2 * GRID)
        self._scroll.setWidget(self._content)
        layout.addWidget(self._scroll, 1)
        layout.addWidget(self._build_foot())
        return column

    def _build_foot(self) -> QWidget:
        foot = QWidget()
        column = QVBoxLayout(foot)
        column.setContentsMargins(0, GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        self._certainty = QWidget()
        row = QHBoxLayout(self._certainty)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(label(words("study.certainty"), "small", wrap=False))
        group = QButtonGroup(self)
        self._sure: dict[Certainty, QPushButton] = {}
        for one in _CERTAINTIES:
            self._sure[one] = button(words(f"study.{one}"), "chip", checkable=True)
            self._sure[one].setToolTip(tip(one))
            self._sure[one].setFocusPolicy(Qt.FocusPolicy.TabFocus)  # after a click, Enter still answers
            group.addButton(self._sure[one])
            row.addWidget(self._sure[one])
        row.addStretch(1)
        self._sure_group = group
        column.addWidget(self._certainty)
        buttons = QHBoxLayout()
        self._stop = button(words("study.stop"), "plain")
        self._stop.clicked.connect(self._on_stop)
        self._unknown = button(words("study.unknown"))
        self._unknown.setToolTip(tip("unknown"))
        self._unknown.clicked.connect(self._on_unknown)
        self._go = button("", "primary")
        self._go.clicked.connect(self.go)
        buttons.addWidget(self._stop)
        buttons.addStretch(1)
        buttons.addWidget(self._unknown)
        buttons.addWidget(self._go)
        column.addLayout(buttons)
        return foot

    def _build_stage(self) -> QWidget:
        made, self._stage, row = stage()
        self._depth = DepthSlider()
        self._depth.moved.connect(self._on_depth)
        row.addWidget(self._depth)
        self._contrast = ContrastSlider()
        self._contrast.changed.connect(self._on_contrast)
        row.addWidget(self._contrast)
        return made

    # -- Qt events

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus on to what is typed into."""
        super().focusInEvent(event)
        if self._answer is not None:
            self._answer.takes_focus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width between the words and the picture."""
        self._share_width()
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by 1 to 9, answer and go on by Enter, read on by the page keys."""
        bar = self._scroll.verticalScrollBar()
        pages = {Qt.Key.Key_PageDown: 0.9, Qt.Key.Key_PageUp: -0.9, Qt.Key.Key_Down: 0.1, Qt.Key.Key_Up: -0.1}
        if self._answer is not None and Qt.Key.Key_1 <= event.key() <= Qt.Key.Key_9:
            self._answer.choose(event.key() - Qt.Key.Key_0)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.go()
        elif event.key() in pages:
            bar.setValue(bar.value() + round(pages[Qt.Key(event.key())] * bar.pageStep()))
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            bar.setValue(bar.maximum() if event.key() == Qt.Key.Key_End else 0)
        else:
            super().keyPressEvent(event)

    # -- Slots

    def go(self) -> None:
        """Answer the open question, or go on from the feedback."""
        bar = self._scroll.verticalScrollBar()
        if self._answer is None:
            self._go_on()
            return
        if self._answer.go_on():
            self._name_go()
            QTimer.singleShot(0, lambda: bar.setValue(bar.maximum()))  # to what was revealed, once it has its height
            return
        response = self._answer.response()
        if response is None:
            self._context.messages.tell(self._answer.missing)
            return
        self._give(response)

    def _on_changed(self) -> None:
        """Offer the answer once there is one."""
        ready = self._answer is None or bool(self._answer.goes_on_as) or self._answer.response() is not None
        set_look(self._go, "primary" if ready else "")

    def _on_unknown(self) -> None:
        if self._answer is not None:
            self._give(Response(unknown=True))

    def _on_stop(self) -> None:
        if self._session is not None:
            self.finished.emit(self._session)

    def _on_depth(self, layer: float) -> None:
        if self._view is not None:
            self._view.set_peel(layer)

    def _on_contrast(self, contrast: float) -> None:
        """Show the picture of the question with another contrast; the answer on it stays."""
        if self._view is None or self._asked is None:
            return
        shown = self._asked.diagram
        path = photo.with_contrast(shown.path, contrast, paths.cache() / "pictures")
        self._view.set_art(replace(shown, path=path, by_id={}))

    def _on_clicked(self, structure: str, at: QPointF) -> None:
        if self._feedback is not None and structure:
            self._feedback.point_out(structure)
            self._light(structure)

    def _on_light(self, condition: str) -> None:
        """Light where a condition arises and where it is felt."""
        if self._view is not None:
            drawn = [one for one in self._context.clinic.places(condition) if one in self._view.diagram.by_id]
            self._view.set_states(dict.fromkeys(drawn, "lit"))
            self._view.set_labels(drawn, self._context.names())
            self._view.reveal(drawn)
            if not drawn:
                name = self._context.clinic.conditions[condition].name
                self._context.messages.tell(words("feedback.not_here", name=name))

    def _walk(self, by: int, wraps: bool) -> bool:
        """Light the next structure of the explanation; while a question is open there is none."""
        return self._feedback is not None and self._feedback.step(by, wraps)

    def _light(self, structure: str) -> None:
        if self._view is not None and self._feedback is not None:
            region = self._view.diagram.by_id.get(structure)
            if region is not None and region.depth < self._depth.layer:
                self._depth.moves_at_once = bool(self._context.settings["less_motion"])
                self._depth.glide_to(region.depth)
            if not self._context.settings["less_motion"]:
                self._view.ring(structure)
            self._view.set_states({structure: "lit"})
            self._view.set_labels([structure], self._context.names())
            self._view.reveal([structure])

    # -- Helpers

    def _diagram_for(self, question: Question) -> Diagram:
        """Return the diagram that a question names, or the one that shows most of its structures."""
        atlas = self._context.atlas
        if isinstance(question, Picture):
            zones = {zone.key: zone.zone for zone in question.options}
            return photo.diagram(self._context.bank.folder(question.id) / question.picture, question.alt, zones)
        named_view = view_of(getattr(question, "view", ""))
        if named_view:
            return atlas[named_view]
        shown = Counter(view for one in question.structures for view in atlas.showing(one))
        keys = Counter(view for one in question.keys for view in atlas.showing(one))
        return atlas[max(atlas.views, key=lambda view: (keys[view], shown[view]))]

    def _share_width(self) -> None:
        self._side.setFixedWidth(min(_COLUMN, round(self.width() * 0.49)))

    def _ask(self) -> None:
        """Show the question asked now, or the end."""
        assert self._session is not None
        self._close_answer()
        current = self._session.current
        if current is None:
            self.finished.emit(self._session)
            return
        question = self._context.bank[current]
        self._asked = Asked(
            question, self._session.options(question), self._context, self._diagram_for(question), self._theme
        )
        self._feedback = None
        self._show_head(question, is_open=True)
        clear(self._body)
        if question.stem:
            stem = StemView(self._theme)
            stem.show_open(question.stem)
            self._body.addWidget(stem)
        self._body.addWidget(prose(question.ask, "strong"))
        self._answer = ANSWERS[question.kind](self._asked)
        self._answer.changed.connect(self._on_changed)
        self._body.addWidget(self._answer)
        self._body.addStretch(1)
        self._show_foot(is_open=True)
        self._scroll.verticalScrollBar().setValue(0)
        self._depth.set_layer(FIRST)
        self._contrast.reset()
        self._set_up_view()
        self._since = time.monotonic()
        self._order_tabs()
        if not self._answer.takes_focus():
            self.setFocus()

    def _order_tabs(self) -> None:
        """Let Tab go through the answers first, then what is done with them."""
        assert self._answer is not None
        inside = self._answer.findChildren(QWidget)
        here = self.window()  # the list of a combo box is a window of its own
        tabbed = (one for one in inside if one.focusPolicy() & Qt.FocusPolicy.TabFocus)
        answers = [one for one in tabbed if one.window() is here]
        chain = [*answers, *self._sure.values(), self._stop, self._unknown, self._go]
        for one, following in itertools.pairwise(chain):
            QWidget.setTabOrder(one, following)

    def _show_head(self, question: Question, is_open: bool) -> None:
        if self._session is not None and not self._review:
            of = len(self._session.questions)
            position = self._session.position if is_open else len(self._session.attempts)
            place = words("study.progress", position=position, of=of)
            # While a question is open its topic may hold the answer.
            self._head.setText(place if is_open else f"{place} · {question.topic}")
            self._bar.setRange(0, of)
            self._bar.setValue(len(self._session.attempts))
        else:
            self._head.setText(question.topic)
        self._bar.setVisible(not self._review)

    def _show_foot(self, is_open: bool) -> None:
        self._certainty.setVisible(is_open and bool(self._context.settings["ask_certainty"]))
        self._unknown.setVisible(is_open)
        self._stop.setVisible(not self._review)
        self._sure_group.setExclusive(False)
        for one in self._sure.values():
            one.setChecked(False)
        self._sure_group.setExclusive(True)
        self._on_changed()
        self._name_go()

    def _name_go(self) -> None:
        """Let the main button say what it will do."""
        ends = self._session is None or self._session.current is None
        key = "answer" if self.is_open else "back" if self._review else "results" if ends else "next"
        text = self._answer.goes_on_as if self._answer is not None else ""
        self._go.setText(f"{text or words(f'study.{key}')}  ⏎")
        self._go.setAccessibleName(text or words(f"study.{key}"))

    def _give(self, response: Response) -> None:
        assert self._session is not None and self._asked is not None
        sure = next((one for one, made in self._sure.items() if made.isChecked()), None)
        response = replace(response, certainty=sure)
        question = self._asked.question
        self._session, attempt = self._session.answer(
            question,
            self._context.bank.version(question.id),
            response,
            self._context.surroundings,
            self._context.clock(),
            time.monotonic() - self._since,
        )
        self.answered.emit(attempt)
        self._close_answer()
        self._show_feedback(attempt)

    def _show_feedback(self, attempt: Attempt) -> None:
        assert self._asked is not None
        clear(self._body)
        self._show_head(self._asked.question, is_open=False)
        answer = ANSWERS[self._asked.question.kind]
        self._told = answer.told(self._asked, attempt)
        parts = answer.explained(self._asked, attempt)
        self._feedback = Feedback(self._asked, attempt, self._told, parts, self._covered())
        self._feedback.structure_requested.connect(self._light)
        self._feedback.light_requested.connect(self._on_light)
        self._feedback.compare_requested.connect(self.compare_requested)
        self._body.addWidget(self._feedback)
        self._body.addStretch(1)
        self._show_foot(is_open=False)
        self._scroll.verticalScrollBar().setValue(0)
        self._attempt = attempt
        self._set_up_view()
        self._go.setFocus()
        announce(self._go, self._feedback.said)

    def _go_on(self) -> None:
        if self._review or self._session is None:
            self.finished.emit(self._session)
        else:
            self._ask()

    def _close_answer(self) -> None:
        if self._answer is not None and self._view is not None:
            self._answer.detach(self._view)
        self._answer = None

    def _set_up_view(self) -> None:
        """Show the diagram as the moment asks: without a name while a question is open, lit and named after."""
        view = self._view
        if view is None:
            return
        if self._asked is not None:
            view.set_diagram(self._asked.diagram)
        view.forget_spot()
        view.forget_mouse()
        view.set_apart("")
        view.set_pin(None)
        view.set_markers({})
        view.set_states({})
        view.set_tool(None)
        view.set_hidden(())
        view.set_covers(self._covered())
        view.tells_names = self._feedback is not None
        view.setAccessibleDescription("")
        is_picture = self._asked is not None and isinstance(self._asked.question, Picture)
        self._depth.setVisible(not is_picture)
        self._contrast.setVisible(is_picture)
        self._depth.tell(self._feedback is not None)
        self._depth.setEnabled(self._answer is None or not self._answer.draws)
        if self._feedback is None:
            view.set_labels((), {})
            self._frame_as_asked(view)
            if self._answer is not None:
                view.setAccessibleName(words("study.diagram_open"))
                self._answer.attach(view)
                self._answer.takes_focus()
                self._depth.set_layer(view.peel)
            return
        self._show_answer(view)

    def _covered(self) -> list[str]:
        """Return what the round still asks for under covers; what was just answered is uncovered."""
        asked = self._asked.question if self._asked is not None else None
        if not isinstance(asked, Name) or not asked.covers or self._session is None or self._review:
            return []
        done = {attempt.question_id for attempt in self._session.attempts}
        rest = [self._context.bank[one] for one in self._session.questions if one not in done]
        return [one.lit for one in rest if isinstance(one, Name) and one.view == asked.view]

    def _frame_as_asked(self, view: DiagramView) -> None:
        """Look at the diagram as the question's line says; never with its selection or labels, which would tell."""
        line = getattr(self._asked.question, "view", "") if self._asked is not None else ""
        framing = parse(line) if line else Framing("")
        stem = self._asked.question.stem if self._asked is not None else ""
        view.set_mirrored(framing.mirrored or markup.tells_of_left(stem))
        view.set_hidden(framing.hidden)
        view.set_peel(framing.peel)
        view.look_at(framing.zoom, framing.at)

    def _show_answer(self, view: DiagramView) -> None:
        assert self._feedback is not None and self._asked is not None
        states: dict[str, State] = self._feedback.states()
        view.setAccessibleName(view.caption)
        bared = self._layer_for([one for one, state in states.items() if state == "right"])
        self._depth.moves_at_once = bool(self._context.settings["less_motion"])
        if self._depth.layer < FIRST:  # asked on the skin: what lies beneath comes up
            self._depth.glide_to(bared)
        else:
            self._depth.set_layer(bared)
        view.set_states(states)
        seen = {region.id for region in view.visible_regions()}
        is_map = view.diagram.view.traces_nerves
        named = [one for one in states if one in seen or states[one] != "context"]
        if is_map and self._told is not None:  # fields lie on several pictures of the limb, and names across them
            named = []
        view.set_labels(named, self._context.names())
        view.set_tool(self._told)
        view.set_pin(self._attempt.point if self._told is None else None)
        view.fit()
        if not is_map:
            view.frame(
                [one for one, state in states.items() if state != "context"],
                _FRAMED,
                self._told.extent if self._told else None,
            )

    def _layer_for(self, structures: list[str]) -> float:
        """Return the layer to peel to so that structures are bare: bones and ligaments lie deep."""
        assert self._asked is not None
        if self._asked.diagram.view.traces_nerves:  # its layers are no depths
            return FIRST
        drawn = self._asked.diagram.by_id
        depths = [drawn[one].depth for one in structures if one in drawn]
        uppermost = min(depths, default=FIRST)
        return float(uppermost) if uppermost >= _DEEP or uppermost == 1 else FIRST
