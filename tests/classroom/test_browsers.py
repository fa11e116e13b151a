"""A class in real browsers: six phones, each with a trouble of its own, and a lecturer."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from quizapp.bank.kinds.staged import Staged
from quizapp.bank.library import Library
from quizapp.classroom.materials import PHONE_KINDS
from tests.classroom.driver import Server

# A clock that is hours wrong and jumps; the class has to go by its own.
_SKEWED = "const real = Date.now; Date.now = () => real() + 7.3e6 + Math.random() * 6e4;"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    with sync_playwright() as playwright:
        made = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield made
        made.close()


class Phone:
    """A student's phone."""

    def __init__(
        self,
        browser: Browser,
        server: Server,
        width: int = 390,
        height: int = 844,
        script: str = "",
        dark: bool = False,
    ) -> None:
        self.server = server
        self.context: BrowserContext = browser.new_context(
            viewport={"width": width, "height": height},
            has_touch=True,
            is_mobile=True,
            color_scheme="dark" if dark else "light",
        )
        if script:
            self.context.add_init_script(script)
        self.context.set_default_timeout(8000)
        self.page: Page = self.context.new_page()
        self.faults: list[str] = []
        self.page.on("pageerror", lambda fault: self.faults.append(str(fault)))
        self.page.goto(f"{server.address}/{server.code}")

    def sees(self, text: str) -> None:
        expect(self.page.locator("main")).to_contain_text(text, timeout=15_000)

    def answer(self, kind: str) -> None:
        page = self.page
        match kind:
            case "choice":
                page.locator(".card").first.tap()
            case "name" if page.locator("input[type=text]").count():
                page.locator("input[type=text]").fill("tibialis posterior tendon")
            case "name":
                page.locator(".card").first.tap()
            case "multiple":
                for card in page.locator(".card").all():
                    if not card.locator("input").is_disabled():
                        card.tap()
            case "locate":
                page.locator(".plate image[href]").wait_for(state="attached")
                page.locator(".plate svg").tap(position={"x": 200, "y": 120})
            case "matching":
                for select in page.locator("select").all():
                    select.select_option(index=1)
            case "order" | "ranking":
                page.locator(".order button:not([disabled])").first.tap()
            case "flip":
                for rival in page.locator("fieldset:has(input[name^=rival])").all():
                    rival.locator("label").nth(3).tap()
            case "staged":
                while page.get_by_role("button", name="Go on").count():
                    reached = page.locator("section").count()
                    page.get_by_role("button", name="Go on").tap()
                    expect(page.locator("section")).to_have_count(reached + 1)
        page.locator("input[value=fairly]").tap()

    def answer_by_keys(self, kind: str) -> None:
        page, keys = self.page, self.page.keyboard
        if kind == "locate":
            self._tab_to("button", "Choose by number")
            keys.press("Enter")
        if kind in ("matching", "staged") or page.locator("input[type=text]").count():
            self.answer(kind)  # a select and a text field have keys of their own
        elif kind in ("order", "ranking"):
            self._tab_to("button", "↓")
            keys.press("Enter")
        elif kind == "flip":
            for _ in range(page.locator("fieldset:has(input[name^=rival])").count()):
                self._tab_to("input", "")
                keys.press("ArrowRight")
        elif kind == "multiple":
            while page.locator(".card input:not(:checked):not(:disabled)").count():
                self._tab_to("input", "")
                if not page.evaluate("document.activeElement.checked"):
                    keys.press("Space")
        else:
            self._tab_to("input", "")
            keys.press("Space")
        self._tab_to("button", "Send")
        keys.press("Enter")

    def _tab_to(self, tag: str, text: str) -> None:
        for _ in range(60):
            self.page.keyboard.press("Tab")
            here = self.page.evaluate(
                "[document.activeElement.tagName.toLowerCase(), document.activeElement.textContent]"
            )
            if here[0] == tag and text in here[1]:
                return
        raise AssertionError(f"no {tag} {text!r} is reached by Tab")

    def send(self) -> None:
        self.page.get_by_role("button", name="Send").tap()

    def expect_received(self) -> None:
        expect(self.page.locator(".received")).to_contain_text("Received", timeout=15_000)

    def close(self) -> None:
        self.context.close()
        assert not self.faults


def one_of_each(bank: Library) -> list[str]:
    kinds = [*PHONE_KINDS, "choice"]
    found: list[str] = []
    for kind in kinds:
        found.append(next(one.id for one in bank if one.kind == kind and one.id not in found))
    return found


def test_a_class_of_ten_questions_with_six_phones_in_trouble(browser: Browser, server: Server, bank: Library) -> None:
    server.set_order(one_of_each(bank), rules={"names": "nicknames"})
    calm, small, tablet = (Phone(browser, server, *size) for size in ((390, 844), (320, 568), (820, 1180)))
    by_keys, skewed, fickle = Phone(browser, server), Phone(browser, server, script=_SKEWED), Phone(browser, server)
    everyone = [calm, small, tablet, by_keys, skewed, fickle]
    for phone in everyone:
        phone.sees("You are in")
    kinds = [*PHONE_KINDS, "choice"]
    for kind in kinds:
        server.do("next")
        asked = server.do("vote", seconds=120)["question"]["ask"]
        for phone in everyone:
            phone.sees(asked)
        expect(skewed.page.locator("#clock")).not_to_be_empty()
        left = int(skewed.page.locator("#clock").inner_text().split()[0])
        assert 60 < left <= 120, "the class's clock counts, not the phone's"
        fickle.answer(kind)
        fickle.context.set_offline(True)
        fickle.send()
        by_keys.answer_by_keys(kind)
        for phone in (calm, small, tablet, skewed):
            phone.answer(kind)
            phone.send()
        for phone in (calm, small, tablet, skewed, by_keys):
            phone.expect_received()
        fickle.context.set_offline(False)
        fickle.expect_received()
        assert server.do("close")["answered"] == len(everyone), kind
        told = server.do("reveal")["told"]
        for phone in everyone:
            phone.sees(told["take_home"])
    server.do("next")
    for phone in everyone:
        phone.sees("points")
    with calm.page.expect_download() as started:
        calm.page.get_by_role("button", name="Save my misses").tap()
    kept = json.loads(Path(started.value.path()).read_text())
    assert kept["format"] == "quizapp study set 1" and kept["questions"]
    for phone in everyone:
        phone.close()


def test_each_goes_by_a_name_of_the_roster(browser: Browser, server: Server) -> None:
    question = server.host.get("host/results")["items"][0]["id"]
    server.set_order([question], rules={"names": "roster", "roster": ["Ada Lin", "Bo Ek"], "teams": 2})
    one, other = Phone(browser, server), Phone(browser, server)
    one.sees("Who are you?")
    assert faults_of(one.page) == []
    one.page.get_by_label("Search your name").fill("ada")
    one.page.get_by_role("button", name="Ada Lin").tap()
    one.sees("You play for Soleus")
    expect(one.page.locator("#name")).to_have_text("Ada Lin · Soleus")
    other.page.reload()
    taken = other.page.get_by_role("button", name="Ada Lin")
    taken.tap()
    expect(other.page.locator("#notice")).to_contain_text("Somebody has come in as Ada Lin")
    other.page.get_by_role("button", name="Bo Ek").tap()
    other.sees("Your lecturer keeps your name")
    one.page.reload()
    one.sees("You play for Soleus")
    one.close()
    other.close()


def test_a_set_is_gone_through_at_an_own_pace(browser: Browser, server: Server, bank: Library) -> None:
    questions = [next(one for one in bank if one.kind == kind) for kind in ("choice", "matching")]
    server.set_order([one.id for one in questions], pace="own")
    phone = Phone(browser, server)
    phone.sees("You are in")
    server.do("vote")
    for at, question in enumerate(questions):
        phone.sees(question.ask)
        expect(phone.page.locator("#place")).to_have_text(f"{at + 1} of 2")
        phone.answer(question.kind)
        phone.send()
        phone.expect_received()
        if at == 0:
            phone.page.get_by_role("button", name="Next").tap()
    phone.page.get_by_role("button", name="Back").tap()
    phone.expect_received()
    expect(phone.page.get_by_role("button", name="Next")).to_be_in_viewport(ratio=1)
    phone.page.get_by_role("button", name="Next").tap()
    phone.sees(questions[1].ask)
    server.do("close")
    phone.sees("2 of 2 answers of yours are in")
    server.do("reveal")
    phone.sees(questions[0].take_home)
    phone.page.get_by_role("button", name="Next").tap()
    phone.sees(questions[1].take_home)
    assert faults_of(phone.page) == []
    server.do("end")
    phone.sees("The class is over")
    save = phone.page.get_by_role("button", name="Save my misses")
    expect(save).to_be_visible()
    server.host.ask("DELETE", "host")
    save.tap()
    expect(phone.page.locator("#notice")).to_have_text("There is no class with this code.")
    phone.sees("The class is over")
    phone.close()


def test_what_was_never_sent_is_not_told_as_an_answer(browser: Browser, server: Server, bank: Library) -> None:
    server.set_order([next(one.id for one in bank if one.kind == "choice")])
    sent, unsent = Phone(browser, server), Phone(browser, server)
    for phone in (sent, unsent):
        phone.sees("You are in")
    server.do("next")
    server.do("vote")
    for phone in (sent, unsent):
        phone.page.locator(".card").nth(0).tap()
    sent.send()
    sent.expect_received()
    sent.page.locator(".card").nth(1).tap()
    first = sent.page.locator(".card").nth(0).inner_text()
    server.do("close")
    sent.sees("The answer that you sent is in; what you changed later was not sent.")
    unsent.sees("There is no answer of yours this time")
    server.do("reveal")
    expect(sent.page.locator(".told", has_text="your answer")).to_contain_text(first)
    unsent.sees("There is no answer of yours this time")
    expect(unsent.page.locator(".told", has_text="your answer")).to_have_count(0)
    for phone in (sent, unsent):
        phone.close()


def test_a_class_that_is_over_says_nothing_of_a_connection(browser: Browser, server: Server) -> None:
    phone = Phone(browser, server)
    phone.sees("You are in")
    server.do("end")
    phone.sees("The class is over")
    server.stop()
    phone.page.wait_for_timeout(3000)
    expect(phone.page.locator("#notice")).to_be_empty()
    phone.close()


def test_who_missed_nothing_has_nothing_to_save(browser: Browser, server: Server, bank: Library) -> None:
    server.set_order([next(one.id for one in bank if one.kind == "choice")])
    phone = Phone(browser, server)
    phone.sees("You are in")
    server.do("next")
    told = server.do("vote")["told"]
    right = next(one["words"] for one in told["options"] if one["right"])
    phone.page.get_by_label(right, exact=True).check()
    phone.page.get_by_label("Certain", exact=True).check()
    phone.send()
    phone.expect_received()
    for verb in ("close", "reveal", "end"):
        server.do(verb)
    phone.sees("1 of 1 points")
    expect(phone.page.get_by_role("button", name="Save my misses")).to_have_count(0)
    phone.close()


def test_the_lecturers_own_phone_leads_a_set(browser: Browser, server: Server, bank: Library) -> None:
    server.set_order([next(one for one in bank if one.kind == "choice").id], pace="own")
    student = Phone(browser, server)
    student.sees("You are in")
    remote = remote_of(browser, server)
    remote.get_by_role("button", name="Open the set").click()
    remote.get_by_text("0 of 1 are through").wait_for()
    student.answer("choice")
    student.send()
    remote.get_by_text("1 of 1 are through").wait_for()
    remote.get_by_role("button", name="Close the set").click()
    remote.get_by_role("button", name="Tell the answer").click()
    remote.get_by_role("button", name="End the class").wait_for()
    remote.context.close()
    student.close()


def test_the_next_stage_comes_when_the_order_is_settled(browser: Browser, server: Server, bank: Library) -> None:
    staged = next(one for one in bank if isinstance(one, Staged))
    server.set_order([staged.id])
    phone = Phone(browser, server)
    phone.sees("You are in")
    server.do("next")
    server.do("vote")
    phone.page.get_by_role("button", name="Go on").wait_for()
    assert phone.page.locator("section").count() == 1
    phone.page.get_by_role("button", name="Go on").tap()
    expect(phone.page.locator("section")).to_have_count(2)
    phone.page.reload()
    expect(phone.page.locator("section")).to_have_count(2, timeout=10_000)
    phone.close()


def test_a_half_made_answer_outlives_a_reload(browser: Browser, server: Server, bank: Library) -> None:
    server.set_order([next(one.id for one in bank if one.kind == "matching")], rules={"names": "nicknames"})
    phone = Phone(browser, server)
    phone.sees("You are in")
    name = phone.page.locator("#name").inner_text()
    server.do("next")
    server.do("vote")
    phone.page.locator("select").first.select_option(index=2)
    chosen = phone.page.locator("select").first.input_value()
    phone.page.reload()
    expect(phone.page.locator("select").first).to_have_value(chosen, timeout=10_000)
    assert phone.page.locator("#name").inner_text() == name
    phone.close()


def test_a_phone_finds_its_class_again_after_the_server_was_killed(browser: Browser, server: Server) -> None:
    phone = Phone(browser, server)
    phone.sees("You are in")
    server.do("next")
    server.do("vote")
    phone.page.locator("button.primary").wait_for()
    server.kill()
    again = Server(port=server.port)
    try:
        again.do("close")
        expect(phone.page.locator("h1")).to_have_text("The vote is closed", timeout=10_000)
        expect(phone.page.locator("#notice")).to_have_text("")
    finally:
        again.stop()
    phone.close()


def test_what_was_ready_but_not_sent_goes_at_the_last_moment(browser: Browser, server: Server, bank: Library) -> None:
    server.set_order([next(one.id for one in bank if one.kind == "choice")])
    phone = Phone(browser, server)
    phone.sees("You are in")
    server.do("next")
    server.do("vote", seconds=3)
    phone.page.locator(".card").first.tap()
    expect(phone.page.locator("h1")).to_have_text("The vote is closed", timeout=10_000)
    assert server.host.get("host/state")["answered"] == 1
    phone.sees("Your answer is in")
    phone.close()


def test_a_second_tab_is_the_same_phone(browser: Browser, server: Server, bank: Library) -> None:
    server.set_order([next(one.id for one in bank if one.kind == "choice")])
    phone = Phone(browser, server)
    phone.sees("You are in")
    tab = phone.context.new_page()
    tab.goto(f"{server.address}/{server.code}")
    expect(tab.locator("main")).to_contain_text("You are in")
    server.do("next")
    server.do("vote")
    tab.locator(".card").first.tap()
    tab.get_by_role("button", name="Send").tap()
    expect(phone.page.locator(".received")).to_contain_text("Received", timeout=10_000)
    state = server.host.get("host/state")
    assert (state["joined"], state["answered"]) == (1, 1)
    phone.close()


def test_a_wrong_code_is_asked_for_again(browser: Browser, server: Server) -> None:
    phone = Phone(browser, server)
    phone.page.goto(f"{server.address}/NOSUCH")
    phone.sees("There is no class with this code")
    phone.page.locator("input").fill(f"{server.code[:3]} {server.code[3:]}".lower())
    phone.page.get_by_role("button", name="Join").tap()
    phone.sees("You are in")
    phone.close()


def test_the_lecturers_own_phone_goes_on_with_the_class(browser: Browser, server: Server) -> None:
    student = Phone(browser, server)
    student.sees("You are in")
    remote = remote_of(browser, server)
    for step, phase in (
        ("Next question", "Read first"),
        ("Open the vote", "Send"),
        ("Close the vote", "The vote is closed"),
    ):
        remote.get_by_role("button", name=step).first.click()
        student.sees(phase)
    with remote.expect_response(lambda answer: answer.url.endswith("/host")):
        remote.get_by_label("Show the results").check()
    assert server.host.get("host/state")["shown"]
    assert faults_of(remote) == []
    assert "✓" not in remote.locator("body").inner_text()
    remote.context.close()
    student.close()


def faults_of(page: Page) -> list[str]:
    page.wait_for_timeout(250)  # a fade is half transparent until it is over
    found = Axe().run(page).response["violations"]
    return [
        f"{one['id']}: {node['html'][:120]}"
        for one in found
        for node in one["nodes"]
        if one["impact"] in ("serious", "critical")
    ]


def remote_of(browser: Browser, server: Server) -> Page:
    """Open the lecturer's own phone."""
    remote = browser.new_context().new_page()
    remote.goto(f"{server.address}/{server.code}#{server.greeting['remote']}")
    return remote


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_no_state_of_the_page_keeps_anybody_out(browser: Browser, server: Server, bank: Library, dark: bool) -> None:
    kinds = PHONE_KINDS if not dark else ("multiple", "locate", "order")  # the same page in other colours
    server.set_order([next(one.id for one in bank if one.kind == kind) for kind in kinds], rules={"names": "nicknames"})
    phone = Phone(browser, server, dark=dark)
    phone.sees("You are in")
    assert faults_of(phone.page) == []
    for kind in kinds:
        server.do("next")
        assert faults_of(phone.page) == []
        server.do("vote", seconds=300)
        phone.page.locator(".foot").wait_for()
        assert faults_of(phone.page) == [], kind
        phone.answer(kind)
        phone.send()
        phone.expect_received()
        small = phone.page.evaluate(
            "[...document.querySelectorAll('button, select, input, .card')]"
            ".map((one) => (one.closest('.card, .seg label') ?? one).getBoundingClientRect())"
            ".filter((box) => box.width && (box.width < 44 || box.height < 44)).length"
        )
        assert small == 0, f"{kind}: a target is smaller than 44 px"
        assert faults_of(phone.page) == [], kind
        for verb in ("close", "discuss", "reveal"):
            server.do(verb)
            phone.page.wait_for_timeout(300)
            assert faults_of(phone.page) == [], f"{kind} {verb}"
    server.do("end")
    phone.sees("The class is over")
    assert faults_of(phone.page) == []
    phone.close()
