"""What an option says, wherever it is shown: its own words, or the name of what it stands for."""

from __future__ import annotations

from quizapp.anatomy.catalogue import Catalogue
from quizapp.bank.question import Option
from quizapp.clinic.library import Clinic


def words_of(option: Option, catalogue: Catalogue, clinic: Clinic) -> str:
    """Return what an option says: its own words, or the name of its condition or structure."""
    if option.text:
        return option.text
    if option.condition:
        condition = clinic.conditions.get(option.condition)
        return condition.name if condition else option.condition
    return catalogue.name(option.structure)
