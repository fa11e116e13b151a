"""Cards, one to choose."""

from __future__ import annotations

from quizapp.desktop.answer.base import CardsAnswer


class ChoiceAnswer(CardsAnswer):
    """One best answer."""
