from __future__ import annotations

from pathlib import Path

import pytest

from quizapp.bank import loading, reading
from quizapp.base.cache import Cache
from tests.bank.samples import CHOICE, KNOWN, write


def test_a_folder_of_files_is_one_bank(tmp_path: Path) -> None:
    write(tmp_path, name="a.yaml")
    (tmp_path / "ankle").mkdir()
    write(tmp_path / "ankle", CHOICE.replace("first-tendon", "other"), "b.yml", "Nerves")
    bank = loading.load(tmp_path, KNOWN)
    assert [question.id for question in bank] == ["first-tendon", "other"]
    assert bank.topics() == {"Tendons": 1, "Nerves": 1}


def test_the_second_use_of_an_id_is_told_and_the_first_kept(tmp_path: Path) -> None:
    write(tmp_path, name="a.yaml", topic="First")
    write(tmp_path, name="b.yaml", topic="Second")
    bank = loading.load(tmp_path, KNOWN)
    assert bank["first-tendon"].topic == "First"
    (problem,) = bank.problems
    assert str(problem).endswith(
        "b.yaml:3:5: error: the id first-tendon is already used in "
        f"{tmp_path.name}/a.yaml; give this question another [duplicate-id]"
    )


def test_one_bad_file_does_not_hide_the_others(tmp_path: Path) -> None:
    write(tmp_path)
    (tmp_path / "bad.yaml").write_bytes(b"\x00\xff\xfe")
    (tmp_path / "worse.yaml").write_text("a: [", encoding="utf-8")
    bank = loading.load(tmp_path, KNOWN)
    assert len(bank) == 1
    assert [problem.rule for problem in bank.problems] == ["not-text", "yaml"]


def test_a_folder_that_cannot_be_opened_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # The superuser may open any folder, so the refusal is the system call's own.
    write(tmp_path)
    locked = tmp_path / "locked"
    locked.mkdir()
    real = loading.os.scandir

    def scandir(path: str) -> object:
        if Path(path) == locked:
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(loading.os, "scandir", scandir)
    bank = loading.load(tmp_path, KNOWN)
    assert len(bank) == 1
    assert "this folder cannot be opened: Permission denied" in str(bank.problems[0])


def test_unchanged_files_come_from_the_cache_and_changed_ones_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, name="a.yaml")
    write(tmp_path, CHOICE.replace("first-tendon", "other").replace("[GRAY]", "[GREY]"), "b.yaml")
    cache = Cache(tmp_path / "c.sqlite")
    cold = loading.load(tmp_path, KNOWN, cache)
    parsed: list[str] = []
    real = reading.read_file
    monkeypatch.setattr(reading, "read_file", lambda *given: (parsed.append(given[0].name), real(*given))[1])
    warm = loading.load(tmp_path, KNOWN, cache)
    assert (list(warm), warm.problems, parsed) == (list(cold), cold.problems, [])
    write(tmp_path, CHOICE.replace("comes first", "is first"), "a.yaml")
    assert loading.load(tmp_path, KNOWN, cache)["first-tendon"].take_home == "Tibialis posterior is first."
    assert parsed == ["a.yaml"]
    cache.close()


def test_reading_tells_how_far_it_is(tmp_path: Path) -> None:
    write(tmp_path, name="a.yaml")
    write(tmp_path, CHOICE.replace("first-tendon", "other"), "b.yaml")
    seen: list[tuple[int, int]] = []
    loading.load(tmp_path, KNOWN, progress=lambda done, of: seen.append((done, of)))
    assert seen == [(1, 2), (2, 2)]


def test_questions_are_chosen_by_topic_kind_and_level_and_retired_ones_never(tmp_path: Path) -> None:
    retired = CHOICE.replace("first-tendon", "old").replace("author: quizapp", "author: quizapp\n    status: retired")
    bank = loading.load(write(tmp_path, CHOICE + retired), KNOWN)
    assert [one.id for one in bank.choose()] == ["first-tendon"]
    assert [one.id for one in bank.choose(topics=["Tendons"], kinds=["choice"], levels=["recall"])] == ["first-tendon"]
    assert bank.choose(levels=["reasoning"]) == []
