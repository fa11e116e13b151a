"""Ranks conditions for the findings of a patient and weighs what speaks for and against each.

The weights are expert judgement for teaching, in the tradition of INTERNIST-1 (MILLER1982). A score is a sum of
small whole numbers that puts conditions into an order; it is no probability and is never shown.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from quizapp.clinic.condition import STRONGEST, Condition, Weight
from quizapp.clinic.finding import Finding, FindingKind
from quizapp.clinic.library import Clinic
from quizapp.clinic.vignette import Vignette

Word = Literal["hallmark", "typical", "possible", "against", "absent", "expected"]

_HALLMARK = 4  # evokes at least
_TYPICAL = 2
_EXPECTED = 4  # frequency at least
_LOST = {5: 3, 4: 2, 3: 1}  # what an absent finding takes off, by its frequency in the condition
_OPPOSED = 2  # what a finding that speaks against takes off
_AGAINST = 3  # what a finding that speaks against weighs where conditions are told apart
_COSTS: Mapping[FindingKind, float] = {"history": 1.0, "exam": 1.5, "investigation": 4.0}
_CONTENDERS = 5
_URGENT = 3
_NO_WEIGHT = Weight(why="")


@dataclass(frozen=True, slots=True)
class Ranked:
    """A condition in its place, 1 the best; ``red_flag`` where the patient calls for it whatever its rank."""

    condition: Condition
    rank: int
    score: int
    red_flag: bool


@dataclass(frozen=True, slots=True)
class Evidence:
    """One finding as it bears on a condition: the word for its bearing, and the reason."""

    finding: Finding
    word: Word
    why: str


@dataclass(frozen=True, slots=True)
class Weighing:
    """What speaks for a condition, what against it, and what one would expect with it and does not know of."""

    speaks_for: tuple[Evidence, ...]
    speaks_against: tuple[Evidence, ...]
    missing: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Separation:
    """A finding that tells conditions apart: which it favours, which it speaks against, and the words for each."""

    finding: Finding
    favours: tuple[str, ...]
    evidence: Mapping[str, Evidence]
    worth: float


class Differential:
    """The table of a clinic made ready for ranking; it holds nothing of a patient."""

    def __init__(self, clinic: Clinic) -> None:
        self._clinic = clinic
        self._by_finding: dict[str, list[tuple[str, Weight]]] = defaultdict(list)
        for condition in clinic.conditions.values():
            for finding, weight in condition.findings.items():
                self._by_finding[finding].append((condition.id, weight))
        self._excluded: dict[str, set[str]] = defaultdict(set)
        for one in clinic.findings.values():
            for other in one.excludes:
                self._excluded[one.id].add(other)
                self._excluded[other].add(one.id)

    def name(self, condition: str) -> str:
        """Return the name of a condition."""
        return self._clinic.conditions[condition].name

    def knows(self, condition: str) -> bool:
        """Tell whether a condition is in the table."""
        return condition in self._clinic.conditions

    def excluded(self, finding: str) -> Collection[str]:
        """Return the findings that cannot be present together with one."""
        return self._excluded.get(finding, frozenset())

    def score(self, condition: str, vignette: Vignette) -> int:
        """Return the sum of what a patient's findings weigh for one condition; negative where they speak against it."""
        weights = self._clinic.conditions[condition].findings
        there = [weights[one] for one in vignette.present if one in weights]
        lacking = [weights[one] for one in self.gone(vignette) if one in weights]
        present = sum(_gained(weight) for weight in there)
        return present - sum(_lost(weight) for weight in lacking)

    def rank(self, vignette: Vignette) -> list[Ranked]:
        """Return the conditions that something speaks for, best first; equal scores share a rank."""
        scores: dict[str, int] = defaultdict(int)
        strongest: dict[str, int] = defaultdict(int)
        for finding in vignette.present:
            for condition, weight in self._by_finding.get(finding, ()):
                scores[condition] += _gained(weight)
                strongest[condition] = max(strongest[condition], weight.evokes)
        for finding in self.gone(vignette):
            for condition, weight in self._by_finding.get(finding, ()):
                scores[condition] -= _lost(weight)
        found = [one for one, strong in strongest.items() if strong]
        found.sort(key=lambda one: (-scores[one], -strongest[one], self._clinic.conditions[one].tier, one))
        present = set(vignette.present)
        ranked: list[Ranked] = []
        for place, one in enumerate(found, 1):
            rank = ranked[-1].rank if ranked and ranked[-1].score == scores[one] else place
            known = self._clinic.conditions[one]
            flagged = any(present.issuperset(alarm) for alarm in known.alarms)
            ranked.append(Ranked(known, rank, scores[one], flagged))
        return ranked

    def weigh(self, condition: str, vignette: Vignette) -> Weighing:
        """Return what a patient's findings say of one condition, the weightiest first."""
        known = self._clinic.conditions[condition]
        present, absent = set(vignette.present), self.gone(vignette)
        weighty = sorted(known.findings.items(), key=lambda row: (-row[1].evokes, -row[1].frequency))
        speaks_for: list[Evidence] = []
        against: list[Evidence] = []
        missing: list[Evidence] = []
        for finding, weight in weighty:
            if finding in present:
                (against if weight.against else speaks_for).append(self._evidence(finding, weight))
            elif weight.frequency >= _EXPECTED and finding in absent:
                against.append(self._evidence(finding, weight, "absent"))
            elif weight.frequency >= _EXPECTED and self._clinic.findings[finding].kind != "investigation":
                missing.append(self._evidence(finding, weight, "expected"))
        return Weighing(tuple(speaks_for), tuple(against), tuple(missing))

    def separating(self, conditions: Sequence[str], most: int = 8) -> list[Separation]:
        """Return the findings that tell two or three conditions apart, best first, each condition having its turn."""
        rows = [self._separation(finding, conditions) for finding in self._concerned(conditions)]
        rows.sort(key=lambda row: (-row.worth, _COSTS[row.finding.kind], row.finding.id))
        telling = [row for row in rows if row.worth >= 1]
        turns = itertools.zip_longest(*([row for row in telling if one in row.favours] for one in conditions))
        taken = list(dict.fromkeys(row.finding.id for turn in turns for row in turn if row is not None))[:most]
        return [row for row in telling if row.finding.id in taken]

    def next_findings(self, vignette: Vignette, most: int = 5) -> list[Separation]:
        """Return what is most useful to ask or test next: what parts the leader from its rivals, at least cost."""
        contenders, leaders = self._contenders(vignette)
        known = {*vignette.present, *self.gone(vignette)}
        asked = [one for one in self._concerned(contenders) if one not in known]
        rows = [self._separation(one, contenders, leaders) for one in asked]
        rows.sort(key=lambda row: (-row.worth / _COSTS[row.finding.kind], row.finding.id))
        urgent = [self._separation(one, contenders) for one in self._urgent(vignette) if one not in known]
        telling = [row for row in rows if any(self._evokes(one, row.finding.id) for one in row.favours)]
        found = {row.finding.id: row for row in (*urgent[:_URGENT], *telling)}
        return list(found.values())[:most]

    def _evokes(self, condition: str, finding: str) -> int:
        return self._clinic.conditions[condition].findings.get(finding, _NO_WEIGHT).evokes

    def _urgent(self, vignette: Vignette) -> list[str]:
        """Return what settles the red flags that are raised, at any cost: what else raises them, and the best test."""
        found: list[str] = []
        for one in (ranked.condition for ranked in self.rank(vignette) if ranked.red_flag):
            raising = {finding for alarm in one.alarms for finding in alarm if finding in one.findings}
            known = self._clinic.findings
            tests = [finding for finding in one.findings if known[finding].kind == "investigation"]
            asked = raising.difference(tests, vignette.present)
            weights = one.findings
            found += sorted(asked, key=lambda it: (_COSTS[known[it].kind], -weights[it].evokes, it))[:2]
            found += sorted(tests, key=lambda it: -weights[it].evokes)[:1]
        return list(dict.fromkeys(found))

    def _contenders(self, vignette: Vignette) -> tuple[list[str], list[str]]:
        """Return the conditions still in question, and the leaders among them."""
        ranked = self.rank(vignette)
        if not ranked:
            taught = [one.id for one in self._clinic.conditions.values() if one.tier == "A"]
            return taught, taught
        near = [one.condition.id for one in ranked[:_CONTENDERS] if one.score * 2 >= ranked[0].score]
        flags = [one.condition.id for one in ranked if one.red_flag]
        alone = [] if len(near) > 1 else list(ranked[0].condition.look_alikes)
        known = [one for one in dict.fromkeys([*near, *flags, *alone]) if one in self._clinic.conditions]
        return known, [one.condition.id for one in ranked if one.rank == 1]

    def gone(self, vignette: Vignette) -> set[str]:
        """Return what is absent, be it looked for or ruled out by what is there."""
        ruled_out = (other for one in vignette.present for other in self._excluded.get(one, ()))
        return set(vignette.absent).union(ruled_out).difference(vignette.present)

    def _concerned(self, conditions: Iterable[str]) -> Iterator[str]:
        """Yield each finding that some of the conditions have a weight for, once."""
        named = (one for condition in conditions for one in self._clinic.conditions[condition].findings)
        return iter(dict.fromkeys(named))

    def _separation(self, finding: str, conditions: Sequence[str], leaders: Collection[str] = ()) -> Separation:
        """Return how a finding parts conditions; where some lead, only their pairs with others count."""
        weights = {one: self._clinic.conditions[one].findings.get(finding, _NO_WEIGHT) for one in conditions}
        values = {one: -_AGAINST if weight.against else weight.evokes for one, weight in weights.items()}
        best = max(values.values())
        favours = tuple(one for one, value in values.items() if value == best)
        # What is seldom there settles little, however telling it is.
        seen = max(weights[one].frequency for one in favours) or _TYPICAL
        pairs = [pair for pair in itertools.combinations(values, 2) if not leaders or not set(pair).isdisjoint(leaders)]
        apart = sum(abs(values[one] - values[other]) for one, other in pairs)
        evidence = {one: self._evidence(finding, weight) for one, weight in weights.items() if weight.why}
        worth = apart / max(1, len(pairs)) * seen / STRONGEST
        return Separation(self._clinic.findings[finding], favours, evidence, worth)

    def _evidence(self, finding: str, weight: Weight, word: Word | None = None) -> Evidence:
        return Evidence(self._clinic.findings[finding], word or word_for(weight), weight.why)


def _gained(weight: Weight) -> int:
    """Return what a finding that is there adds to a condition's score."""
    return -_OPPOSED if weight.against else weight.evokes


def _lost(weight: Weight) -> int:
    """Return what a finding that is not there takes off."""
    return _LOST.get(weight.frequency, 0)


def word_for(weight: Weight) -> Word:
    """Return the word for how a finding that is present bears on a condition."""
    if weight.against:
        return "against"
    if weight.evokes >= _HALLMARK:
        return "hallmark"
    return "typical" if weight.evokes >= _TYPICAL or weight.frequency >= _EXPECTED else "possible"


def best_test(rows: Sequence[Separation]) -> Separation | None:
    """Return the one best test among findings that tell conditions apart; imaging has to be worth its cost."""
    tests = [row for row in rows if row.finding.kind != "history"]
    return max(tests, key=lambda row: row.worth / _COSTS[row.finding.kind] ** 0.5, default=None)
