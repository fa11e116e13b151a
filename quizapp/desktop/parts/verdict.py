"""What is said of an answer, in words."""

from __future__ import annotations

from quizapp.bank.kinds.flip import Flip
from quizapp.bank.kinds.key_feature import KeyFeature
from quizapp.bank.kinds.matching import Matching
from quizapp.bank.kinds.ranking import Ranking
from quizapp.bank.kinds.trace import Trace
from quizapp.base.words import words
from quizapp.desktop.answer.base import Asked
from quizapp.quiz.attempt import Attempt
from quizapp.quiz.marking import key_feature, ranking, trace

# Kinds whose answer has several parts, each told apart below the verdict.
_IN_PARTS = ("matching", "sort", "flip", "staged", "prove")


def sentence(asked: Asked, attempt: Attempt) -> str:
    """Return what was chosen and what was asked, in one sentence."""
    answer = answer_of(asked)
    if attempt.outcome == "unknown":
        return words("feedback.below") if asked.question.kind == "sort" else words("feedback.unknown", answer=answer)
    if isinstance(asked.question, Trace) and attempt.drawn:
        return _traced(asked.question, attempt)
    if asked.question.kind in _IN_PARTS:
        return words(f"feedback.{asked.question.kind}", share=round(100 * attempt.mark), answer=answer)
    if isinstance(asked.question, Ranking) and ranking.is_flag_missed(asked.question, attempt.chosen):
        return words("feedback.flag_missed", name=asked.name(asked.question.red_flag))
    if isinstance(asked.question, KeyFeature) and key_feature.harm(asked.question, attempt.chosen):
        return words("feedback.harm", answer=answer)
    if asked.question.kind == "paint":
        return words("feedback.painted", share=round(100 * attempt.mark), answer=answer)
    name = asked.context.catalogue.name
    values: dict[str, object] = {"answer": answer}
    if attempt.gap is not None:
        values["gap"] = max(1, round(attempt.gap))
    if attempt.chosen and attempt.point is not None:
        values["chosen"] = name(attempt.chosen[0])
    match attempt.outcome:
        case "right":
            key = "right"
            if attempt.kind == "locate" and attempt.chosen:
                values["answer"] = name(attempt.chosen[0])
        case "near":
            key = "near" if "chosen" in values else "near_bare"
        case "wrong" if attempt.point is not None:
            key = "wrong_clicked" if "chosen" in values else "wrong" if attempt.gap is None else "missed"
        case "wrong" if attempt.typed:
            key, values["typed"] = "typed", attempt.typed
        case outcome:
            key = outcome
    return words(f"feedback.{key}", **values)


def _traced(question: Trace, attempt: Attempt) -> str:
    found = trace.measure(question, attempt.drawn, attempt.point)
    assert found.mean is not None and found.greatest is not None
    said = words("feedback.traced", mean=round(found.mean), greatest=round(found.greatest))
    enough = words("feedback.enough", mm=round(trace.NEAR)) if attempt.outcome != "right" else ""
    pressed = "" if found.point is None else words("feedback.pressed", gap=round(found.point))
    return " ".join(one for one in (said, pressed, enough, words("feedback.neighbours")) if one)


def answer_of(asked: Asked) -> str:
    """Return the right answer in words."""
    said = [asked.words(option) for option in asked.question.options if option.correct]
    if asked.question.ORDERED:
        return " → ".join(said)
    if isinstance(asked.question, Flip):
        shifts = [(asked.words(one), words(f"shift.{one.shift}")) for one in asked.question.options]
        return "; ".join(words("feedback.part", name=name, said=said) for name, said in shifts)
    if isinstance(asked.question, Matching):
        return "; ".join(f"{at}. {asked.name(stem.key)}" for at, stem in enumerate(asked.question.stems, 1))
    return said[0] if len(said) == 1 else f"{', '.join(said[:-1])} and {said[-1]}" if said else ""
