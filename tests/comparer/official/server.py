"""A server on this machine that answers as a test tells it to, down to the last byte."""

from __future__ import annotations

import socket
import struct
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import NamedTuple


class Request(NamedTuple):
    path: str
    headers: dict[str, str]


Answer = Callable[[socket.socket, Request], None]


class Server:
    def __init__(self) -> None:
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._socket.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self.seen: list[Request] = []
        self.closing = threading.Event()
        self._answers: dict[str, list[Answer]] = {}
        threading.Thread(target=self._accept, daemon=True).start()

    def on(self, path: str, *answers: Answer) -> str:
        """Answer requests for `path` in this order, the last one for ever; returns the address."""
        self._answers[path] = list(answers)
        return f"{self.url}{path}"

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                connection, _ = self._socket.accept()
                threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        with suppress(OSError), connection:
            data = b""
            while b"\r\n\r\n" not in data:
                piece = connection.recv(4096)
                if not piece:
                    return
                data += piece
                if data.startswith(b"\x16"):  # a client that wants to encrypt
                    connection.sendall(head(400, "Bad Request"))
                    return
            lines = data.decode("latin-1").split("\r\n")
            target = lines[0].split(" ")[1]
            headers = {k.lower(): v.strip() for k, _, v in (line.partition(":") for line in lines[1:] if ":" in line)}
            request = Request(target.split("?")[0], headers)
            self.seen.append(request)
            answers = self._answers[request.path]
            answer = answers.pop(0) if len(answers) > 1 else answers[0]
            answer(connection, request)

    def close(self) -> None:
        self.closing.set()
        self._socket.close()


@contextmanager
def serving() -> Iterator[Server]:
    server = Server()
    try:
        yield server
    finally:
        server.close()


def head(status: int = 200, reason: str = "OK", **headers: str | int) -> bytes:
    named = {name.replace("_", "-"): value for name, value in headers.items()} | {"Connection": "close"}
    lines = [f"HTTP/1.1 {status} {reason}", *(f"{name}: {value}" for name, value in named.items())]
    return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")


def body(content: bytes, status: int = 200, **headers: str | int) -> Answer:
    """All of `content`, with its length."""
    return lambda connection, _: connection.sendall(head(status, Content_Length=len(content), **headers) + content)


def page(html: str, status: int = 200) -> Answer:
    return body(html.encode(), status, Content_Type="text/html; charset=utf-8")


def redirect(to: str, status: int = 302) -> Answer:
    return body(b"", status, Location=to)


def unsized(content: bytes, **headers: str | int) -> Answer:
    """Without a length: the end of the connection is the end of the file."""
    return lambda connection, _: connection.sendall(head(**headers) + content)


def broken_off(content: bytes, after: int, **headers: str | int) -> Answer:
    """The first bytes of `content`, though its whole length was promised."""
    return lambda connection, _: connection.sendall(head(Content_Length=len(content), **headers) + content[:after])


def reset(content: bytes, after: int) -> Answer:
    """As `broken_off`, but the connection is torn down, not closed."""

    def answer(connection: socket.socket, _: Request) -> None:
        connection.sendall(head(Content_Length=len(content)) + content[:after])
        time.sleep(0.05)
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))

    return answer


def ranged(content: bytes, etag: str, first: int) -> list[Answer]:
    """The first bytes, then the rest to whoever asks for it and knows the file's mark."""

    def rest(connection: socket.socket, request: Request) -> None:
        start = int(request.headers["range"].removeprefix("bytes=").rstrip("-"))
        assert request.headers["if-range"] == etag
        span = f"bytes {start}-{len(content) - 1}/{len(content)}"
        connection.sendall(
            head(206, "Partial", Content_Length=len(content) - start, Content_Range=span, ETag=etag) + content[start:]
        )

    return [broken_off(content, first, ETag=etag), rest]


def endless(server: Server, *, trickle: float = 0) -> Answer:
    """Bytes without end; with `trickle`, one each so many seconds."""

    def answer(connection: socket.socket, _: Request) -> None:
        connection.sendall(head())
        piece = b"a" if trickle else b"all work and no play\n" * 4000
        while not server.closing.wait(trickle):
            connection.sendall(piece)

    return answer


def trickled_head(server: Server) -> Answer:
    """Headers that come a letter at a time and never end."""

    def answer(connection: socket.socket, _: Request) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\nX-Long: ")
        while not server.closing.wait(0.05):
            connection.sendall(b"a")

    return answer


def silent(server: Server) -> Answer:
    return lambda _connection, _request: (server.closing.wait(30), None)[1]
