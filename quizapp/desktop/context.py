"""What pages are given: the knowledge, the bank, the store, settings and messages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from quizapp.anatomy.atlas import Atlas
from quizapp.anatomy.catalogue import Catalogue
from quizapp.anatomy.palpation import Palpation
from quizapp.anatomy.relations import Relations
from quizapp.bank.library import Library
from quizapp.bank.question import Question
from quizapp.base.problem import Problem
from quizapp.desktop.messages import Messages
from quizapp.desktop.settings.store import Settings
from quizapp.learner.store import Store
from quizapp.quiz.surroundings import Surroundings

if TYPE_CHECKING:
    from quizapp.clinic.differential import Differential
    from quizapp.clinic.library import Clinic
    from quizapp.clinic.skeleton import Skeleton
    from quizapp.quiz.drills.knowledge import Knowledge


@dataclass
class Context:
    """One for the whole app; the bank and the clinic are empty until they have been read."""

    catalogue: Catalogue
    atlas: Atlas
    relations: Relations
    settings: Settings
    messages: Messages
    store: Store
    clock: Callable[[], datetime]
    palpations: Mapping[str, Palpation] = field(default_factory=dict)
    facts: Clinic | None = None
    bank: Library = field(default_factory=Library)
    skeletons: Mapping[str, Skeleton] = field(default_factory=dict)
    weights: Differential | None = None

    @property
    def clinic(self) -> Clinic:
        """Return the clinical knowledge; it is empty until it has been read."""
        from quizapp.clinic.library import Clinic

        return self.facts or Clinic()

    @property
    def table(self) -> Differential:
        """Return the table of findings made ready for ranking; it is empty until the clinic has been read."""
        from quizapp.clinic.differential import Differential  # a start does without it

        if self.weights is None:
            return Differential(self.clinic)
        return self.weights

    @property
    def surroundings(self) -> Surroundings:
        """Return what marking needs."""
        return Surroundings(self.catalogue, self.atlas)

    @property
    def knowledge(self) -> Knowledge:
        """Return what drills are made from."""
        from quizapp.quiz.drills.knowledge import Knowledge

        atlas = self.atlas
        return Knowledge(self.catalogue, atlas, dict(atlas.views), self.relations, self.palpations, atlas.feet)

    @property
    def problems(self) -> list[Problem]:
        """Return what is wrong with the files of conditions and questions."""
        return [*self.clinic.problems, *self.bank.problems]

    def made_question(self, item: str) -> Question | None:
        """Return a question that is made from its id: a patient of a skeleton, or a drill."""
        from quizapp.bank import variants  # as without the kinds of questions

        return variants.question(item, self.skeletons, self.clinic, self.table) or self._drill_question(item)

    def patients(self) -> list[str]:
        """Return the ids of all patients that are approved for practice."""
        from quizapp.bank import variants

        return variants.approved(self.skeletons)

    def _drill_question(self, item: str) -> Question | None:
        from quizapp.quiz import drills  # a start does without them

        return drills.question(item, self.knowledge)

    def names(self) -> dict[str, str]:
        """Return the names of structures, by id."""
        return {structure.id: structure.name for structure in self.catalogue}

    def conditions_at(self, structure: str) -> list[tuple[str, str]]:
        """Return the ids and names of the conditions that arise in a structure."""
        return [(one.id, one.name) for one in self.clinic.conditions_at(structure)]
