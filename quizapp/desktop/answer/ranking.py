"""A differential that is brought into order."""

from __future__ import annotations

from typing import ClassVar

from quizapp.desktop.answer.order import OrderAnswer


class RankingAnswer(OrderAnswer):
    """As an order, the most likely first; what must not be missed belongs among the first three."""

    hints: ClassVar[tuple[str, ...]] = ("study.ranking_hint", "study.order_hint")
