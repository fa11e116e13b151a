"""A class as the people in it see it: a server of its own, a lecturer, and phones, over real HTTP."""

from __future__ import annotations

import http.client
import json
import os
import secrets
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]


class RefusedError(Exception):
    """The server said no: with a status, a word and a sentence."""

    def __init__(self, status: int, said: dict[str, str]) -> None:
        super().__init__(f"{status} {said}")
        self.status, self.why = status, said.get("why", "")


class Server:
    """``quizapp serve`` in its own process, with the data folder of the test."""

    def __init__(self, *words: str, port: int = 0) -> None:
        given = [sys.executable, str(ROOT / "main.py"), "serve", *words, "--json", "--port", str(port)]
        self.process = subprocess.Popen(given, stdout=subprocess.PIPE, text=True, env=dict(os.environ))
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        assert line, "the server did not begin"
        self.greeting: dict[str, Any] = json.loads(line)
        self.port: int = self.greeting["port"]
        self.code: str = self.greeting.get("code", "")  # none is open at a server for many
        self.host = Caller(self, self.greeting.get("host", ""))

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def kill(self) -> None:
        self.process.send_signal(signal.SIGKILL)
        self._wait()

    def stop(self) -> None:
        if self.process.poll() is None:
            self.process.terminate()
            self._wait()

    def _wait(self) -> None:
        self.process.wait(10)
        assert self.process.stdout is not None
        self.process.stdout.close()

    def set_order(self, questions: Sequence[str], **more: Any) -> None:
        self.host.post("host/order", {"questions": list(questions), **more})

    def do(self, verb: str, **more: Any) -> dict[str, Any]:
        return self.host.post("host", {"do": verb, **more})

    def phone(self, token: str = "") -> Caller:
        phone = Caller(self, token or secrets.token_hex(16))
        phone.post("join", {"token": phone.token})
        return phone


class Caller:
    """Somebody with a token: a phone, or the lecturer."""

    def __init__(self, server: Server, token: str, code: str = "") -> None:
        self.server, self.token = server, token
        self._code = code

    @property
    def code(self) -> str:
        return self._code or self.server.code

    def post(self, path: str, body: Any) -> dict[str, Any]:
        return self.ask("POST", path, body if isinstance(body, bytes) else json.dumps(body).encode())

    def get(self, path: str) -> dict[str, Any]:
        return self.ask("GET", path)

    def ask(self, method: str, path: str, body: bytes | None = None, code: str = "") -> dict[str, Any]:
        line = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=20)
        try:
            line.request(
                method, f"/api/{code or self.code}/{path}".rstrip("/"), body, {"authorization": f"Bearer {self.token}"}
            )
            answer = line.getresponse()
            said = json.loads(answer.read() or b"{}")
            if answer.status != 200:
                raise RefusedError(answer.status, said)
            return dict(said)
        finally:
            line.close()

    def answer(
        self, item: int, given: dict[str, Any], number: int = 1, vote: int = 1, certainty: str | None = None
    ) -> int:
        body = {"item": item, "round": vote, "number": number, "given": given, "certainty": certainty}
        return int(self.post("answer", body)["received"])

    @contextmanager
    def events(self, seen: str = "") -> Iterator[Iterator[tuple[str, Any]]]:
        """Listen: events by name with what they carry."""
        line = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=20)
        line.request(
            "GET",
            f"/api/{self.code}/events?token={self.token}",
            headers={"last-event-id": seen} if seen else {},
        )
        try:
            yield _events(line.getresponse())
        finally:
            line.close()


def _events(answer: http.client.HTTPResponse) -> Iterator[tuple[str, Any]]:
    name = ""
    while line := answer.readline().decode():
        if line.startswith("event: "):
            name = line.removeprefix("event: ").strip()
        elif line.startswith("data: "):
            yield name, json.loads(line.removeprefix("data: "))
