"""A person's own pictures: the harmless become views, all others are refused with a reason."""

from __future__ import annotations

import re
import struct
import zlib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from quizapp.anatomy import atlas, own
from quizapp.anatomy.catalogue import Catalogue
from quizapp.base.cache import Cache
from quizapp.base.errors import UserError

SOUND = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="10 20 200 100">
<g transform="translate(5 5)"><rect id="tibia" x="30" y="30" width="40" height="20"/></g>
<circle id="talus" cx="150" cy="70" r="10"/><circle id="nobody" cx="1" cy="1" r="1"/></svg>"""


def written(folder: Path, name: str, text: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def refusal(folder: Path, name: str, text: str | bytes) -> str:
    path = written(folder, name, text)
    with pytest.raises(UserError) as refused:
        own.check(path)
    assert str(path) in str(refused.value)
    return str(refused.value)


def test_shapes_named_as_structures_are_regions_where_they_are_seen(tmp_path: Path, catalogue: Catalogue) -> None:
    written(tmp_path, "my ankle.svg", SOUND)
    told: list[str] = []
    (view,) = own.views(tmp_path, told.append)
    diagram = atlas.diagram(tmp_path, view, catalogue)
    assert told == [] and diagram.by_id.keys() == {"tibia", "talus"}
    assert diagram.box == (10, 20, 210, 120)
    assert diagram.by_id["tibia"].contains(55, 45) and not diagram.by_id["tibia"].contains(32, 32)
    assert diagram.by_id["talus"].contains(150, 70)


def test_a_photograph_is_a_view_without_regions(tmp_path: Path, catalogue: Catalogue) -> None:
    Image.new("RGB", (400, 200)).save(tmp_path / "photo.jpg")
    (view,) = own.views(tmp_path, pytest.fail)
    assert atlas.diagram(tmp_path, view, catalogue).box == (0, 0, 250, 125)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('<svg><script>alert("x")</script></svg>', ":1: the drawing has a script"),
        ('<svg>\n<rect onload="x()"/></svg>', ":2: the drawing has a script"),
        ('<svg><image href="http://example.org/a.png"/></svg>', "links to something outside"),
        ('<svg><use xlink:href="file:///etc/passwd"/></svg>', "links to something outside"),
        ("<svg><style>@import 'a.css';</style></svg>", "links to something outside"),
        ('<svg><rect fill="url(http://example.org/#a)"/></svg>', "links to something outside"),
        ('<!DOCTYPE svg [<!ENTITY a "aaaa">]><svg>&a;</svg>', "declares entities"),
        ("<svg>" + "<path/>" * 20_001 + "</svg>", "20001 shapes"),
        ("just words", "no SVG drawing"),
        (b"\xff\xfe\x00", "not UTF-8"),
    ],
)
def test_a_drawing_that_could_do_harm_is_refused(tmp_path: Path, text: str | bytes, reason: str) -> None:
    assert reason in refusal(tmp_path, "a.svg", text)


def test_a_file_that_is_too_large_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "huge.svg"
    with path.open("wb") as file:
        file.truncate(104_000_000)
    with pytest.raises(UserError, match=r"has 104 MB; make it smaller than 20 MB"):
        own.check(path)


def bomb(width: int, height: int) -> bytes:
    """A PNG of a few bytes that unpacks to so many pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 1000)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


@pytest.mark.parametrize(
    ("width", "height", "why"),
    [
        (30_000, 30_000, "900 million|unpacks to too much"),
        (12_000, 12_000, "144 million"),
        (20_000, 900, "20000 x 900"),
    ],
)
def test_a_picture_that_unpacks_to_too_much_is_refused_unpacked(
    tmp_path: Path, width: int, height: int, why: str
) -> None:
    assert re.search(why, refusal(tmp_path, "bomb.png", bomb(width, height)))


@pytest.mark.parametrize("name", ["a.png", "a.jpg", "a.webp"])
def test_what_is_no_picture_is_refused(tmp_path: Path, name: str) -> None:
    assert "no picture" in refusal(tmp_path, name, b"not a picture")


def test_one_bad_file_stops_no_other_and_is_told_each_time(tmp_path: Path) -> None:
    written(tmp_path, "bad.svg", "<svg><script/></svg>")
    written(tmp_path, "good.svg", SOUND)
    written(tmp_path, "notes.txt", "nothing")
    for _ in range(2):
        cache = Cache(tmp_path / "cache.sqlite")
        told: list[str] = []
        assert [view.name for view in own.views(tmp_path, told.append, cache)] == ["good"]
        assert len(told) == 1 and "bad.svg" in told[0]
        cache.close()


def test_without_the_folder_there_is_nothing_of_ones_own(tmp_path: Path) -> None:
    assert own.views(tmp_path / "none", pytest.fail) == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.binary(max_size=400))
def test_no_bytes_do_more_than_be_refused(tmp_path: Path, data: bytes) -> None:
    for name in ("x.svg", "x.png"):
        try:
            own.check(written(tmp_path, name, data))
        except UserError as refused:
            assert name in str(refused)
