"""A class over real HTTP: a server of its own, a lecturer, phones, and those who mean harm."""

from __future__ import annotations

import concurrent.futures
import contextlib
import http.client
import itertools
import json
import secrets
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from quizapp.bank.kinds.staged import Staged
from quizapp.bank.library import Library
from tests.classroom.driver import ROOT, Caller, RefusedError, Server

ONE, PLACE = "first-behind-the-malleolus", "find-the-shelf"


@pytest.fixture
def two(server: Server, choices: list[str]) -> Server:
    server.set_order(choices)
    return server


@pytest.fixture(scope="session")
def choices(bank: object) -> list[str]:
    found = [one.id for one in bank if one.kind == "choice"]  # type: ignore[attr-defined]
    return found[:2]


def refused(why: str, status: int | None = None) -> object:
    class _Refused:
        def __enter__(self) -> None: ...

        def __exit__(self, kind: object, fault: BaseException | None, trace: object) -> bool:
            assert isinstance(fault, RefusedError), f"this was not refused: {fault}"
            assert fault.why == why
            assert status is None or fault.status == status
            return True

    return _Refused()


def test_a_class_from_the_first_phone_to_the_study_set(two: Server, choices: list[str]) -> None:
    phone = two.phone()
    with phone.events() as told:
        assert next(told)[1]["phase"] == "lobby"
        two.do("next")
        reading = next(told)[1]
        assert (reading["phase"], reading["item"], "options" in reading["question"]) == ("reading", 0, False)
        two.do("vote", seconds=60)
        voting = next(told)[1]
        assert voting["closes"] > voting["now"]
        assert phone.answer(0, {"chosen": ["1"]}, certainty="guess") == 1
        assert two.do("close")["answered"] == 1
        assert "told" not in next(told)[1]
        two.do("reveal")
        assert next(told)[1]["told"]["take_home"]
    mine = phone.get("mine")
    assert (mine["marks"].keys(), mine["missed"]) == ({"0"}, 1)
    assert phone.get("take-home")["questions"] == choices[:1], "a guess is practised again, right or wrong"


def test_names_come_from_a_roster_and_nobody_is_kept_out(two: Server, choices: list[str]) -> None:
    two.set_order(choices, rules={"names": "roster", "roster": ["Ada Lin", "Bo Ek"]})
    phone = Caller(two, secrets.token_hex(16))
    with refused("no_name", 409):
        phone.post("join", {"token": phone.token})
    with refused("no_name"):
        phone.post("join", {"token": phone.token, "name": "Somebody Else"})
    assert phone.post("join", {"token": phone.token, "name": "Ada Lin"})["name"] == "Ada Lin"
    assert phone.post("join", {"token": phone.token})["name"] == "Ada Lin", "who is in comes back without choosing"
    assert phone.get("door")["roster"] == [{"name": "Ada Lin", "taken": True}, {"name": "Bo Ek", "taken": False}]
    second = Caller(two, secrets.token_hex(16))
    assert second.post("join", {"token": second.token, "name": "Ada Lin"})["name"] == "Ada Lin (2)"
    assert sorted(two.host.get("host/results")["names"].values()) == ["Ada Lin", "Ada Lin (2)"]


def test_teams_and_a_leaderboard_count_what_was_told_alone(two: Server, choices: list[str]) -> None:
    two.set_order(choices, rules={"names": "nicknames", "teams": 2, "leaderboard": True})
    phones = [two.phone() for _ in range(4)]
    assert [phone.get("mine")["team"] for phone in phones] == ["Soleus", "Gracilis"] * 2
    two.do("next")
    two.do("vote")
    keys = two.host.get("host/state")["told"]["keys"]
    wrong = next(str(at) for at in range(1, 4) if str(at) not in keys)
    for at, phone in enumerate(phones):
        phone.answer(0, {"chosen": keys if at == 0 else [wrong]})
    assert two.do("close")["board"] == {}, "who leads would tell who was right"
    board = two.do("reveal")["board"]
    names = [phone.get("mine")["name"] for phone in phones]
    assert board["people"] == [[1, names[0], 1.0]], "who has no point is not shown to have none"
    assert board["teams"] == [[1, "Soleus", 0.5], [2, "Gracilis", 0.0]]
    assert two.do("board")["board_shown"]
    assert two.do("exclude", item=0)["board"] == {}
    assert two.do("exclude", item=0, on=False)["board"] == board


def test_a_class_is_not_ranked_unless_that_was_switched_on(two: Server) -> None:
    phone = two.phone()
    assert phone.get("mine")["team"] == ""
    two.do("next")
    two.do("vote")
    phone.answer(0, {"chosen": ["1"]})
    two.do("close")
    assert two.do("reveal")["board"] == {}


def test_a_set_at_an_own_pace_tells_the_lecturer_how_far_all_are(two: Server, choices: list[str]) -> None:
    two.set_order(choices, pace="own")
    phones = [two.phone() for _ in range(3)]
    two.do("vote")
    for phone in phones:
        phone.answer(0, {"chosen": ["1"]})
    phones[0].answer(1, {"chosen": ["2"]})
    seen = two.host.get("host/state?item=1")
    assert [one["answered"] for one in seen["set"]] == [3, 1]
    assert (seen["done"], seen["looked"], seen["answered"]) == (1, 1, 1)
    assert "looked" not in two.host.get("host/state?item=7")
    two.do("close")
    two.do("reveal")
    assert phones[0].get("item/1")["told"]["take_home"]


def test_a_stage_of_a_case_comes_when_it_is_reached(server: Server, bank: Library) -> None:
    staged = next(one for one in bank if isinstance(one, Staged))
    server.set_order([staged.id])
    phone = server.phone()
    server.do("next")
    server.do("vote")
    with phone.events() as told:
        face = next(told)[1]["question"]
    assert (len(face["stages"]), face["last"]) == (1, len(staged.stages))
    step = ["", *(one["key"] for one in face["options"])]
    assert len(phone.post("stages", {"item": 0, "steps": [step]})["stages"]) == 2
    for bad in ([["nothing", *step[1:]]], [step[:-1]], [step] * len(staged.stages)):
        with refused("bad"):
            phone.post("stages", {"item": 0, "steps": bad})
    server.do("close")
    with refused("closed"):
        phone.post("stages", {"item": 0, "steps": [step]})


def test_an_option_with_a_long_key_can_be_chosen_and_read_back(server: Server, bank: Library) -> None:
    question = max(
        (one for one in bank if one.kind == "choice"), key=lambda one: max(len(key.key) for key in one.options)
    )
    assert max(len(one.key) for one in question.options) > 80
    server.set_order([question.id])
    server.do("next")
    server.do("vote")
    for number in range(1, len(question.options) + 1):
        server.phone().answer(0, {"chosen": [str(number)]})
    assert server.do("close")["answered"] == len(question.options)
    assert len(server.host.get("host/results")["items"][0]["answers"]) == len(question.options)


def test_a_roster_may_be_long_and_a_phone_may_not(server: Server, choices: list[str]) -> None:
    names = [f"Παπαδοπούλου Αικατερίνη {at}" for at in range(900)]
    server.set_order(choices, rules={"names": "roster", "roster": names})
    phone = Caller(server, secrets.token_hex(16))
    assert phone.post("join", {"token": phone.token, "name": names[-1]})["name"] == names[-1]
    with refused("too_large"):
        phone.post("answer", b" " * 40_000)


def test_many_lecturers_hold_classes_at_one_server(
    data_folder: Path, second_class: Path, choices: list[str], tmp_path: Path
) -> None:
    key = tmp_path / "keys"
    key.write_text("the-key-of-anatomy\nthe-key-of-podiatry\n")
    server = Server("--keys", str(key))
    try:
        assert "host" not in server.greeting, "nobody's secret stands in a log"
        with refused("no_key", 403):
            open_class(server, "the-key-of-anatom", choices)
        classes = [open_class(server, f"the-key-of-{one}", choices) for one in ("anatomy", "podiatry")]
        hosts = [Caller(server, one["host"], one["code"]) for one in classes]
        hosts[0].post("host", {"do": "next"})
        assert [one.get("host/state")["phase"] for one in hosts] == ["reading", "lobby"]
        with refused("not_host"):
            Caller(server, classes[0]["host"], classes[1]["code"]).get("host/state")
        key.write_text("the-key-of-podiatry\n")
        with refused("no_key"):
            open_class(server, "the-key-of-anatomy", choices)
    finally:
        server.stop()


def open_class(server: Server, key: str, questions: list[str]) -> dict[str, str]:
    return Caller(server, key).ask("POST", "", json.dumps({"questions": questions}).encode(), code="classes")


def test_what_was_received_outlives_a_kill_and_the_phone_is_let_back_in(two: Server, data_folder: Path) -> None:
    two.do("next")
    two.do("vote")
    phones = [two.phone() for _ in range(20)]
    for at, phone in enumerate(phones):
        phone.answer(0, {"chosen": [str(at % 3 + 1)]}, number=at + 1)
    two.kill()
    again = Server(port=two.port)
    try:
        assert (again.code, again.greeting["host"]) == (two.code, two.greeting["host"])
        assert again.host.get("host/state")["answered"] == 20
        with phones[0].events() as told:
            assert next(told)[1]["phase"] == "vote"
        mine = [Caller(again, phone.token).get("mine")["answers"][0] for phone in phones]
        assert [one["number"] for one in mine] == list(range(1, 21))
        assert [one["given"]["chosen"] for one in mine] == [[str(at % 3 + 1)] for at in range(20)]
    finally:
        again.stop()


def test_a_phone_that_saw_this_already_is_told_only_what_is_new(two: Server) -> None:
    phone = two.phone()
    two.do("next")
    with phone.events() as told:
        version = next(told)[1]["version"]
    with phone.events(seen=str(version)) as told:
        assert next(told)[0] == "tick"
        two.do("vote")
        assert next(told)[1]["phase"] == "vote"


def test_a_late_joiner_answers_and_is_not_missed(two: Server) -> None:
    early = two.phone()
    with early.events() as told:
        next(told)
        two.do("next")
        two.do("vote")
        late = two.phone()
        with late.events() as late_told:
            assert next(late_told)[1]["phase"] == "vote"
            assert two.host.get("host/state")["missing"] == 1
            early.answer(0, {"chosen": ["1"]})
            assert two.host.get("host/state")["missing"] == 0
            late.answer(0, {"chosen": ["2"]})
            assert two.host.get("host/state")["answered"] == 2


def test_a_vote_closes_by_itself_and_late_answers_are_refused(two: Server) -> None:
    phone = two.phone()
    two.do("next")
    two.do("vote", seconds=1)
    with phone.events() as told:
        assert next(told)[1]["phase"] == "vote"
        assert next(one["phase"] for name, one in told if name == "state") == "closed"
    with refused("closed", 409):
        phone.answer(0, {"chosen": ["1"]})


def test_posts_that_come_twice_or_in_the_wrong_order_do_no_harm(two: Server) -> None:
    phone = two.phone()
    two.do("next")
    two.do("vote")
    for number, chosen in ((2, "2"), (1, "1"), (2, "3"), (3, "1"), (1, "3")):
        assert phone.answer(0, {"chosen": [chosen]}, number=number) == number
    assert [one["given"]["chosen"] for one in phone.get("mine")["answers"]] == [["1"]]


def test_a_burst_is_taken_whole(two: Server) -> None:
    two.do("next")
    two.do("vote")
    with concurrent.futures.ThreadPoolExecutor(40) as pool:
        phones = list(pool.map(lambda _: two.phone(), range(120)))
        list(pool.map(lambda phone: phone.answer(0, {"chosen": ["1"]}), phones))
    state = two.do("close")
    assert (state["joined"], state["answered"]) == (120, 120)


def test_the_remote_control_goes_on_but_takes_nothing_away(two: Server) -> None:
    remote = Caller(two, two.greeting["remote"])
    assert remote.post("host", {"do": "next"})["phase"] == "reading"
    for method, path in (("DELETE", "host"), ("GET", "host/results")):
        with refused("not_host", 403):
            remote.ask(method, path)


@pytest.mark.parametrize("path", ["host", "host/order", "host/improvise", "host/state", "host/events", "host/results"])
def test_no_phone_reaches_what_is_the_lecturers(two: Server, path: str) -> None:
    phone = two.phone()
    method = "GET" if path.endswith(("state", "events", "results")) else "POST"
    with refused("not_host", 403):
        phone.ask(method, path, b'{"do":"next"}')


def test_a_step_that_was_asked_for_twice_is_done_once(two: Server) -> None:
    seen = two.host.get("host/state")["version"]
    two.do("next", seen=seen)
    with refused("not_now"):
        two.do("next", seen=seen)
    assert two.host.get("host/state")["item"] == 0


def test_nobody_reads_what_another_answered(two: Server) -> None:
    one, other = two.phone(), two.phone()
    two.do("next")
    two.do("vote")
    one.answer(0, {"chosen": ["1"]})
    assert other.get("mine")["answers"] == []
    with refused("not_in", 401):
        Caller(two, secrets.token_hex(16)).get("mine")


def test_the_study_set_waits_until_an_answer_is_told(two: Server) -> None:
    with refused("not_told", 403):
        two.phone().get("take-home")


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (b"", "bad"),
        (b"{", "bad"),
        (b"[]", "bad"),
        (b'{"item":0}', "bad"),
        (b'{"item":0,"round":1,"number":1,"given":{"chosen":["9"]}}', "bad"),
        (b'{"item":0,"round":1,"number":1,"given":{"chosen":["1"]},"mark":1}', "bad"),
        (b'{"item":0,"round":1,"number":-1,"given":{}}', "bad"),
        (b'{"item":0,"round":1,"number":1,"given":{"point":[1e999,0]}}', "bad"),
        (b'{"item":0,"round":1,"number":1,"given":{"typed":"' + b"x" * 20_000 + b'"}}', "too_large"),
        (b"\xff" * 100, "bad"),
        (b'{"item":0,"round":1,"number":1,"given":{"typed":"\xff"}}', "bad"),
        (b'{"item":0,"round":1,"number":1,"given":{"typed":"a\\u0000b"}}', "bad"),
        (b'{"item":0,"round":1,"number":1,"given":{},"certainty":"certain"}', "bad"),
        (b'{"item":5,"round":1,"number":1,"given":{"chosen":["1"]}}', "closed"),
        (b'{"item":0,"round":2,"number":1,"given":{"chosen":["1"]}}', "closed"),
    ],
)
def test_a_hostile_phone_gets_a_word_and_the_class_goes_on(two: Server, body: bytes, why: str) -> None:
    phone = two.phone()
    two.do("next")
    two.do("vote")
    with refused(why):
        phone.post("answer", body)
    assert phone.answer(0, {"chosen": ["1"]}) == 1


def test_a_request_without_an_end_is_hung_up_on(server: Server) -> None:
    line = socket.create_connection(("127.0.0.1", server.port))
    line.sendall(b"GET / HTTP/1.1\r\n")
    with pytest.raises(OSError):
        for _ in range(2000):
            line.sendall(b"a: b\r\n" * 1000)
    line.close()


def test_one_phone_does_not_take_all_the_streams(two: Server) -> None:
    phone = two.phone()
    with contextlib.ExitStack() as tabs:
        told = [tabs.enter_context(phone.events()) for _ in range(6)]
        heard = [len(list(itertools.islice(one, 1))) for one in told]
    assert heard == [1, 1, 1, 1, 0, 0]


def test_a_view_that_cannot_be_looked_at_is_refused(two: Server) -> None:
    with refused("bad"):
        two.host.post("host/improvise", {"ask": "?", "view": "medial peel x"})
    assert two.do("next")["phase"] == "reading"


def test_guessing_codes_is_stopped_and_those_who_are_in_stay_in(two: Server) -> None:
    phone = two.phone()
    guesser = Caller(two, secrets.token_hex(16))
    said = set()
    for at in range(200):
        try:
            guesser.ask("POST", "join", b"{}", code=f"ZZZ{at:03d}")
        except RefusedError as fault:
            said.add(fault.status)
    assert said == {404, 429}
    assert phone.get("mine")["answers"] == []
    assert two.phone().get("mine")["answers"] == [], "a neighbour behind the same address still comes in"


def test_a_flood_of_one_phone_is_refused_and_others_are_not(two: Server) -> None:
    flooding, calm = two.phone(), two.phone()
    two.do("next")
    two.do("vote")
    with refused("too_many", 429):
        for number in range(1, 100):
            flooding.answer(0, {"chosen": ["1"]}, number=number)
    calm.answer(0, {"chosen": ["1"]})


@pytest.mark.parametrize("path", ["/", "/ABC234", "/phone/phone.js", "/api/ABC234/mine", "/phone/../pyproject.toml"])
def test_every_answer_has_the_headers_that_keep_others_out(server: Server, path: str) -> None:
    line = http.client.HTTPConnection("127.0.0.1", server.port, timeout=10)
    line.request("GET", path)
    answer = line.getresponse()
    body = answer.read()
    line.close()
    assert "default-src 'none'" in (answer.getheader("content-security-policy") or "")
    assert answer.getheader("x-content-type-options") == "nosniff"
    assert answer.getheader("referrer-policy") == "no-referrer"
    assert answer.getheader("server") is None
    assert b"[build-system]" not in body


def test_the_page_and_a_picture_are_small_enough_for_a_full_room(server: Server) -> None:
    total = 0
    folder = Path(__file__).resolve().parents[2] / "resources" / "phone"
    files = [f"/phone/{file.relative_to(folder).as_posix()}" for file in folder.rglob("*.*")]
    more = ["/phone/words.json", "/phone/theme.css", "/phone/outlines/medial-2.json"]
    for path in [*files, *more, "/phone/picture/medial-2-light-900.webp"]:
        line = http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)
        line.request("GET", path)
        answer = line.getresponse()
        total += len(answer.read())
        assert answer.status == 200, path
        line.close()
    assert total < 150_000


def test_a_deleted_class_is_gone(two: Server) -> None:
    phone = two.phone()
    two.host.ask("DELETE", "host")
    with refused("no_room", 404):
        phone.get("mine")


def test_a_port_that_is_taken_is_told(server: Server) -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), "serve", "--port", str(server.port)], capture_output=True, text=True
    )
    assert done.returncode == 2
    assert f"Port {server.port}" in done.stderr and "--port" in done.stderr


def test_a_question_made_on_the_spot_is_voted_on(two: Server) -> None:
    phone = two.phone()
    at = two.host.post("host/improvise", {"ask": "Have you felt it?", "options": ["Yes", "No"]})["item"]
    two.do("go", item=at)
    two.do("vote")
    phone.answer(at, {"chosen": ["2"]})
    assert two.do("close")["tallies"][0]["parts"] == [{"no": {"unsure": 1}}]
    where = two.host.post("host/improvise", {"ask": "Where does it hurt?", "view": "medial peel 9"})["item"]
    two.do("go", item=where)
    two.do("vote")
    phone.answer(where, {"point": [20.5, 36.6]})
    assert two.do("close")["tallies"][0]["parts"][0].keys() == {"calcaneus"}
    assert two.do("reveal")["phase"] == "reveal"


@pytest.mark.parametrize(
    "asked",
    [{"ask": "?", "options": ["one"]}, {"ask": "?", "options": ["Same", "same"]}, {"ask": "?", "view": "nowhere"}],
)
def test_a_question_made_badly_is_refused(two: Server, asked: dict[str, object]) -> None:
    with refused("bad", 400):
        two.host.post("host/improvise", asked)


def test_a_connection_that_says_nothing_costs_nothing(server: Server) -> None:
    idle = [socket.create_connection(("127.0.0.1", server.port)) for _ in range(50)]
    assert server.phone().get("mine")["points"] == 0
    for one in idle:
        one.close()


def test_json_of_a_phone_is_never_markup(two: Server) -> None:
    phone = two.phone()
    two.do("next")
    two.do("vote")
    with refused("bad"):
        phone.answer(0, {"chosen": ["<img src=x onerror=alert(1)>"]})
    assert json.loads(json.dumps(two.host.get("host/state")))["answered"] == 0
