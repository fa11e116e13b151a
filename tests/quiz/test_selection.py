from __future__ import annotations

import random
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from quizapp.quiz.selection import WAYS
from tests.quiz.samples import CHOICE

CANDIDATES = [replace(CHOICE, id=f"{topic}{at}", topic=topic) for topic in "ABCD" for at in range(6)]


@given(st.integers(0, 40), st.integers())
def test_a_mix_has_no_question_twice_and_spans_the_topics(count: int, seed: int) -> None:
    chosen = WAYS["mixed"](CANDIDATES, count, random.Random(seed))
    assert len(chosen) == len(set(chosen)) == min(count, len(CANDIDATES))
    topics = [one[0] for one in chosen]
    assert max((topics.count(topic) for topic in "ABCD"), default=0) <= -(-count // 4)


def test_the_same_chance_gives_the_same_mix() -> None:
    first = WAYS["mixed"](CANDIDATES, 8, random.Random(5))
    assert WAYS["mixed"](CANDIDATES, 8, random.Random(5)) == first
    assert WAYS["mixed"](CANDIDATES, 8, random.Random(6)) != first
