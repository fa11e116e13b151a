"""The list of findings; each is unknown, present, or looked for and absent."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from quizapp.base.words import words
from quizapp.clinic.differential import Differential
from quizapp.clinic.finding import Finding
from quizapp.clinic.vignette import Vignette
from quizapp.desktop.parts.text import named

_KINDS = ("history", "exam", "investigation")
_ID = Qt.ItemDataRole.UserRole
_SIGNS = {"": "○", "present": "●", "absent": "−"}
_NEXT = {"": "present", "present": "absent", "absent": ""}
_KEYS = {Qt.Key.Key_Plus: "present", Qt.Key.Key_Minus: "absent", Qt.Key.Key_Backspace: ""}


class FindingList(QListWidget):
    """Findings by kind; a click or Space goes from unknown to present to absent, + and - set one at once."""

    changed = Signal()
    dropped = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "findings")
        self.table: Differential | None = None
        self.setWordWrap(True)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(words("explorer.findings"))
        self._items: dict[str, QListWidgetItem] = {}
        self._ticks: dict[str, str] = {}
        self._labels: dict[str, str] = {}
        self.itemClicked.connect(self._on_clicked)
        self.installEventFilter(self)

    @property
    def vignette(self) -> Vignette:
        """Return the findings that are present and those that are absent, in the order they were ticked."""
        return Vignette.of((one, tick == "present") for one, tick in self._ticks.items())

    def show_findings(self, findings: Iterable[Finding]) -> None:
        """List findings by kind; what was ticked stays so."""
        some = list(findings)
        if [one.id for one in some] == list(self._items):
            return
        self.clear()
        self._items.clear()
        self._labels = {one.id: one.label for one in some}
        for kind in _KINDS:
            head = QListWidgetItem(words(f"explorer.{kind}"), self)
            head.setFlags(Qt.ItemFlag.ItemIsEnabled)
            head.setFont(_bold(self.font()))
            for one in (one for one in some if one.kind == kind):
                self._items[one.id] = QListWidgetItem(self)
                self._items[one.id].setData(_ID, one.id)
                self._name(one.id)

    def filter(self, text: str) -> None:
        """Show the findings that have all the words that were typed."""
        wanted = text.lower().split()
        for one, item in self._items.items():
            item.setHidden(not all(word in self._labels[one].lower() for word in wanted))

    def set_tick(self, finding: str, tick: str) -> None:
        """Make a finding present, absent or unknown; one that is excluded by it is taken back and told."""
        self._ticks.pop(finding, None)
        if tick:
            self._ticks[finding] = tick
        if tick == "present" and self.table is not None:
            for other in self.table.excluded(finding):
                if self._ticks.get(other) == "present":
                    del self._ticks[other]
                    self._name(other)
                    self.dropped.emit(other)
        self._name(finding)
        self.changed.emit()

    def clear_ticks(self) -> None:
        """Forget all that was ticked."""
        ticked, self._ticks = list(self._ticks), {}
        for one in ticked:
            self._name(one)
        self.changed.emit()

    def show_finding(self, finding: str) -> None:
        """Bring a finding into view and let the keys tick it."""
        item = self._items.get(finding)
        if item is not None:
            item.setHidden(False)
            self.setCurrentItem(item)
            self.scrollToItem(item, QListWidget.ScrollHint.PositionAtCenter)
            self.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tick the current finding by Space, +, - and Backspace."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            item = self.currentItem()
            finding = item.data(_ID) if item is not None else None
            if finding and event.key() == Qt.Key.Key_Space:
                self.set_tick(finding, _NEXT[self._ticks.get(finding, "")])
                return True
            if finding and event.key() in _KEYS:
                self.set_tick(finding, _KEYS[Qt.Key(event.key())])
                return True
        return super().eventFilter(watched, event)

    def _on_clicked(self, item: QListWidgetItem) -> None:
        finding = item.data(_ID)
        if finding:
            self.set_tick(finding, _NEXT[self._ticks.get(finding, "")])

    def _name(self, finding: str) -> None:
        tick, text = self._ticks.get(finding, ""), self._labels[finding]
        item = self._items[finding]
        item.setText(f"{_SIGNS[tick]}  {text}")
        state = words(f"explorer.{tick or 'unknown'}")
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{text}, {state}")
        item.setFont(_bold(self.font()) if tick else self.font())


def _bold(font: QFont) -> QFont:
    made = QFont(font)
    made.setWeight(QFont.Weight.DemiBold)
    return made
