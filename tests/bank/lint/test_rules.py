"""Each rule on a question that passes and on one that fails."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from quizapp.bank.kinds import KINDS
from quizapp.bank.kinds.picture import Zone
from quizapp.bank.lint import RULES
from quizapp.bank.question import Option, Question

LONG = "It is the longest of all by far, and no other option comes near it"
TAGGED = "A man has [a numb sole](s_numb_sole_toes)."


def option(text: str, correct: bool = False, **more: Any) -> Option:
    why = more.pop("why", "This is explained here in eight words or more.")
    return Option(text=text, correct=correct, why=why, **more)


def question(kind: str = "choice", **changes: Any) -> Question:
    values: dict[str, Any] = {
        "id": "q",
        "topic": "T",
        "level": "recall",
        "objective": "Name it.",
        "ask": "Which tendon lies in the groove?",
        "take_home": "It is this one.",
        "structures": ("tibia",),
        "references": ("GRAY",),
        "author": "quizapp",
        "options": (option("Alpha one", True), option("Beta two"), option("Gamma three")),
    }
    return KINDS[kind](**{**values, **changes})


def named(kind: str, *structures: str, **changes: Any) -> Question:
    options = tuple(
        Option(structure=one, correct=at == 0, why="This is explained here in eight words or more.")
        for at, one in enumerate(structures)
    )
    return question(kind, options=options, **changes)


def options(*texts: str) -> tuple[Option, ...]:
    return tuple(option(text, at == 0) for at, text in enumerate(texts))


CONDITION = option("", True, condition="gout", speaks_for=("s_numb_sole_toes",))
RIVAL = option("", condition="dvt", speaks_against=("s_numb_sole_toes",))
THIRD = option("", condition="ganglion", missing=("e_windlass",))

CASE = (
    "A 46-year-old baker has had burning in the sole for six months, worse after standing. [Tapping behind the malleolus"
    " shoots into the sole](e_tinel_tunnel), and he feels nothing when the toes are stroked. His other foot is well."
)
LINES = " ".join("It hurts when he stands on it for long." for _ in range(6))
SQUARE, BESIDE = ((0.1, 0.1), (0.4, 0.1), (0.4, 0.4), (0.1, 0.4)), ((0.5, 0.1), (0.8, 0.1), (0.8, 0.4), (0.5, 0.4))


def pictured(wrong: tuple[tuple[float, float], ...], alt: str = "A drawn section of the ankle") -> Question:
    why = "This is explained here in eight words or more."
    zones = (Zone(text="a", correct=True, zone=SQUARE, why=why), Zone(text="b", zone=wrong, why=why))
    return question("picture", picture="p.png", alt=alt, options=zones)


PASSES: list[tuple[str, Question]] = [
    ("vignette-parts", question(level="reasoning", stem=CASE)),
    ("stem-length", question(level="reasoning", stem=LINES)),
    ("grammar", question()),
    ("convergence", question(options=options("Rest and ice", "Rest and load", "Heat and load", "Brace"))),
    ("names", question(stem="The tibial nerve is numb.")),
    ("reading-level", question(stem="He stands. He walks. It hurts.")),
    ("zones-apart", pictured(BESIDE)),
    ("one-key", named("name", "tibia", "talus", "fibula", lit="tibia")),
    ("one-key", named("locate", "tibia")),
    ("one-key", question("multiple", options=(*options("a", "b"), option("c", True), option("d")))),
    ("one-key", named("trace", "tp_tendon", course=((0.0, 0.0), (9.0, 9.0)))),
    ("one-key", named("paint", "skin_sural", "skin_saphenous")),
    ("option-count", question()),
    ("all-of-the-above", question()),
    ("length-cue", question(options=options("Alpha one", "Beta one two", "Gamma"))),
    ("absolute-words", question()),
    ("vague-words", question()),
    ("negative-lead-in", question(ask="Which of these does NOT lie in the tunnel?")),
    ("lead-in", question()),
    ("explanations", question(stem=TAGGED, options=(CONDITION, RIVAL, THIRD))),
    ("tagged", question()),
    ("clue-word", question(stem="The retinaculum is cut.", options=options("Retinaculum", "Retinaculum roof", "Bone"))),
    ("clue-word", question("locate", ask="Where is the fibula?", options=(option("The fibula", True),))),
]
FAILS: list[tuple[str, Question]] = [
    ("vignette-parts", question(level="reasoning", stem="A woman has a painful heel.")),
    ("stem-length", question(level="reasoning", stem="A short case of ten words stands here and ends.")),
    ("stem-length", question(level="interpretation", stem=f"{LINES} {LINES}")),
    ("grammar", question(options=options("Tinel test", "windlass test", "Squeeze test"))),
    ("grammar", question(options=options("Tinel test", "Windlass test.", "Squeeze test"))),
    ("grammar", question(ask="Which of these nerves would you call a?")),
    ("convergence", question(options=options("Brace with early walking", "Brace then rest", "Plaster, early walking"))),
    ("names", question(stem="The posterior tibial nerve is numb.")),
    ("reading-level", question(stem=" ".join(["word"] * 40) + ".")),
    ("zones-apart", pictured(SQUARE)),
    ("zones-apart", pictured(BESIDE, alt="A foot")),
    ("one-key", question(options=(option("a", True), option("b", True), option("c")))),
    ("one-key", question("multiple", options=options("a", "b", "c", "d"))),
    ("one-key", named("name", "tibia", "talus", "fibula", lit="talus")),
    ("one-key", question("locate")),
    ("one-key", named("trace", "tp_tendon", course=((0.0, 0.0),))),
    ("one-key", question("trace", course=((0.0, 0.0), (9.0, 9.0)))),
    ("one-key", question("paint", options=(option("a"), option("b")))),
    ("option-count", named("paint", "skin_sural")),
    ("option-count", question(options=options("a", "b"))),
    ("duplicate-options", question(options=options("Tinel test", "tinel  TEST ", "Bone"))),
    ("duplicate-options", question(options=options("", "b", "c"))),
    ("all-of-the-above", question(options=options("a", "b", "All of the above"))),
    ("all-of-the-above", question(options=options("a", "b", "Both A and B"))),
    ("length-cue", question(options=options(LONG, "Short", "Brief"))),
    ("absolute-words", question(options=options("a", "It is always numb", "c"))),
    ("vague-words", question(options=options("a", "It is often numb", "c"))),
    ("negative-lead-in", question(ask="Which of these is not in the tunnel?")),
    ("lead-in", question(ask="Name the tendon that lies in the groove.")),
    ("lead-in", question(ask="Which of the following is true?")),
    ("lead-in", question(ask="Which one?")),
    ("explanations", question(options=(option("a", True, why="Wrong."), option("b"), option("c")))),
    ("explanations", question(stem=TAGGED, options=(CONDITION, replace(RIVAL, speaks_against=()), THIRD))),
    ("explanations", question(stem=TAGGED, options=(replace(CONDITION, speaks_for=("e_windlass",)), RIVAL, THIRD))),
    ("explanations", question(stem=TAGGED, options=(CONDITION, RIVAL, replace(THIRD, missing=("s_numb_sole_toes",))))),
    ("explanations", question(stem=TAGGED, options=(replace(CONDITION, speaks_for=()), RIVAL, THIRD))),
    ("tagged", question(structures=())),
    ("clue-word", question(stem="The retinaculum is cut.", options=options("Flexor retinaculum", "Muscle", "Bone"))),
]


def broken_rules(one: Question) -> set[str]:
    return {fault.rule for rule in RULES for fault in rule.check(one)}


@pytest.mark.parametrize(("rule", "sound"), PASSES)
def test_what_passes(rule: str, sound: Question) -> None:
    assert rule not in broken_rules(sound)


@pytest.mark.parametrize(("rule", "wrong"), FAILS)
def test_what_fails(rule: str, wrong: Question) -> None:
    assert rule in broken_rules(wrong)


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.one], ids=lambda rule: rule.name)
def test_every_rule_has_both(rule: Any) -> None:
    assert rule.name in {name for name, _ in FAILS}
    assert rule.name in {name for name, _ in PASSES} or rule.name == "duplicate-options"


def all_faults(name: str, questions: list[Question]) -> list[str]:
    rule = next(one for one in RULES if one.name == name)
    assert rule.all is not None
    return [fault.text for _, fault in rule.all(questions)]


def with_key_at(place: int) -> Question:
    return question(options=tuple(option(text, at == place) for at, text in enumerate(("aaaa", "bbb", "cc", "dd"))))


def test_keys_spread_over_the_places_pass_and_crowded_ones_fail() -> None:
    assert all_faults("key-position", [with_key_at(at % 4) for at in range(24)]) == []
    crowded = all_faults("key-position", [with_key_at(1) for _ in range(24)])
    assert any("place 2 of 4 holds the key in 100% of 24 questions" in text for text in crowded)


def test_a_bank_whose_keys_are_longest_too_often_fails() -> None:
    assert all_faults("length-cue", [with_key_at(at % 4) for at in range(20)]) == []
    assert "the key is the longest option in 20 of 20" in all_faults("length-cue", [with_key_at(0)] * 20)[0]


def test_a_run_of_eight_words_in_two_questions_fails() -> None:
    bare = (option("a", True, why="So."),)
    one = question(stem="It hurts at the first step out of bed each day.", options=bare)
    other = question(id="r", stem="Her heel hurts at the first step out of bed each day too.", options=bare)
    assert all_faults("repeated-wording", [one, question(id="r", stem="Her heel is numb.", options=bare)]) == []
    assert "stands in q too" in all_faults("repeated-wording", [one, other])[0]


def patients(women: int, men: int, *ages: int) -> list[Question]:
    stems = [f"A {age}-year-old gardener limps." for age in ages]
    stems += ["A woman limps."] * women + ["A man limps."] * men
    return [question(id=f"q{number}", stem=stem) for number, stem in enumerate(stems)]


def test_patients_of_both_sexes_and_all_ages_pass() -> None:
    assert all_faults("diversity", patients(11, 10, 12, 80)) == []
    assert "83% of the patients are women" in all_faults("diversity", patients(20, 4, 12, 80))[0]
    assert "no patient is 18 or younger" in all_faults("diversity", patients(11, 10, 40, 80))[0]
