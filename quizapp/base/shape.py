"""Plain values turned into typed ones; what does not fit is told in sentences an author understands."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Any, TypeVar, cast

from quizapp.base.nearest import did_you_mean

PathInFile = tuple[str | int, ...]
Named = tuple[PathInFile, str]
Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one value, and the path of that value inside its question or file."""

    path: PathInFile
    rule: str
    text: str


def unknown(what: str, named: Iterable[Named], known: Iterable[str]) -> Iterator[Fault]:
    """Yield a fault for each id that names none of the known things of its sort."""
    for path, one in named:
        if one not in known:
            yield Fault(path, f"known-{what}", f"no {what} is called {one}{did_you_mean(one, known)}")


def yaml_name(field_name: str) -> str:
    """Return how a field is written in YAML: ``speaks_for`` is ``for``, as authors say it."""
    return field_name.removeprefix("speaks_")


CONFIG: Mapping[str, Any] = {
    "extra": "forbid",
    "str_strip_whitespace": True,
    "alias_generator": yaml_name,
}


def fit(shape: type[Thing], value: Any) -> tuple[Thing | None, list[Fault]]:
    """Return the typed value, or None and every fault that kept it from being one."""
    # pydantic costs a tenth of a second to import; a start from the cache never needs it.
    from pydantic import ValidationError

    try:
        fitted: Thing = _adapter(cast(Any, shape)).validate_python(value)
    except ValidationError as error:
        return None, [_fault(shape, dict(one)) for one in error.errors(include_url=False)]
    return fitted, []


@functools.cache
def _adapter(shape: Any) -> Any:
    from pydantic import TypeAdapter

    return TypeAdapter(shape)


def _fault(shape: type[Any], error: dict[str, Any]) -> Fault:
    path = tuple(error["loc"])
    last = str(path[-1]) if path else ""
    kind: str = error["type"]
    if kind in ("missing", "missing_argument", "missing_keyword_only_argument"):
        return Fault(path, "missing-field", f"{last} is missing; add it")
    if "unexpected" in kind or kind == "extra_forbidden":
        known = _known_fields(shape, path)
        return Fault(path, "unknown-field", f"{last} is not a field here{did_you_mean(last, known)}")
    if kind == "literal_error":
        return Fault(path, "known-word", _not_a_word(error))
    given = str(error.get("input"))[:60]
    named = f"{last}: " if last else ""
    return Fault(path, "type", f"{named}{_WANTED.get(kind, 'this is not what belongs here')}, not “{given}”")


def _not_a_word(error: dict[str, Any]) -> str:
    given = str(error["input"])[:60]
    allowed = [word.strip("'") for word in error["ctx"]["expected"].replace(" or ", ", ").split(", ")]
    return f"{given} is not one of {', '.join(allowed)}{did_you_mean(given, allowed)}"


_WANTED = {
    "string_type": "this has to be text (quote numbers)",
    "tuple_type": "this has to be a list",
    "list_type": "this has to be a list",
    "bool_parsing": "this has to be true or false",
    "bool_type": "this has to be true or false",
    "int_type": "this has to be a whole number",
    "int_parsing": "this has to be a whole number",
    "dataclass_type": "this has to be a block of fields",
}


def _known_fields(shape: type[Any], path: PathInFile) -> Iterable[str]:
    """Return the fields that the block around an unknown one may have."""
    nested = getattr(shape, "NESTED", {})
    for step in path[:-1]:
        if isinstance(step, str) and step in nested:
            shape = nested[step]
            nested = getattr(shape, "NESTED", {})
    return [yaml_name(one.name) for one in fields(shape)]
