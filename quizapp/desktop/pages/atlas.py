"""The atlas: point at a structure to see its name, click it to read about it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from quizapp.anatomy.diagram import Diagram, Region
from quizapp.anatomy.framing import Framing, parse
from quizapp.base.words import words
from quizapp.desktop.actions import row, shown_keys
from quizapp.desktop.context import Context
from quizapp.desktop.diagram.cuts import Cut
from quizapp.desktop.diagram.look import Sample, State
from quizapp.desktop.diagram.picture import Wish
from quizapp.desktop.diagram.view import DiagramView
from quizapp.desktop.parts.atlas_menu import AtlasMenu
from quizapp.desktop.parts.atlas_tools import AtlasTools
from quizapp.desktop.parts.drill_dialog import DRILLS, choose_drill
from quizapp.desktop.parts.picture_desk import PictureDesk
from quizapp.desktop.parts.presentation import Presentation
from quizapp.desktop.parts.structure_panel import WIDTH, StructurePanel
from quizapp.desktop.parts.text import stage
from quizapp.desktop.parts.view_steps import ViewSteps
from quizapp.desktop.parts.view_strip import ViewStrip
from quizapp.desktop.parts.zone_desk import ZoneDesk
from quizapp.desktop.theme.roles import Roles

_WIDE = 760  # px of the stage, below which tools show their icons alone

# How what a lesion costs is lit on a map of nerves, and what the legend says of it.
_LOST: dict[str, State] = {"territory": "numb", "muscle": "weak"}
_LEGEND: dict[State, Sample] = {
    "above": Sample("above", "quiet", "solid"),
    "lit": Sample("on_the_way", "lit", "solid"),
    "numb": Sample("numb", "near", "dotted"),
    "weak": Sample("weak", "wrong", "dashed"),
}


class AtlasPage(QWidget):
    """The diagram with its tools below it, and beside it the list of structures and the card of one."""

    ask_requested = Signal(str)
    condition_requested = Signal(str)
    drill_requested = Signal(str, str, object)

    def __init__(self, context: Context, theme: Roles, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._context = context
        self._names = context.names()
        self._view: DiagramView | None = None
        self._on_show = next(iter(context.atlas.views))
        self._selected = ""
        self._spot = (0.0, 0.0)
        self._hidden: tuple[str, ...] = ()
        self._desk = PictureDesk(context, theme, self)
        self._peels: dict[str, float] = {}
        self._left = Framing(self._on_show)
        self._zones = ZoneDesk(context, self)
        self._zones.changed.connect(self._on_zones)
        first = Framing(self._on_show).code()
        self._steps = ViewSteps(context, lambda: self.framing().code(), first, self)
        self._steps.wanted.connect(self.open_view)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._build_stage(theme), 1)
        self._panel = StructurePanel(context, theme)
        self._panel.chosen.connect(self.select)
        self._panel.structure_requested.connect(self._select)
        self._panel.ask_requested.connect(self.ask_requested)
        self._panel.condition_requested.connect(self.condition_requested)
        layout.addWidget(self._panel)
        self.set_theme(theme)

    # -- What the window calls

    @property
    def selected(self) -> str:
        """Return the selected structure, or an empty text."""
        return self._selected

    def listed(self) -> list[str]:
        """Return the structures in the order of the list, which the arrow keys walk."""
        return self._panel.listed()

    def set_theme(self, theme: Roles) -> None:
        """Tint the icons and the list."""
        self._panel.set_theme(theme)
        self._strip.set_theme(theme)
        self._desk.theme = theme
        self._tools.set_theme(theme)

    def adopt(self, view: DiagramView) -> None:
        """Take the diagram in."""
        self._view = view
        self._stage.insertWidget(1, view, 1)
        view.region_clicked.connect(self._on_clicked)
        view.cut_chosen.connect(self.show_view)
        view.camera_changed.connect(self._steps.start)
        view.walk = self._walk
        view.tells_names = True
        view.set_peel(self._depth.layer)
        view.set_mirrored(self._tools.is_on("mirror"))
        self._show_view(self._on_show)
        view.look_at(self._left.zoom, self._left.at)

    def release(self) -> None:
        """Give the diagram to another page."""
        view = self._view
        if view is not None:
            self._left = self.framing()
            view.region_clicked.disconnect(self._on_clicked)
            view.cut_chosen.disconnect(self.show_view)
            view.camera_changed.disconnect(self._steps.start)
            view.set_cuts(())
            view.walk = lambda by, wraps: False
            view.set_apart("")
            view.set_hidden(())
            view.set_legend(())
            self._view = None

    @property
    def shown_view(self) -> str:
        """Return the id of the view on the stage."""
        return self._on_show

    def refresh(self) -> None:
        """List what the views show, once that is known."""
        self._panel.refresh()

    def show_view(self, view_id: str) -> None:
        """Bring a view onto the stage, the selected structure in sight; the one that is there is shown whole."""
        if view_id == self._on_show:
            self._fit()
        self._show_view(view_id)
        if self._selected:
            (self.select if self._selected in self._diagram.by_id else self._select)(self._selected)

    def select(self, structure: str) -> None:
        """Select a structure, in a view that shows it, lay it bare where it is covered, and show its card."""
        showing = self._context.atlas.showing(structure)
        if showing and self._on_show not in showing:
            self._show_view(showing[0])
        region = self._diagram.by_id.get(structure)
        self._spot = region.anchor if region is not None else self._spot
        self._select(structure)
        if region is not None and self._view is not None:
            if region.depth < self._depth.layer:
                self._depth.moves_at_once = bool(self._context.settings["less_motion"])
                self._depth.glide_to(region.depth)
            self._view.reveal([structure])
            if not self._context.settings["less_motion"]:
                self._view.ring(structure)

    def do(self, action: str) -> None:
        """Run an action of this page by its name."""
        self._depth.moves_at_once = bool(self._context.settings["less_motion"])
        match action:
            case "labels" | "mirror" | "isolate":
                self._tools.switch(action)
            case "peel_in":
                self._depth.step(1)
            case "peel_out":
                self._depth.step(-1)
            case "zoom_in":
                self._zoom(1.25)
            case "zoom_out":
                self._zoom(0.8)
            case "fit":
                self._fit()
            case "hide":
                self._hide()
            case "unhide":
                self._set_hidden(())
            case "undo" | "redo":
                self._steps.step(action)
            case "save_view":
                self._steps.save()
            case "copy":
                self._desk.copy(self._diagram, self.framing())
            case "export":
                self._desk.ask(self._diagram, self.framing())
            case "describe":
                mirrored = self._view is not None and self._view.mirrored
                caption = self._view.caption if self._view is not None and mirrored else ""
                self._desk.read(self._diagram, self.framing(), caption)
            case "present":
                self._present()
            case "zone" if self._view is not None:
                self._zones.draw(self._view)
            case "forget_zone":
                self._zones.forget(self._diagram, self._selected)
            case "drill":
                self._choose_drill()
            case drill if drill in DRILLS:
                self.drill_requested.emit(drill, self._on_show, [one.id for one in self._view_regions()])

    # -- Views that are kept

    def framing(self) -> Framing:
        """Return how the view on the stage is looked at."""
        camera = self._view.camera if self._view is not None else None
        zoom = round(camera.zoom, 2) if camera is not None else 1.0
        return Framing(
            view=self._on_show,
            peel=round(self._depth.layer, 1),
            zoom=max(zoom, 1.0),
            at=camera.centre if camera is not None and zoom > 1 else None,
            select=self._selected,
            mirrored=self._tools.is_on("mirror"),
            alone=self._tools.is_on("isolate"),
            labels=self._tools.is_on("labels"),
            hidden=self._hidden,
        )

    def open_view(self, code: str) -> None:
        """Look at a view as a line says; a line that names what is not there is told and let be."""
        try:
            framing = parse(code)
        except ValueError as fault:
            self._context.messages.tell(str(fault))
            return
        if framing.view not in self._context.atlas.views:
            self._context.messages.tell(words("atlas.no_such_view", view=framing.view))
            return
        self._tools.switch("mirror", framing.mirrored)
        self._tools.switch("labels", framing.labels)
        self._tools.switch("isolate", framing.alone)
        self._hidden = framing.hidden
        self._show_view(framing.view)
        self._depth.set_layer(framing.peel)
        region = self._diagram.by_id.get(framing.select)
        self._spot = region.anchor if region is not None else self._spot
        self._select(framing.select if framing.select in self._names else "")
        if self._view is not None:
            self._view.look_at(framing.zoom, framing.at)

    def export_to(self, path: Path, wish: Wish) -> None:
        """Write the view on the stage as a picture, and tell where."""
        self._desk.write(path, self._diagram, wish)

    def _choose_drill(self) -> None:
        seen = [one.id for one in self._view_regions()]
        chosen = choose_drill(self._context, self._diagram, seen, self)
        if chosen is not None:
            drill, structures = chosen
            self.drill_requested.emit(drill, self._on_show, structures)

    def _present(self) -> None:
        view = self._view
        if view is None:
            return
        self.release()
        self.presentation = Presentation(view, self._names)
        self.presentation.closed.connect(lambda: self.adopt(view))
        self.presentation.showFullScreen()
        view.setFocus()

    def _view_regions(self) -> list[Region]:
        return self._view.visible_regions() if self._view is not None else []

    # -- Building

    def _build_stage(self, theme: Roles) -> QWidget:
        made, self._stage, bar = stage()
        self._strip = ViewStrip(self._context.atlas, theme)
        self._strip.chosen.connect(self.show_view)
        menu = AtlasMenu(self._steps.saved)
        menu.chosen.connect(self.do)
        menu.view_chosen.connect(self.open_view)
        self._strip.add(menu)
        self._stage.insertWidget(0, self._strip)
        self._tools = AtlasTools()
        self._depth = self._tools.slider
        self._depth.moved.connect(self._on_depth)
        self._tools.switch("mirror", bool(self._context.settings.remembered("mirrored")))
        self._tools.switched.connect(self._on_switched)
        self._tools.pressed.connect(self.do)
        bar.addWidget(self._tools, 1)
        return made

    # -- Qt events

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the slider its room: in a narrow window the tools have no words."""
        super().resizeEvent(event)
        self._tools.show_words(self.width() - WIDTH >= _WIDE)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Reach what lies beneath the selected structure, as a second click would."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and self._view is not None and self._view.hasFocus():
            self._reach_beneath()
        else:
            super().keyPressEvent(event)

    # -- Slots

    def _on_clicked(self, structure: str, at: QPointF) -> None:
        self._spot = (at.x(), at.y())
        self._select(structure)

    def _walk(self, by: int, wraps: bool) -> bool:
        """Select the next structure in the order of the list; tell whether there was one."""
        order = [one for one in self.listed() if self._is_uncovered(one)]
        at = order.index(self._selected) + by if self._selected in order else 0
        if not order or not (wraps or 0 <= at < len(order)):
            return False
        self.select(order[at % len(order)])
        return True

    def _on_depth(self, layer: float) -> None:
        if self._view is not None:
            self._view.set_peel(layer)
            self._show_labels()
            self._steps.start()

    def _on_switched(self, name: str, on: bool) -> None:
        if name != "mirror":
            self._refresh()
            return
        if self._view is not None:
            self._view.set_mirrored(on)
        self._context.settings.remember("mirrored", "yes" if on else "")
        self._describe()

    def _on_zones(self, view_id: str) -> None:
        self._context.atlas.reread(view_id)
        self._panel.refresh()
        self._select("")
        self._show_view(view_id)

    # -- Helpers

    @property
    def _diagram(self) -> Diagram:
        return self._context.atlas[self._on_show]

    def _show_view(self, view_id: str) -> None:
        if view_id != self._on_show:
            self._peels[self._on_show] = self._depth.layer
            self._depth.set_layer(self._peels.get(view_id, Framing(view_id).peel))
        self._on_show = view_id
        self._strip.check(view_id)
        if self._view is not None:
            self._view.set_diagram(self._diagram)
            self._view.set_labels((), self._names)
            self._refresh()

    def _cuts(self) -> list[Cut]:
        """Return the levels at which sections cut the view on the stage."""
        found = []
        for view in self._context.atlas.views.values():
            if view.cut_on == self._on_show:
                # A section is drawn in the same millimetres: its height on paper is the width it cuts here.
                _, front, _, back = self._context.atlas[view.id].box
                found.append(Cut(view.id, view.name, view.cut_at, front + 8, back - 4))
        return found

    def _zoom(self, factor: float) -> None:
        if self._view is not None:
            self._view.zoom(factor)

    def _fit(self) -> None:
        if self._view is not None:
            self._view.fit()

    def _is_uncovered(self, structure: str) -> bool:
        region = self._diagram.by_id.get(structure)
        return region is not None and region.depth > self._depth.layer - 0.5

    def _select(self, structure: str) -> None:
        self._selected = structure
        self._hidden = tuple(one for one in self._hidden if one != structure)
        self._panel.show_structure(structure, self._here() if structure else [], self._elsewhere())
        name = self._names.get(structure, "")
        self._strip.mark(structure, name, self._context.atlas.showing(structure))
        self._steps.start()
        self._refresh()

    def _elsewhere(self) -> str:
        """Say why the selected structure is not in sight, or nothing where it is."""
        if not self._selected or self._selected in self._diagram.by_id:
            return ""
        names = [self._context.atlas.views[one].name for one in self._context.atlas.showing(self._selected)]
        return words("atlas.not_here", view=self._diagram.view.name, views=", ".join(names)) if names else ""

    def _hide(self) -> None:
        """Take the selected structure away, until all are shown again."""
        if self._selected not in self._diagram.by_id:
            self._context.messages.tell(words("atlas.select_first"))
            return
        hidden, name = (*self._hidden, self._selected), self._names[self._selected]
        self._select("")
        self._set_hidden(hidden)
        self._context.messages.tell(words("atlas.hidden", name=name, keys=shown_keys(row("unhide").keys)))

    def _set_hidden(self, hidden: tuple[str, ...]) -> None:
        self._hidden = hidden
        self._refresh()

    def _here(self) -> list[str]:
        """Return what lies at the spot of the last click or near it, in the order of depth, uppermost first."""
        if self._view is None or self._selected not in self._diagram.by_id:
            return []
        spot = QPointF(*self._view.camera.to_pixels(self._spot))
        there = {region.id for region in self._view.stack_at(spot)}
        return [region.id for region in reversed(self._view.visible_regions()) if region.id in there]

    def _reach_beneath(self) -> None:
        here = self._here()
        if here:
            at = here.index(self._selected) + 1 if self._selected in here else 0
            self._select(here[at % len(here)])

    def _refresh(self) -> None:
        if self._view is None:
            return
        self._steps.start()
        self._view.set_hidden(self._hidden)
        states = self._states()
        self._view.set_states(states)
        drawn = {states[one] for one in states if one in self._diagram.by_id and len(states) > 1}
        self._view.set_legend([sample for state, sample in _LEGEND.items() if state in drawn])
        self._view.set_apart(self._selected if self._tools.is_on("isolate") else "")
        self._show_labels()
        self._describe()

    def _states(self) -> dict[str, State]:
        """Return how structures are lit: the selected one, and on a map of nerves its way up and what lies below."""
        if not self._selected:
            return {}
        found: dict[str, State] = {}
        if self._diagram.view.traces_nerves:
            relations = self._context.relations
            up, down = relations.way_up(self._selected), relations.lost_wholly(self._selected)[1:]
            found |= dict.fromkeys(up, "above" if down else "lit")
            found |= {one: _LOST.get(self._context.catalogue[one].system, "lit") for one in down}
            found |= {} if down else dict.fromkeys(relations.fed_by(self._selected), "lit")
        return found | {self._selected: "chosen"}

    def _show_labels(self) -> None:
        if self._view is not None:
            shown = [one.id for one in self._view.visible_regions()] if self._tools.is_on("labels") else []
            if self._tools.is_on("isolate") and self._selected:
                shown = [self._selected]
            self._view.set_labels(shown, self._names)
            self._view.set_cuts(() if shown else self._cuts())  # their tags would stand among the names

    def _describe(self) -> None:
        if self._view is None:
            return
        view = self._view.caption
        self._view.setAccessibleName(view)
        if self._selected:
            structure = self._context.catalogue[self._selected]
            system = words(f"systems.{structure.system}")
            text = words("atlas.selected", view=view, name=structure.name, system=system)
        else:
            text = words("atlas.not_selected", view=view)
        self._view.setAccessibleDescription(text)
