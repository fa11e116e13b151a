"""Drills: made from drawings and relations, known again by their ids."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.anatomy import atlas, foot_type, palpation, relations
from quizapp.anatomy.catalogue import Catalogue
from quizapp.anatomy.diagram import Diagram
from quizapp.bank.kinds.locate import Locate
from quizapp.bank.kinds.name import Name
from quizapp.bank.kinds.paint import Paint
from quizapp.bank.kinds.trace import Trace
from quizapp.base import paths
from quizapp.quiz import drills
from quizapp.quiz.drills.knowledge import Knowledge, look_alikes
from quizapp.quiz.selection import adaptive


@pytest.fixture(scope="module")
def knowledge(catalogue: Catalogue, diagrams: dict[str, Diagram]) -> Knowledge:
    table = relations.load(paths.resources("anatomy", "relations.yaml"), catalogue)
    felt = palpation.load(paths.resources("anatomy", "palpation.yaml"))
    feet = {one.view_id: one for one in foot_type.load(paths.resources("diagrams", "feet.yaml"))}
    return Knowledge(catalogue, diagrams, atlas.views(paths.resources("diagrams")), table, felt, feet)


@pytest.mark.parametrize("drill", drills.DRILLS)
@pytest.mark.parametrize("view", atlas.views(paths.resources("diagrams")))
def test_every_item_of_every_view_makes_a_fair_question(knowledge: Knowledge, drill: str, view: str) -> None:
    shown = list(knowledge.diagrams[view].by_id)
    items = drills.items(drill, view, shown, knowledge)
    if drill == "find":
        assert len(items) == len(shown)
    for item in items:
        question = drills.question(item, knowledge)
        assert question is not None and question.id == item
        assert question.keys and (drill in ("order", "territory") or len(question.keys) == 1)
        names = [option.structure for option in question.options]
        assert len(set(names)) == len(names) >= 2
        assert all(option.why for option in question.options) and question.take_home
        if isinstance(question, Locate | Name | Trace | Paint):
            assert set(names) <= set(shown)
        elif drill == "relate":
            assert knowledge.catalogue.name(question.keys[0]) not in question.ask


def test_a_relation_has_no_second_right_answer(knowledge: Knowledge) -> None:
    item = "drill:relate:supplies:medial_plantar_nerve:abductor_hallucis"
    question = drills.question(item, knowledge)
    assert question is not None
    wrong = {option.structure for option in question.options if not option.correct}
    assert not wrong & set(knowledge.relations.ones("supplies", "abductor_hallucis"))


def test_a_row_stands_as_the_relations_say(knowledge: Knowledge) -> None:
    question = drills.question("drill:order:behind:tp_tendon:5", knowledge)
    assert question is not None
    assert question.keys == ("tp_tendon", "fdl_tendon", "posterior_tibial_artery", "tibial_nerve", "fhl_tendon")


def test_an_id_always_makes_the_same_question(knowledge: Knowledge) -> None:
    item = "drill:relate:behind:fhl_tendon:tibial_nerve"
    assert drills.question(item, knowledge) == drills.question(item, knowledge)


@pytest.mark.parametrize(
    "item",
    [
        "",
        "drill",
        "drill:find",
        "drill:find:medial",
        "drill:find:medial:nothing",
        "drill:find:nowhere:tibia",
        "drill:relate:behind:tibia:talus",
        "drill:relate:above:tibia:talus",
        "drill:order:behind:tp_tendon:9",
        "drill:order:behind:nothing:3",
        "drill:order:behind:tp_tendon:x",
        "other:find:medial:tibia",
    ],
)
def test_an_id_that_stands_for_nothing_makes_nothing(knowledge: Knowledge, item: str) -> None:
    assert drills.question(item, knowledge) is None


def test_look_alikes_are_neighbours_of_the_same_system(knowledge: Knowledge) -> None:
    alike = look_alikes("fdl_tendon", "medial", knowledge)
    assert {knowledge.catalogue[one].system for one in alike} == {"tendon"}


MARKS = st.lists(st.integers(0, 20).map(lambda twentieths: twentieths / 20), max_size=8)


@given(MARKS, MARKS)
def test_what_is_shakier_weighs_more(one: list[float], other: list[float]) -> None:
    weigh = adaptive.weight
    assert weigh(one) > 0
    if one and other and sum(one[-3:]) / len(one[-3:]) + 0.01 < sum(other[-3:]) / len(other[-3:]):
        assert weigh(one) > weigh(other)


def test_the_weak_come_up_more_often_than_the_sure() -> None:
    marks = {"weak": [0.0, 0.0, 0.0], "sure": [1.0, 1.0, 1.0]}
    rng = random.Random(3)
    first = [adaptive.choose(["weak", "sure"], marks, 1, rng)[0] for _ in range(400)]
    assert first.count("weak") > 3 * first.count("sure")


@given(st.lists(st.text("abc", min_size=1, max_size=3), unique=True, max_size=12), st.integers(0, 20))
def test_a_draw_takes_each_item_once(items: list[str], count: int) -> None:
    drawn = adaptive.choose(items, {}, count, random.Random(1))
    assert len(drawn) == len(set(drawn)) == min(count, len(items)) and set(drawn) <= set(items)


def test_a_course_is_asked_on_three_foot_types_and_moves_with_them(knowledge: Knowledge) -> None:
    items = drills.items("palpate", "medial", ["tp_tendon"], knowledge)
    assert [item.split(":")[-1] for item in items] == ["average", "flat", "high"]
    average, flat, high = (drills.question(item, knowledge) for item in items)
    assert isinstance(average, Trace) and isinstance(flat, Trace) and isinstance(high, Trace)
    assert average.press is not None and flat.press is not None and high.press is not None
    assert high.press[1] < average.press[1] < flat.press[1]
    assert flat.view == "medial~flat peel 1"
    assert "low-arched foot" in flat.objective


def test_a_foot_type_that_could_not_be_drawn_is_not_asked(knowledge: Knowledge) -> None:
    bare = replace(knowledge, feet={})
    assert len(drills.items("palpate", "medial", ["tp_tendon"], bare)) == 1
    assert drills.question("drill:palpate:medial:tp_tendon:flat", bare) is None


def test_skin_with_another_way_up_is_not_numb(knowledge: Knowledge) -> None:
    def numb(nerve: str) -> tuple[str, ...]:
        question = drills.question(f"drill:territory:nerves:{nerve}", knowledge)
        assert question is not None
        return question.keys

    assert "skin_sural" not in numb("tibial_nerve") and "skin_sural" not in numb("common_fibular_nerve")
    assert "skin_sural" in numb("sciatic_nerve") and numb("sural_nerve") == ("skin_sural",)


def test_a_dermatome_is_the_roots_own(knowledge: Knowledge) -> None:
    question = drills.question("drill:territory:dermatomes:l5_root", knowledge)
    assert question is not None and question.keys == ("l5_root",)
