"""What a class has answered: counts by option or structure, certainty and vote, and who moved from where to where."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from quizapp.bank.kinds.flip import Flip
from quizapp.bank.kinds.matching import Matching
from quizapp.bank.kinds.staged import Staged
from quizapp.bank.question import Question
from quizapp.classroom.journal import Given
from quizapp.quiz.attempt import Certainty, Mark, Response
from quizapp.quiz.marking import MARKERS
from quizapp.quiz.marking.rule import UNKNOWN
from quizapp.quiz.surroundings import Surroundings

ELSEWHERE = ""  # a place that is no structure, or a name that is none
UNSURE = "unsure"  # no certainty was said
DONT_KNOW = "?"
FEWEST = 5  # answers below which no share is shown, for it would tell who said what

# A part of a question and what was chosen in it: how often, by certainty.
Counts = Mapping[str, Mapping[str, int]]


@dataclass(frozen=True, slots=True)
class Tally:
    """One vote: how many answered, how many were right, and for each part what was chosen how surely."""

    answered: int = 0
    right: int = 0
    parts: tuple[Counts, ...] = ()
    sure_and_wrong: Mapping[str, int] = field(default_factory=dict)

    def shares(self, part: int = 0) -> dict[str, float]:
        """Return the share of each choice in a part; nothing where too few answered."""
        if self.answered < FEWEST or part >= len(self.parts):
            return {}
        return {one: sum(counts.values()) / self.answered for one, counts in self.parts[part].items()}


def mark(question: Question, response: Response, surroundings: Surroundings) -> Mark | None:
    """Return the mark of a response; None where the question has no key."""
    if not question.keys and not isinstance(question, Matching | Flip | Staged):
        return None
    if response.unknown:
        return UNKNOWN
    return MARKERS[question.kind](question, response, surroundings)


def tally(question: Question, answers: Iterable[Given], marks: Mapping[int, Mark | None]) -> Tally:
    """Return the tally of one vote from its answers and their marks by phone."""
    parts: defaultdict[int, defaultdict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    sure_and_wrong: Counter[str] = Counter()
    answered = right = 0
    for given in answers:
        response = given.answer.given.response(given.answer.certainty)
        marked = marks.get(given.phone)
        certainty: Certainty | str = response.certainty or UNSURE
        answered += 1
        right += marked is not None and marked.outcome == "right"
        chosen = chosen_in(question, response, marked)
        for part, keys in enumerate(chosen):
            for one in keys:
                parts[part][one][certainty] += 1
        if certainty == "certain" and marked is not None and marked.outcome == "wrong":
            sure_and_wrong.update(one for one in (chosen[0] if chosen else ()) if one not in question.keys)
    rows = tuple({one: dict(counts) for one, counts in parts[part].items()} for part in range(len(parts)))
    return Tally(answered, right, rows, dict(sure_and_wrong))


def chosen_in(question: Question, response: Response, marked: Mark | None) -> list[tuple[str, ...]]:
    """Return what was chosen in each part: in most kinds there is one part, in an order a part for each place."""
    if response.unknown:
        return [(DONT_KNOW,)]
    known = {option.key for option in question.options}
    match question:
        case Matching():
            return [(one if one in known else ELSEWHERE,) for one in response.chosen[: len(question.stems)]]
        case Flip():
            given = {step[0]: step[1] for step in response.steps if len(step) == 2}
            return [(given.get(option.key, ELSEWHERE),) for option in question.options]
        case Staged():
            return [step[1:2] for step in response.steps[: len(question.stages)]]
    if question.ORDERED:
        return [(one,) for one in response.chosen if one in known]
    meant = marked.chosen if marked is not None and marked.chosen else response.chosen
    if question.kind in ("locate", "name"):
        return [meant[:1] or (ELSEWHERE,)]
    return [tuple(one for one in meant if one in known)]


def moved(first: Mapping[int, str], second: Mapping[int, str]) -> dict[tuple[str, str], int]:
    """Return how many went from one choice to another between two votes, of those who took part in both."""
    pairs = Counter((first[phone], second[phone]) for phone in first.keys() & second.keys())
    return {pair: count for pair, count in pairs.items() if pair[0] != pair[1]}
