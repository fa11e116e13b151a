"""The projector: whatever the private window knows, the class sees the key only when it is told."""

from __future__ import annotations

import json
from typing import Any

import pytest

from quizapp.bank.library import Library
from quizapp.classroom.materials import PHONE_KINDS
from quizapp.classroom.projected import projected
from tests.classroom.driver import Server


def secrets_of(view: dict[str, Any]) -> list[str]:
    told = view["told"]
    return [one["why"] for one in told["options"]] + [told["take_home"]] + [one["why"] for one in told["parts"]]


def test_the_key_is_on_the_projector_only_when_it_is_told(server: Server, bank: Library) -> None:
    server.set_order([next(one.id for one in bank if one.kind == kind) for kind in PHONE_KINDS])
    phones = [server.phone() for _ in range(6)]
    for item in range(len(PHONE_KINDS)):
        seen = [server.do("next"), server.do("vote")]
        for phone in phones:
            phone.answer(item, {"unknown": True})
        seen += [server.do("close"), server.do("show"), server.do("discuss"), server.do("vote"), server.do("close")]
        for view in seen:
            on_screen = json.dumps(projected(view), ensure_ascii=False)
            assert "told" not in projected(view)
            assert not [one for one in secrets_of(view) if one in on_screen]
            assert '"right"' not in on_screen and "sure_and_wrong" not in on_screen and "advice" not in on_screen
        assert projected(server.do("reveal"))["told"]["take_home"]


def test_results_are_there_only_when_the_lecturer_shows_them(server: Server) -> None:
    for verb, is_shown in (("next", False), ("vote", False), ("close", False), ("show", True), ("discuss", False)):
        assert ("tallies" in projected(server.do(verb))) is is_shown, verb


@pytest.mark.parametrize("phase", ["lobby", "reading", "vote", "closed", "discuss", "reveal", "ended"])
def test_what_is_new_in_the_private_view_stays_private(phase: str) -> None:
    asked = {"stem": "", "ask": "?", "secret": 1}
    view = {"phase": phase, "shown": True, "question": asked, "answered": 0, "tallies": [], "secret": 1}
    view |= {"moved": [], "names": {}, "numbers": {}, "told": {}}
    assert "secret" not in json.dumps(projected(view))
