"""What every test has: a data folder of its own, a fixed clock, and the shipped knowledge read once."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import hypothesis
import pytest

from quizapp.anatomy import atlas
from quizapp.anatomy.catalogue import Catalogue
from quizapp.anatomy.diagram import Diagram
from quizapp.bank import loading, stock
from quizapp.bank.library import Library
from quizapp.bank.stock import Stock
from quizapp.base import paths
from quizapp.quiz.surroundings import Surroundings
from tests.drivers import AppDriver

# How long an example takes says nothing of whether it is right; speed is measured by ``make bench``.
hypothesis.settings.register_profile("untimed", deadline=None)
hypothesis.settings.load_profile("untimed")

# Without a screen the window tests are left out and all others draw to memory.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

NOW = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep each test's answers and settings to itself."""
    folder = tmp_path / "data"
    monkeypatch.setenv("QUIZAPP_DATA", str(folder))
    return folder


@pytest.fixture(scope="session")
def shipped() -> Stock:
    return stock.load()


@pytest.fixture(scope="session")
def catalogue(shipped: Stock) -> Catalogue:
    return shipped.catalogue


@pytest.fixture(scope="session")
def bank(shipped: Stock) -> Library:
    return loading.load(paths.questions(), shipped.known)


@pytest.fixture(scope="session")
def diagrams(catalogue: Catalogue) -> dict[str, Diagram]:
    folder = paths.resources("diagrams")
    return {name: atlas.diagram(folder, view, catalogue) for name, view in atlas.views(folder).items()}


@pytest.fixture(scope="session")
def medial(diagrams: dict[str, Diagram]) -> Diagram:
    return diagrams["medial"]


@pytest.fixture(scope="session")
def surroundings(catalogue: Catalogue, diagrams: dict[str, Diagram]) -> Surroundings:
    return Surroundings(catalogue, diagrams)


@pytest.fixture(scope="session")
def second_start(tmp_path_factory: pytest.TempPathFactory, qapp: object) -> Path:
    """The caches that a first start leaves, so that each test begins as quickly as a person's second start."""
    folder = tmp_path_factory.mktemp("first-start")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("QUIZAPP_DATA", str(folder))
        driver = AppDriver(NOW)
        driver.wait_for_bank()
        driver.close()
    return folder / "cache"


@pytest.fixture
def app(qtbot: object, data_folder: Path, second_start: Path) -> Iterator[AppDriver]:
    """The whole app with the shipped bank, its questions read."""
    shutil.copytree(second_start, data_folder / "cache")
    driver = AppDriver(NOW)
    driver.wait_for_bank()
    yield driver
    driver.close()
