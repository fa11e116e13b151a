"""Every action with its key, one row each; menus, tooltips and the map of keys are made from it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QKeySequence

from quizapp.base.words import words


@dataclass(frozen=True, slots=True)
class Row:
    """One action: its name, its words in the catalogue, its keys, and the page it belongs to (none: all)."""

    name: str
    label: str
    keys: tuple[str, ...]
    page: str = ""
    icon: str = ""


ROWS: tuple[Row, ...] = (
    Row("home", "pages.home", ("Alt+1",), icon="home"),
    Row("atlas", "pages.atlas", ("Alt+2",), icon="atlas"),
    Row("study", "pages.study", ("Alt+3",), icon="study"),
    Row("results", "pages.results", ("Alt+4",), icon="results"),
    Row("settings", "pages.settings", ("Alt+5",), icon="settings"),
    Row("explorer", "pages.explorer", ("Alt+6",), icon="explorer"),
    Row("sheets", "pages.sheets", ("Alt+7",)),
    Row("classroom", "pages.classroom", ("Alt+8",), icon="classroom"),
    Row("search", "keys.search", ("Ctrl+K",), icon="search"),
    Row("keys", "keys.keys", ("?", "F1"), icon="keys"),
    Row("labels", "atlas.labels", ("L",), "atlas", "labels"),
    Row("mirror", "atlas.mirror", ("M",), "atlas", "mirror"),
    Row("isolate", "atlas.isolate", ("I",), "atlas", "isolate"),
    Row("hide", "atlas.hide", ("H",), "atlas"),
    Row("unhide", "atlas.unhide", ("Shift+H",), "atlas"),
    Row("peel_in", "atlas.bone", ("]",), "atlas"),
    Row("peel_out", "atlas.skin", ("[",), "atlas"),
    Row("zoom_in", "atlas.zoom_in", ("Ctrl++", "Ctrl+="), "atlas", "plus"),
    Row("zoom_out", "atlas.zoom_out", ("Ctrl+-",), "atlas", "minus"),
    Row("fit", "atlas.fit", ("Ctrl+0",), "atlas", "fit"),
    Row("undo", "atlas.undo", ("Ctrl+Z",), "atlas"),
    Row("redo", "atlas.redo", ("Ctrl+Shift+Z", "Ctrl+Y"), "atlas"),
    Row("save_view", "atlas.save_view", ("Ctrl+S",), "atlas"),
    Row("zone", "own.zone", ("Ctrl+Shift+D",), "atlas"),
    Row("forget_zone", "own.forget_zone", ("Ctrl+Shift+F",), "atlas"),
    Row("copy", "atlas.copy", ("Ctrl+C",), "atlas"),
    Row("export", "atlas.export", ("Ctrl+E",), "atlas"),
    Row("describe", "atlas.describe", ("Ctrl+D",), "atlas"),
    Row("present", "atlas.present", ("F5",), "atlas"),
    Row("drill", "atlas.drill", ("Ctrl+R",), "atlas"),
    Row("find", "atlas.find", ("Ctrl+1",), "atlas"),
    Row("name_it", "atlas.name_it", ("Ctrl+2",), "atlas"),
    Row("cover", "atlas.cover", ("Ctrl+3",), "atlas"),
    Row("relate", "atlas.relate", ("Ctrl+4",), "atlas"),
    Row("order", "atlas.order", ("Ctrl+5",), "atlas"),
    Row("palpate", "atlas.palpate", ("Ctrl+6",), "atlas"),
    Row("territory", "atlas.territory", ("Ctrl+7",), "atlas"),
    Row("unknown", "study.unknown", ("D",), "study"),
    Row("markers", "study.markers", ("N",), "study"),
    Row("guess", "study.guess", ("G",), "study"),
    Row("fairly", "study.fairly", ("F",), "study"),
    Row("certain", "study.certain", ("C",), "study"),
)

# Keys that a page handles itself; they stand in the map of keys beside the actions.
ALSO: tuple[tuple[str, str, str], ...] = (
    ("study", "keys.options", "1 – 9"),
    ("study", "study.answer", "Enter"),
    ("study", "keys.read", "PgUp  PgDn"),
    ("study", "keys.order", "Ctrl+↑ ↓"),
    ("study", "keys.leave", "Ctrl+Tab"),
    ("atlas", "keys.walk", "← →"),
    ("atlas", "keys.cycle", "Enter"),
    ("atlas", "keys.leave", "Ctrl+Tab"),
)


def shown_keys(keys: tuple[str, ...]) -> str:
    """Return keys as this system writes them."""
    return "  ".join(QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in keys)


def row(name: str) -> Row:
    """Return an action's row by its name."""
    return next(one for one in ROWS if one.name == name)


def tip(name: str) -> str:
    """Return what the tooltip of an action's button says: its words and its keys."""
    return f"{words(row(name).label)}  {shown_keys(row(name).keys)}"
