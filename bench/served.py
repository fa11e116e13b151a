"""A server of our own in its own process, for as long as something is measured."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import psutil


@dataclass
class Served:
    """A running server: its process, where it is, and what the lecturer knows."""

    process: subprocess.Popen[str]
    port: int
    code: str
    host: str

    def ask(self, path: str, token: str = "", body: Any = None) -> Any:
        """Ask something and return what it says."""
        data = None if body is None else json.dumps(body).encode()
        headers = {"authorization": f"Bearer {token or self.host}"}
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}/api/{self.code}/{path}", data, headers)
        with urllib.request.urlopen(request, timeout=20) as answer:
            return json.load(answer)

    def kill(self) -> None:
        """Kill it as a power cut would."""
        self.process.kill()
        self.process.communicate()

    def kill_all(self) -> None:
        """Kill a window with the server of its class, whichever window has started that."""
        listening = [one for one in psutil.net_connections("tcp") if one.status == psutil.CONN_LISTEN]
        servers = {one.pid for one in listening if one.laddr and one.laddr.port == self.port and one.pid}
        for pid in {self.process.pid} | servers:
            os.kill(pid, signal.SIGKILL)
        self.process.communicate()


def start(folder: str, port: int = 0, database: str = "") -> Served:
    """Start a server with its data in a folder."""
    words = [sys.executable, "-m", "quizapp.start", "serve", "--json", "--port", str(port)]
    words += ["--database", database] if database else []
    return _started(words, folder)


def start_window(folder: str) -> Served:
    """Start a lecturer's window with a class in a vote, or one that goes on with the class in a folder."""
    return _started([sys.executable, "-m", "bench.window"], folder)


def _started(words: list[str], folder: str) -> Served:
    process = subprocess.Popen(words, stdout=subprocess.PIPE, text=True, env=os.environ | {"QUIZAPP_DATA": folder})
    assert process.stdout is not None
    said = json.loads(process.stdout.readline())
    return Served(process, said["port"], said["code"], said["host"])


@contextmanager
def served(folder: str, database: str = "") -> Iterator[Served]:
    """Have a server for a while."""
    made = start(folder, database=database)
    try:
        yield made
    finally:
        made.kill()
