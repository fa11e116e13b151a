"""New patients made from skeletons, as questions: the whys are the skeleton's, the evidence is the table's."""

from __future__ import annotations

from collections.abc import Mapping

from quizapp.bank.kinds.choice import Choice
from quizapp.bank.question import Option, Question
from quizapp.base.errors import UserError
from quizapp.clinic.differential import Differential
from quizapp.clinic.library import Clinic
from quizapp.clinic.skeleton import Skeleton, Variant, make

_PREFIX = "patient:"


def id_of(skeleton: str, seed: int) -> str:
    """Return the id of the question that a seed of a skeleton makes."""
    return f"{_PREFIX}{skeleton}:{seed}"


def approved(skeletons: Mapping[str, Skeleton]) -> list[str]:
    """Return the ids of all patients that an author has approved."""
    return [id_of(one.id, seed) for one in skeletons.values() for seed in one.approved]


def question(item: str, skeletons: Mapping[str, Skeleton], clinic: Clinic, table: Differential) -> Question | None:
    """Return the question of an id, or None where it is none of a known skeleton."""
    name, _, seed = item.removeprefix(_PREFIX).rpartition(":")
    if not item.startswith(_PREFIX) or name not in skeletons or not seed.isdecimal():
        return None
    try:
        return asked(make(skeletons[name], int(seed), table, clinic.findings), clinic, table)
    except UserError:
        return None


def asked(variant: Variant, clinic: Clinic, table: Differential) -> Question:
    """Return a patient as a question with one best answer."""
    skeleton = variant.skeleton
    names = sorted((skeleton.key, *variant.rivals), key=lambda one: clinic.conditions[one].name)
    options = []
    for condition in names:
        weighing = table.weigh(condition, variant.vignette)
        is_key = condition == skeleton.key
        options.append(
            Option(
                condition=condition,
                correct=is_key,
                why=skeleton.why if is_key else skeleton.rivals[condition],
                speaks_for=tuple(one.finding.id for one in weighing.speaks_for),
                speaks_against=tuple(one.finding.id for one in weighing.speaks_against),
            )
        )
    return Choice(
        id=id_of(skeleton.id, variant.seed),
        topic=skeleton.topic,
        level="reasoning",
        objective=skeleton.objective,
        stem=variant.stem,
        ask=skeleton.ask,
        options=tuple(options),
        take_home=skeleton.take_home,
        structures=skeleton.structures,
        references=skeleton.references,
        status="reviewed",
    )
