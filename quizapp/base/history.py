"""What was so before and after: steps back and forth through a row of states."""

from __future__ import annotations

from typing import Generic, TypeVar

State = TypeVar("State")


class History(Generic[State]):
    """A row of states with one of them now; a new one cuts off what was undone."""

    def __init__(self, first: State, limit: int = 100) -> None:
        self._states = [first]
        self._now = 0
        self._limit = limit

    @property
    def now(self) -> State:
        """Return the state that holds."""
        return self._states[self._now]

    @property
    def can_undo(self) -> bool:
        """Tell whether there is a state before."""
        return self._now > 0

    @property
    def can_redo(self) -> bool:
        """Tell whether there is a state after."""
        return self._now < len(self._states) - 1

    def add(self, state: State) -> None:
        """Take in a new state, unless it is the one that holds already."""
        if state == self.now:
            return
        self._states = [*self._states[: self._now + 1], state][-self._limit :]
        self._now = len(self._states) - 1

    def undo(self) -> State:
        """Go one state back, if there is one, and return it."""
        self._now = max(0, self._now - 1)
        return self.now

    def redo(self) -> State:
        """Go one state forward, if there is one, and return it."""
        self._now = min(len(self._states) - 1, self._now + 1)
        return self.now
