from __future__ import annotations

from pathlib import Path

from quizapp.base.cache import Cache, fingerprint


def kept(path: Path, file: Path, key: str = "k") -> bytes | None:
    cache = Cache(path)
    try:
        return cache.get(file, key)
    finally:
        cache.close()


def keep(path: Path, file: Path, payload: bytes = b"seen") -> None:
    cache = Cache(path)
    cache.put([(file, "k", payload)])
    cache.close()


def test_what_was_read_is_kept_for_the_next_start(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("one")
    keep(tmp_path / "c.sqlite", file)
    assert kept(tmp_path / "c.sqlite", file) == b"seen"


def test_a_changed_file_is_read_again(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("one")
    keep(tmp_path / "c.sqlite", file)
    file.write_text("another")
    assert kept(tmp_path / "c.sqlite", file) is None


def test_another_key_and_a_lost_file_have_nothing(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("one")
    keep(tmp_path / "c.sqlite", file)
    assert kept(tmp_path / "c.sqlite", file, "other") is None
    file.unlink()
    assert kept(tmp_path / "c.sqlite", file) is None


def test_a_damaged_cache_is_made_anew(tmp_path: Path) -> None:
    file, path = tmp_path / "a.yaml", tmp_path / "c.sqlite"
    file.write_text("one")
    path.write_bytes(b"this is no database" * 100)
    assert kept(path, file) is None
    keep(path, file)
    assert kept(path, file) == b"seen"


def test_a_cache_that_cannot_be_kept_is_none(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    cache = Cache(blocked / "c.sqlite")
    cache.put([(blocked, "k", b"x")])
    assert cache.get(blocked, "k") is None
    cache.close()


def test_fingerprints_tell_where_one_text_ends() -> None:
    assert fingerprint("ab", "c") != fingerprint("a", "bc")
