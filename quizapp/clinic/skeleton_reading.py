"""The files of skeletons to skeletons, and every problem with them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec

from quizapp.base.cache import Cache, fingerprint
from quizapp.base.errors import UserError
from quizapp.base.nearest import did_you_mean
from quizapp.base.problem import Problem
from quizapp.base.shape import Fault, Named, unknown
from quizapp.clinic.differential import Differential
from quizapp.clinic.folder import read_all, read_one
from quizapp.clinic.library import Clinic
from quizapp.clinic.skeleton import Skeleton, known_slots, make, slots_in, small

SHEET = 10
_WORDED = ("required", "often", "absent")


def read_folder(
    folder: Path, clinic: Clinic, table: Differential, cache: Cache | None = None
) -> tuple[dict[str, Skeleton], list[Problem]]:
    """Return the sound skeletons of a folder by id, and the problems with the others."""
    # A patient that was approved stays one only while the weights of the table stay.
    digest = fingerprint(msgspec.json.encode(clinic.conditions), msgspec.json.encode(clinic.findings))
    files = sorted(folder.glob("*.yaml"))
    found, problems = read_all(files, Skeleton, lambda file: read_file(file, clinic, table), digest, cache)
    return {one.id: one for one in found}, problems


def read_file(path: Path, clinic: Clinic, table: Differential) -> tuple[Skeleton | None, list[Problem]]:
    """Return the skeleton of a file, or None and its problems; nothing that stands in it can raise."""

    def check(skeleton: Skeleton) -> list[Fault]:
        return list(_faults(skeleton, clinic)) or list(_unsatisfied(skeleton, clinic, table))

    return read_one(path, Skeleton, check)


def _faults(skeleton: Skeleton, clinic: Clinic) -> Iterator[Fault]:
    conditions: list[Named] = [(("key",), skeleton.key)]
    conditions += [(("rivals", one), one) for one in skeleton.rivals]
    findings: list[Named] = [(("barred", at), one) for at, one in enumerate(skeleton.barred)]
    findings += [((field, one), one) for field in _WORDED for one in getattr(skeleton, field)]
    yield from unknown("condition", conditions, clinic.conditions)
    yield from unknown("finding", findings, clinic.findings)
    for field in _WORDED:
        for finding, wordings in getattr(skeleton, field).items():
            for at, wording in enumerate(wordings):
                if "[" not in wording:
                    text = "put square brackets around the words that state the finding"
                    yield Fault((field, finding, at), "wording", text)
    fillable = known_slots(skeleton)
    for slot, text in slots_in(skeleton):
        if small(slot) not in fillable:
            yield Fault(
                ("opening",), "slot", f"no slot is called {slot}{did_you_mean(slot, fillable)}, in “{text[:40]}”"
            )


def _unsatisfied(skeleton: Skeleton, clinic: Clinic, table: Differential) -> Iterator[Fault]:
    """Yield a fault where a skeleton gives no patient for a seed that is approved, or none for a first sheet."""
    for seed in skeleton.approved or range(1, SHEET + 1):
        try:
            make(skeleton, seed, table, clinic.findings)
        except UserError as error:
            yield Fault(("required",), "unsatisfied", str(error))
            return
