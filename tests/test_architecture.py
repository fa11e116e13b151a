"""The arrows of docs/decisions/0001-the-house.md, checked against what the files really import."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "quizapp"

ARROWS = {
    "base": "",
    "anatomy": "base",
    "clinic": "base anatomy",
    "bank": "base anatomy clinic",
    "quiz": "base anatomy clinic bank",
    "learner": "base quiz",
    "classroom": "base anatomy clinic bank quiz",
    "cli": "base anatomy clinic bank quiz classroom",
    "desktop": "base anatomy clinic bank quiz learner classroom",
    "start": "cli desktop",
}
HOME_OF_LIBRARY = {
    "PySide6": "desktop",
    "yaml": "base",
    "ruamel": "base",
    "pydantic": "base",
    "platformdirs": "base",
    "svgelements": "anatomy",
    "PIL": "anatomy classroom",
    "markdown_it": "bank",
    "starlette": "classroom",
    "uvicorn": "classroom",
    "limits": "classroom",
    "resvg_py": "classroom",
    "psutil": "classroom",
}


def imports_of(file: Path) -> set[str]:
    """Dotted names a file imports, at the top and inside functions alike."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}:{node.lineno}: imports are written in full here"
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def faults(home: str, names: set[str]) -> list[str]:
    """What a file that lives in a room may not import."""
    found = []
    for name in sorted(names):
        root, *rest = name.split(".")
        if root == "quizapp" and rest and rest[0] not in (home, *ARROWS.get(home, "").split()):
            found.append(f"{home} may not use {name}")
        if home not in HOME_OF_LIBRARY.get(root, home).split():
            found.append(f"{root} belongs in {HOME_OF_LIBRARY[root]}")
    return found


@pytest.mark.parametrize("file", sorted(PACKAGE.rglob("*.py")), ids=lambda file: str(file.relative_to(PACKAGE)))
def test_imports_follow_the_arrows(file: Path) -> None:
    home = file.relative_to(PACKAGE).with_suffix("").parts[0]
    assert not faults(home, imports_of(file))


@pytest.mark.parametrize(
    ("home", "name"),
    [("quiz", "quizapp.learner.store"), ("anatomy", "PySide6.QtCore"), ("base", "quizapp.bank.question")],
)
def test_a_wrong_arrow_is_told(home: str, name: str) -> None:
    assert faults(home, {name})


def test_children_never_import_their_package() -> None:
    for package in PACKAGE.rglob("__init__.py"):
        name = ".".join(package.parent.relative_to(PACKAGE.parent).parts)
        for child in package.parent.glob("*.py"):
            if child != package:
                tree = ast.parse(child.read_text(encoding="utf-8"))
                modules = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
                names = imports_of(child)
                tabled = {f"{name}.{one}" for one in _tables(package)}
                assert name not in modules or not names & tabled, f"{child} imports its own package"


def _tables(package: Path) -> set[str]:
    tree = ast.parse(package.read_text(encoding="utf-8"))
    return {
        node.target.id for node in tree.body if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name)
    }
