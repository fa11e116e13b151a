"""YAML 1.2 to plain values, guarded against hostile files, with the line of every value on demand.

PyYAML's C parser reads YAML 1.1, where ``no`` is False and ``1:30`` is 90; the resolvers below are those of
the YAML 1.2 core schema (yaml.org/spec/1.2.2, section 10.3). Size, depth and aliases are checked before the
values are built: the C composer overflows its stack on some 30,000 nested brackets, and a few aliases of
aliases grow to gigabytes as soon as somebody walks through them.
"""

from __future__ import annotations

import functools
import io
import re
from collections.abc import Callable, Hashable
from pathlib import Path
from typing import Any

from quizapp.base.files import save_whole
from quizapp.base.problem import Place, Problem
from quizapp.base.shape import PathInFile

MAX_BYTES = 5_000_000
MAX_DEPTH = 60
_NO_FOLDING = 10_000
_TAB = re.compile(r"^( *)\t[ \t]*\S", re.MULTILINE)
_ALIAS = re.compile(r"(?:^|[\s\[{,:-])\*[^\s*]")
_DEEP = ("- " * MAX_DEPTH, " " * 4 * MAX_DEPTH)
_BRACKET = re.compile(r"[\[\]{}]")


class BadYamlError(Exception):
    """A file that is not readable YAML; carries the one problem that stopped the reading."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


@functools.cache
def _loader() -> Any:
    """Return the C loader with the scalars of YAML 1.2 and with unique keys; PyYAML is imported at first use."""
    import yaml

    class Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
        yaml_implicit_resolvers: dict[str, Any] = {}

    for name, pattern, first in _SCALARS:
        tag = f"tag:yaml.org,2002:{name}"
        Loader.add_implicit_resolver(tag, re.compile(f"^(?:{pattern})$"), [*first, ""])
    Loader.add_constructor("tag:yaml.org,2002:int", _integer)
    Loader.add_constructor("tag:yaml.org,2002:map", _mapping)
    return Loader


# name of the tag, what it looks like, what it can begin with
_SCALARS = (
    ("null", r"~|null|Null|NULL|", "~nN"),
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
)


def _mapping(loader: Any, node: Any) -> dict[Hashable, Any]:
    found: dict[Hashable, Any] = {}
    for key_node, value_node in node.value:
        key = loader.construct_object(key_node, deep=True)
        if not isinstance(key, Hashable):
            raise _fault("a key has to be a word", key_node.start_mark)
        if key in found:
            raise _fault(f"the key {key} stands here twice; keep one", key_node.start_mark)
        found[key] = loader.construct_object(value_node, deep=True)
    return found


def _fault(text: str, mark: Any) -> Exception:
    from yaml.constructor import ConstructorError

    return ConstructorError(None, None, text, mark)


def _integer(loader: Any, node: Any) -> int:
    text: str = loader.construct_scalar(node)
    return int(text, 0) if text.startswith(("0o", "0x")) else int(text)


def parse(text: str, file: str) -> Any:
    """Return the plain value of a YAML text; raise BadYamlError with the place of the first fault."""
    _guard(text, file)
    return _trying(lambda yaml: yaml.load(text, Loader=_loader()), file, text)


def read_text(path: Path, shown_as: str = "") -> str:
    """Return the text of a file; raise BadYamlError where it cannot be read, is too large or is no text."""
    file = shown_as or str(path)
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise BadYamlError(
                _problem(
                    file, "file-size", f"{size / 1e6:.0f} MB is too large; split it below {MAX_BYTES / 1e6:.0f} MB"
                )
            )
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = fault.object[: fault.start].count(b"\n") + 1
        raise BadYamlError(
            _problem(file, "not-text", "this is not UTF-8 text; save it as UTF-8 plain text", line)
        ) from None
    except OSError as fault:
        reason = fault.strerror or "cannot be read"
        raise BadYamlError(
            _problem(file, "unreadable", f"cannot be read: {reason}; check that it exists and may be opened")
        ) from None


def edit(path: Path, change: Callable[[Any], None]) -> None:
    """Change the values of a file and save it whole; comments, quotes and order stay. Raises OSError."""
    from ruamel.yaml import YAML  # where somebody changes a file

    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = _NO_FOLDING
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.default_flow_style = None  # a list of plain values stands in one line
    values = yaml.load(path.read_text(encoding="utf-8"))
    change(values)
    written = io.StringIO()
    yaml.dump(values, written)
    save_whole(path, written.getvalue())


class Lines:
    """Where each value of one YAML text stands; composed once, asked by path."""

    def __init__(self, text: str, file: str) -> None:
        self._file = file
        self._root: Any = _trying(lambda yaml: yaml.compose(text, Loader=_loader()), file, text)

    def place(self, path: PathInFile) -> Place:
        """Return the place of the value at a path, or of the nearest thing above it that exists."""
        node, mark = self._root, self._root.start_mark if self._root else None
        for step in path:
            key, child = _child(node, step)
            if child is None:
                break
            node, mark = child, (key or child).start_mark if step is path[-1] else child.start_mark
        if mark is None:
            return Place(self._file)
        return Place(self._file, mark.line + 1, mark.column + 1)


def _child(node: Any, step: str | int) -> tuple[Any, Any]:
    if isinstance(step, str) and node.id == "mapping":
        for key, value in node.value:
            if key.value == step:
                return key, value
    elif isinstance(step, int) and node.id == "sequence" and step < len(node.value):
        return None, node.value[step]
    return None, None


def _problem(file: str, rule: str, text: str, line: int = 1, column: int = 1) -> Problem:
    return Problem(Place(file, line, column), rule, text)


def _guard(text: str, file: str) -> None:
    """Refuse tabs in the indentation, and ask the parser itself about anything that looks hostile."""
    tab = _TAB.search(text) if "\t" in text else None
    if tab:
        line = text.count("\n", 0, tab.start()) + 1
        raise BadYamlError(_problem(file, "tab", "a tab indents this line; use spaces", line, len(tab[1]) + 1))
    may_alias = "*" in text and _ALIAS.search(text)  # looking for one character first is much the quicker
    if may_alias or any(deep in text for deep in _DEEP) or _bracket_depth(text) > MAX_DEPTH:
        _trying(lambda yaml: _scan(yaml, text, file), file, text)


def _bracket_depth(text: str) -> int:
    depth = deepest = 0
    for bracket in _BRACKET.finditer(text):
        depth += 1 if bracket[0] in "[{" else -1
        deepest = max(deepest, depth)
    return deepest


def _scan(yaml: Any, text: str, file: str) -> None:
    """Walk the parser's events, which need no stack, and stop at an alias or at too deep a nesting."""
    depth = 0
    for event in yaml.parse(text, Loader=_loader()):
        mark = event.start_mark
        if isinstance(event, yaml.AliasEvent):
            fault = f"the alias *{event.anchor} is not read here; write the value out"
            raise BadYamlError(_problem(file, "alias", fault, mark.line + 1, mark.column + 1))
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_DEPTH:
            raise BadYamlError(_problem(file, "depth", "this nests too deep to be a question", mark.line + 1))


def _trying(action: Callable[[Any], Any], file: str, text: str) -> Any:
    """Run something with PyYAML; raise what it trips over as one problem with a place."""
    import yaml

    try:
        return action(yaml)
    except yaml.MarkedYAMLError as fault:
        mark = fault.problem_mark or fault.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        lines = text.split("\n")
        offending = lines[line - 1].strip()[:60] if line <= len(lines) else ""
        shown = f" at “{offending}”" if offending else ""
        raise BadYamlError(_problem(file, "yaml", f"{fault.problem}{shown}", line, column)) from None
    except yaml.YAMLError as fault:
        raise BadYamlError(_problem(file, "yaml", f"cannot be read as YAML: {fault}".split("\n")[0])) from None
    except (RecursionError, ValueError) as fault:
        raise BadYamlError(_problem(file, "yaml", f"cannot be read as YAML: {fault}")) from None
