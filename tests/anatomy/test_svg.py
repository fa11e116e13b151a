from __future__ import annotations

from pathlib import Path

import pytest

from quizapp.anatomy import atlas, svg
from quizapp.anatomy.catalogue import Catalogue
from quizapp.anatomy.diagram import View
from quizapp.base.cache import Cache
from quizapp.base.errors import UserError

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-10 -20 30 40">'
LEAF = (
    '<g class="layer" id="layer-9"><g class="leaf" id="tibia">'
    '<path d="M0 0L4 0L4 9Z"/><path d="M0 0L1 1L2 0Z"/></g></g>'
)
VIEW = View("medial", "a.svg", "A", "a view", "toes", "heel", "alt", "sources")


def drawing(folder: Path, text: str) -> Path:
    file = folder / "a.svg"
    file.write_text(text, encoding="utf-8")
    return file


def test_the_first_path_of_a_leaf_is_its_outline(tmp_path: Path) -> None:
    box, regions = svg.regions(drawing(tmp_path, f"{HEAD}{LEAF}</svg>"))
    assert box == (-10, -20, 20, 20)
    assert [(one.id, one.depth, one.box) for one in regions] == [("tibia", 9, (0, 0, 4, 9))]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("<svg", "this is not an SVG drawing"),
        ('<svg xmlns="http://www.w3.org/2000/svg"/>', "the drawing has no viewBox; give it one in mm"),
        (
            f'{HEAD}<g class="layer" id="layer-9"><g class="leaf" id="tibia"/></g></svg>',
            "the leaf tibia has no outline",
        ),
    ],
)
def test_a_broken_drawing_is_told(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(UserError, match=told):
        svg.regions(drawing(tmp_path, text))


def test_a_drawing_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="cannot be read: No such file"):
        svg.leaf_ids(tmp_path / "none.svg")


def test_a_leaf_that_the_catalogue_does_not_name_is_told(tmp_path: Path, catalogue: Catalogue) -> None:
    drawing(tmp_path, f"{HEAD}{LEAF.replace('tibia', 'tibbia')}</svg>")
    with pytest.raises(UserError, match="a leaf tibbia, which the catalogue does not name \\(did you mean tibia\\?\\)"):
        atlas.diagram(tmp_path, VIEW, catalogue)


def test_an_app_that_goes_on_hears_of_it_and_has_the_others(tmp_path: Path, catalogue: Catalogue) -> None:
    other = LEAF.replace("layer-9", "layer-8").replace("tibia", "tibbia")
    drawing(tmp_path, f"{HEAD}{LEAF}{other}</svg>")
    told: list[str] = []
    assert atlas.diagram(tmp_path, VIEW, catalogue, told=told.append).by_id.keys() == {"tibia"}
    assert len(told) == 1 and "tibbia" in told[0]


def test_outlines_come_from_the_cache_until_the_drawing_changes(tmp_path: Path, catalogue: Catalogue) -> None:
    drawing(tmp_path, f"{HEAD}{LEAF}</svg>")
    cache = Cache(tmp_path / "c.sqlite")
    first = atlas.diagram(tmp_path, VIEW, catalogue, cache)
    again = atlas.diagram(tmp_path, VIEW, catalogue, cache)
    assert [tuple(point) for point in again.by_id["tibia"].rings[0]] == list(first.by_id["tibia"].rings[0])
    drawing(tmp_path, f"{HEAD}{LEAF.replace('4 9', '4 12')}</svg>")
    assert atlas.diagram(tmp_path, VIEW, catalogue, cache).by_id["tibia"].box[3] == 12
    cache.close()
