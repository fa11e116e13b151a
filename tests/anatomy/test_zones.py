from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.anatomy import zones
from quizapp.anatomy.outline import Ring
from quizapp.anatomy.zones import Zone
from quizapp.base.errors import UserError
from tests.anatomy.strategies import outlines


@given(st.lists(outlines(), max_size=4))
def test_zones_come_back_as_they_were_drawn(tmp_path_factory: pytest.TempPathFactory, rings: list[Ring]) -> None:
    picture = tmp_path_factory.mktemp("mine") / "photo.jpg"
    for ring in rings:
        zones.add(picture, Zone("tibia", tuple(ring)))
    assert [one.ring for one in zones.read(picture)] == [tuple(ring) for ring in rings]
    found = zones.regions(picture)
    assert len(found) == bool(rings) and all(len(one.rings) == len(rings) for one in found)


def test_a_structure_is_forgotten_with_all_its_zones(tmp_path: Path) -> None:
    picture, ring = tmp_path / "photo.jpg", ((0.0, 0.0), (9.0, 0.0), (9.0, 9.0))
    for structure in ("tibia", "talus", "tibia"):
        zones.add(picture, Zone(structure, ring))
    zones.remove(picture, "tibia")
    assert [one.id for one in zones.regions(picture)] == ["talus"]


def test_a_picture_without_zones_has_none(tmp_path: Path) -> None:
    assert zones.regions(tmp_path / "photo.jpg") == []


@pytest.mark.parametrize("text", ["zones: 7", "zones: [{structure: tibia}]", "{", 'zones: [{structure: 1, ring: "x"}]'])
def test_a_broken_file_is_named_with_its_line(tmp_path: Path, text: str) -> None:
    picture = tmp_path / "photo.jpg"
    zones.file_of(picture).write_text(text, encoding="utf-8")
    with pytest.raises(UserError, match=r"photo\.jpg\.zones\.yaml:[12]:"):
        zones.regions(picture)


def test_what_cannot_be_written_is_said(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="could not be kept"):
        zones.add(tmp_path / "gone" / "photo.jpg", Zone("tibia", ((0, 0), (1, 0), (1, 1))))
