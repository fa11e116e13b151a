"""The base of pages that have words at the left and the diagram at the right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from quizapp.desktop.context import Context
from quizapp.desktop.diagram.look import State
from quizapp.desktop.diagram.view import DiagramView
from quizapp.desktop.parts.depth_slider import FIRST, DepthSlider
from quizapp.desktop.parts.text import GRID, named, stage
from quizapp.desktop.theme.roles import Roles

_COLUMN = 512  # px
_DEEP = 7


class BesidePage(QWidget):
    """A column that scrolls, and the diagram with what the words speak of lit on it."""

    def __init__(self, context: Context, theme: Roles, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.context = context
        self.theme = theme
        self.view: DiagramView | None = None
        self._states: Mapping[str, State] = {}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.build_left())
        made, self._stage, row = stage()
        self._depth = DepthSlider()
        self._depth.moved.connect(self._on_depth)
        row.addWidget(self._depth)
        layout.addWidget(made, 1)

    def build_left(self) -> QWidget:
        """Return what stands at the left: a column that scrolls."""
        scroll, self.column = scrolling(_COLUMN)
        return scroll

    def adopt(self, view: DiagramView) -> None:
        """Take the diagram in."""
        self.view = view
        self._stage.insertWidget(0, view, 1)
        view.set_mirrored(False)
        view.tells_names = True
        self._show()

    def release(self) -> None:
        """Give the diagram to another page."""
        if self.view is not None:
            self.view.fit()
            self.view.set_states({})
            self.view.set_labels((), {})
            self.view = None

    def set_theme(self, theme: Roles) -> None:
        """Show the words in another theme."""
        self.theme = theme
        self.refresh()

    def refresh(self) -> None:
        """Show what is so now."""

    def light(self, states: Mapping[str, State]) -> None:
        """Light structures on the view that shows most of them."""
        self._states = states
        self._show()

    def _show(self) -> None:
        view = self.view
        if view is None:
            return
        atlas = self.context.atlas
        shown = Counter(one for structure in self._states for one in atlas.showing(structure))
        diagram = atlas[max(atlas.views, key=lambda one: shown[one])]
        view.set_diagram(diagram)
        drawn = {one: state for one, state in self._states.items() if one in diagram.by_id}
        depths = [diagram.by_id[one].depth for one in drawn]
        is_map = diagram.view.traces_nerves
        deep = min(depths, default=0)
        self._depth.set_layer(float(deep) if deep >= _DEEP and not is_map else FIRST)
        view.set_peel(self._depth.layer)  # the slider may stand there already, and the view elsewhere
        view.set_states(drawn)
        view.set_labels([] if is_map else list(drawn), self.context.names())
        view.fit()

    def _on_depth(self, layer: float) -> None:
        if self.view is not None:
            self.view.set_peel(layer)


def scrolling(width: int) -> tuple[QScrollArea, QVBoxLayout]:
    """Return a column of a width that scrolls, and its layout."""
    scroll = QScrollArea()
    scroll.setFixedWidth(width)
    scroll.setWidgetResizable(True)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    content = named(QWidget(), "column")
    column = QVBoxLayout(content)
    column.setContentsMargins(3 * GRID, 3 * GRID, 2 * GRID, 3 * GRID)
    column.setSpacing(GRID)
    scroll.setWidget(content)
    return scroll, column


def together(patterns: Iterable[tuple[frozenset[str], State]], both: State) -> dict[str, State]:
    """Return the state of each structure; one that several sets share has a state of its own."""
    found: dict[str, State] = {}
    for structures, state in patterns:
        for one in structures:
            found[one] = both if one in found else state
    return found
