"""Zones on a picture of one's own: named, drawn, forgotten."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QInputDialog, QWidget

from quizapp.anatomy import zones
from quizapp.anatomy.diagram import Diagram
from quizapp.anatomy.outline import Ring
from quizapp.anatomy.zones import Zone
from quizapp.base.words import words
from quizapp.desktop.context import Context
from quizapp.desktop.diagram.tools.lasso import Lasso
from quizapp.desktop.diagram.view import DiagramView


class ZoneDesk(QObject):
    """Asks for a structure and has it drawn around; ``changed`` tells that a picture has other zones now."""

    changed = Signal(str)

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._window = context, parent
        self._view: DiagramView | None = None

    def draw(self, view: DiagramView) -> None:
        """Ask what is to be drawn around, then hand out the lasso."""
        if not self._is_own(view.diagram):
            return
        names = {one.name: one.id for one in self._context.catalogue}
        name, given = QInputDialog.getItem(
            self._window, words("own.zone"), words("own.zone_of"), sorted(names), editable=True
        )
        if not given:
            return
        found = names.get(name) or next((one.id for one in self._context.catalogue.search(name, 1)), "")
        if not found:
            self._context.messages.tell(words("atlas.no_match"))
            return
        lasso = Lasso()
        lasso.closed.connect(lambda ring: self._keep(found, ring))
        lasso.given_up.connect(self._put_away)
        self._view = view
        view.set_tool(lasso)
        view.setFocus()
        self._context.messages.tell(words("own.draw_around", name=self._context.catalogue.name(found)))

    def forget(self, diagram: Diagram, structure: str) -> None:
        """Forget the zones of the selected structure."""
        if self._is_own(diagram) and structure in diagram.by_id:
            self._context.messages.try_to(lambda: zones.remove(diagram.path, structure))
            self.changed.emit(diagram.view.id)

    def _is_own(self, diagram: Diagram) -> bool:
        if not diagram.view.is_own:
            self._context.messages.tell(words("own.zones_are_for_own"))
        return diagram.view.is_own

    def _keep(self, structure: str, ring: Ring) -> None:
        assert self._view is not None
        diagram = self._view.diagram
        self._put_away()
        rounded = tuple((round(x, 2), round(y, 2)) for x, y in ring)
        if self._context.messages.try_to(lambda: zones.add(diagram.path, Zone(structure, rounded))):
            self.changed.emit(diagram.view.id)

    def _put_away(self) -> None:
        if self._view is not None:
            self._view.set_tool(None)
