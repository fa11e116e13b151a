"""A chance mix that takes every topic in turn, so that a short round still spans the field."""

from __future__ import annotations

import random
from collections.abc import Sequence

from quizapp.bank.question import Question


def choose(candidates: Sequence[Question], count: int, rng: random.Random) -> list[str]:
    """Return the ids of up to ``count`` questions, topics taking turns in a chance order."""
    piles: dict[str, list[str]] = {}
    for question in candidates:
        piles.setdefault(question.topic, []).append(question.id)
    for pile in piles.values():
        rng.shuffle(pile)
    order = list(piles)
    rng.shuffle(order)
    chosen: list[str] = []
    while len(chosen) < count and order:
        for topic in list(order):
            if piles[topic]:
                chosen.append(piles[topic].pop())
            else:
                order.remove(topic)
    chosen = chosen[:count]
    rng.shuffle(chosen)
    return chosen
