"""A bank to hold classes with, read once, and a server where one is wanted."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from quizapp.anatomy.diagram import Diagram
from quizapp.bank.library import Library
from quizapp.bank.stock import Stock
from quizapp.classroom.materials import Materials
from tests.classroom.driver import Server


@pytest.fixture(scope="session")
def materials(shipped: Stock, bank: Library, diagrams: dict[str, Diagram]) -> Materials:
    return Materials(shipped, bank, diagrams)


@pytest.fixture(scope="session")
def second_class(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The caches that a first class leaves, so that each test begins as quickly as a lecturer's second one."""
    folder = tmp_path_factory.mktemp("first-class")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("QUIZAPP_DATA", str(folder))
        Server().stop()
    return folder / "cache"


@pytest.fixture
def server(data_folder: Path, second_class: Path) -> Iterator[Server]:
    shutil.copytree(second_class, data_folder / "cache")
    made = Server()
    yield made
    made.stop()
