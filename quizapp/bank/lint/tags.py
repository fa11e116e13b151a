"""What the rules read of the findings tagged in a question."""

from __future__ import annotations

from quizapp.bank import markup
from quizapp.bank.lint.rule import story
from quizapp.bank.question import Question
from quizapp.clinic.vignette import Vignette


def vignette_of(question: Question) -> Vignette:
    """Return the findings that a question tells of its patient."""
    return Vignette.of((tag.finding, not tag.absent) for tag in markup.tags(story(question)))
