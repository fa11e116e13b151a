"""Docs that are made from the code are those that the code makes, and their examples hold."""

from __future__ import annotations

import importlib.util
import re
import shutil
from pathlib import Path
from types import ModuleType

import pytest

from quizapp.bank.kinds import KINDS
from quizapp.bank.linting import lint
from quizapp.bank.loading import load
from quizapp.bank.stock import Stock
from quizapp.base import paths

DOCS = Path(__file__).resolve().parent.parent / "docs"


def maker() -> ModuleType:
    spec = importlib.util.spec_from_file_location("questions_page", DOCS / "questions.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_page_on_questions_is_made_from_the_code() -> None:
    assert maker().page() == (DOCS / "questions.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", KINDS)
def test_the_example_of_each_kind_lints_clean(kind: str, shipped: Stock, tmp_path: Path) -> None:
    page = (DOCS / "questions.md").read_text(encoding="utf-8")
    found = re.search(rf"### {kind}\n.*?```yaml\n(.*?)```", page, re.DOTALL)
    assert found is not None
    body = "".join(f"  {line}\n" for line in found[1].splitlines())
    for picture in paths.questions().rglob("*.webp"):
        shutil.copy(picture, tmp_path)
    file = tmp_path / "q.yaml"
    file.write_text(f"topic: T\nauthor: quizapp\nquestions:\n{body}", encoding="utf-8")
    bank = load(file, shipped.known)
    assert len(bank) == 1
    assert [str(problem) for problem in lint(bank, shipped)] == []
