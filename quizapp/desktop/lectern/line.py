"""The window's line to the server of a class: commands up, the private view down."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QByteArray, QObject, QTimer, QUrl, Signal
from PySide6.QtNetwork import QNetworkAccessManager, QNetworkReply, QNetworkRequest

_AGAIN_MS = 500
_SLOW_MS = 8000
_SILENT_MS = 25_000  # of a stream, on which something comes every ten seconds
Then = Callable[[dict[str, Any]], None]
Failed = Callable[[str], None]


class Line(QObject):
    """One class at one address. ``changed`` has the private view, ``lost`` says that a wish reached nobody."""

    changed = Signal(object)
    lost = Signal()
    refused = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._network = QNetworkAccessManager(self)
        self._base = ""
        self._secret = ""
        self._item = -1  # that is looked at, of a set at an own pace
        self._stream: QNetworkReply | None = None
        self._read = b""

    def open(self, server: str, code: str, secret: str) -> None:
        """Watch a class at a server."""
        self.close()
        self._base, self._secret = f"{server}/api/{code}/host", secret
        self._watch()

    def look(self, item: int) -> None:
        """Watch one item of a set that each does at an own pace."""
        if item != self._item:
            self._drop()
            self._item = item
            self._watch()

    def create(self, server: str, key: str, wish: dict[str, Any], then: Then) -> None:
        """Open a class at a server that many share; ``lost`` where it is not there."""
        self.close()
        self._base, self._secret = f"{server}/api/classes", key
        self.post("", wish, then)

    def close(self) -> None:
        """Watch no more."""
        self._base, self._item = "", -1
        self._drop()

    def _drop(self) -> None:
        if self._stream is not None:
            stream, self._stream = self._stream, None
            stream.abort()

    def do(self, verb: str, **more: Any) -> None:
        """Do a command; the view that comes back is told at once."""
        self.post(self._looked(""), {"do": verb, **more}, self.changed.emit)

    def post(self, path: str, body: dict[str, Any], then: Then = lambda said: None) -> None:
        """Send something; where it is refused, the reason is told."""
        reply = self._network.post(self._request(path), QByteArray(json.dumps(body, ensure_ascii=False).encode()))
        self._when_answered(reply, then)

    def get(self, path: str, then: Then, failed: Failed | None = None) -> None:
        """Ask for something; ``failed`` has the word of a refusal, or none where nobody is there."""
        reply = self._network.get(self._request(path))
        self._when_answered(reply, then, failed)

    def delete(self, then: Then) -> None:
        """Delete the class with all answers."""
        reply = self._network.deleteResource(self._request(""))
        self._when_answered(reply, then)

    def _when_answered(self, reply: QNetworkReply, then: Then, failed: Failed | None = None) -> None:
        base = self._base  # what is answered for a class that was left changes nothing in another
        reply.finished.connect(
            lambda: self._answered(reply, then, failed) if base == self._base else reply.deleteLater()
        )

    def _looked(self, path: str) -> str:
        return f"{path}?item={self._item}" if self._item >= 0 else path

    def _request(self, path: str, slow: bool = False) -> QNetworkRequest:
        made = QNetworkRequest(QUrl(f"{self._base}/{path}" if path[:1] not in ("", "?") else f"{self._base}{path}"))
        made.setRawHeader(b"authorization", f"Bearer {self._secret}".encode())
        made.setHeader(QNetworkRequest.KnownHeaders.ContentTypeHeader, "application/json")
        made.setTransferTimeout(_SILENT_MS if slow else _SLOW_MS)
        return made

    def _answered(self, reply: QNetworkReply, then: Then, failed: Failed | None = None) -> None:
        body = bytes(reply.readAll().data())
        reply.deleteLater()
        status = reply.attribute(QNetworkRequest.Attribute.HttpStatusCodeAttribute)
        said = _read(body)
        if status == 200 and said is not None:
            then(said)
        elif failed is not None:
            failed((said or {}).get("why", ""))
        elif said is not None and "text" in said:
            self.refused.emit(said["text"])
        else:
            self.lost.emit()

    def _watch(self) -> None:
        if not self._base or self._stream is not None:  # another wish was quicker than the clock
            return
        self._read = b""
        stream = self._stream = self._network.get(self._request(self._looked("events"), slow=True))
        stream.readyRead.connect(lambda: self._on_read(stream))
        stream.finished.connect(lambda: self._on_end(stream))

    def _on_read(self, stream: QNetworkReply) -> None:
        *events, self._read = (self._read + bytes(stream.readAll().data())).split(b"\n\n")
        told = [one for one in events if one.startswith(b"event: private")]
        if told and stream is self._stream:  # of several that came together the last one is what is so
            self.changed.emit(json.loads(told[-1].split(b"data: ", 1)[1]))

    def _on_end(self, stream: QNetworkReply) -> None:
        stream.deleteLater()
        if stream is self._stream:
            self._stream = None
            QTimer.singleShot(_AGAIN_MS, self, self._watch)


def _read(body: bytes) -> dict[str, Any] | None:
    """Return what a server said; None where it is none of ours: a proxy's page, or nothing at all."""
    try:
        said = json.loads(body)
    except ValueError:
        return None
    return said if isinstance(said, dict) else None
