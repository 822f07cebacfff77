"""Servers and networks that do all they can to be in the way: one sentence each, and nothing half-written."""

from __future__ import annotations

import errno
import gzip
import io
import shutil
import socket
import ssl
import subprocess
import threading
import time
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from comparer.errors import SynopticError
from comparer.official import Limits, State
from comparer.official.failures import TransferError
from comparer.official.stream import Head
from comparer.official.transfer import _next
from tests.comparer.official.conftest import CHAPTER, QUICK, Get, address, left
from tests.comparer.official.server import (
    Answer,
    Server,
    body,
    broken_off,
    endless,
    head,
    page,
    redirect,
    reset,
    silent,
    trickled_head,
    unsized,
)

DATA = CHAPTER.encode()
OTHER = CHAPTER.replace("5.", "6.").replace("Chapter 5", "Chapter 6").encode()
LOGIN = "<!DOCTYPE html><html><head><title>Sign  in to\nyour account</title></head><body>Password</body></html>"
LOST = "<!DOCTYPE html><html><head><title>Page not found</title></head><body>Sorry.</body></html>"
SPANISH = """Capítulo 5

Comercio Digital (digital trade)

Artículo 5.1: Definiciones

Para los efectos de este Capítulo, red significa todo conjunto de computadoras que están unidas entre sí.

Artículo 5.3: Transferencias

Cada Parte dejará que las personas de la otra Parte envíen información a través de su frontera para sus negocios.

Artículo 5.4: Código

Ninguna de las Partes pedirá el código fuente de los programas como precio de su venta en el territorio de la Parte.
"""


def bomb() -> bytes:
    """100 MB in 100 KB."""
    packed = zlib.compressobj(9, wbits=31)
    piece = b"\n" * (1 << 20)
    return b"".join(packed.compress(piece) for _ in range(100)) + packed.flush()


def archive() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as packed:
        packed.writestr("chapter.txt", DATA)
    return stream.getvalue()


def raw(answer: bytes) -> Answer:
    return lambda connection, _: connection.sendall(answer)


ANSWERS: dict[str, tuple[Callable[[Server], Answer], str]] = {
    "not found": (lambda _: body(b"", 404), "The file is no longer at this address of 127.0.0.1 (status 404)"),
    "gone": (lambda _: body(b"", 410), "The file is no longer at this address of 127.0.0.1 (status 410)"),
    "forbidden": (lambda _: page(LOGIN, 403), "127.0.0.1 does not give the file to programs (status 403)"),
    "teapot": (lambda _: page(LOGIN, 418), "127.0.0.1 answered with status 418, not with the file"),
    "no content": (lambda _: raw(b"HTTP/1.1 204 No Content\r\n\r\n"), "127.0.0.1 answered with status 204"),
    "server error": (lambda _: body(b"", 500), "127.0.0.1 cannot serve the file now (status 500)"),
    "not found, politely": (lambda _: page(LOST), '127.0.0.1 sent a web page called "Page not found", not plain text'),
    "login": (lambda _: page(LOGIN), '127.0.0.1 sent a web page called "Sign in to your account", not plain text'),
    "a page without a name": (lambda _: page("<html><body>?"), "127.0.0.1 sent a web page, not plain text"),
    "a type that lies": (
        lambda _: body(LOGIN.encode(), Content_Type="text/plain"),
        '127.0.0.1 sent a web page called "Sign in to your account", not plain text',
    ),
    "empty": (lambda _: body(b""), "127.0.0.1 sent nothing, not plain text"),
    "blank": (lambda _: body(b" \r\n" * 20), "127.0.0.1 sent nothing, not plain text"),
    "binary": (lambda _: body(b"\x00\x01\x02" * 99), "127.0.0.1 sent something that is no text, not plain text"),
    "archive": (lambda _: body(archive()), "127.0.0.1 sent an archive, not plain text"),
    "damaged archive": (lambda _: body(b"PK\x03\x04" + b"?" * 99), "127.0.0.1 sent an archive, not plain text"),
    "no treaty": (
        lambda _: body(b"The soup of the day is pea.\n"),
        "127.0.0.1 sent plain text that cannot be read as TESTA ch. 5 (en) (No article was found in the file",
    ),
    "another chapter": (lambda _: body(OTHER), "127.0.0.1 sent plain text that is not TESTA ch. 5 (en): look for"),
    "another treaty": (
        lambda _: body(DATA.replace(b"Digital Trade", b"Fisheries")),
        "127.0.0.1 sent plain text that is not TESTA ch. 5 (en): look for",
    ),
    "another language": (
        lambda _: body(SPANISH.encode()),
        "127.0.0.1 sent TESTA ch. 5 (en) in another language (es): look for",
    ),
    "cut off without a length": (
        lambda _: unsized(DATA[: DATA.index(b"Article 5.4")]),
        "127.0.0.1 sent only a part of TESTA ch. 5 (en): Article 5.4 is not in it",
    ),
    "cut off": (lambda _: broken_off(DATA, 200), "127.0.0.1 broke off before the whole file had come"),
    "reset": (lambda _: reset(DATA, 200), "127.0.0.1 broke off before the whole file had come"),
    "reset at once": (lambda _: reset(b"", 0), "127.0.0.1 "),
    "closed at once": (lambda _: raw(b""), "127.0.0.1 broke off before the whole file had come"),
    "no protocol at all": (lambda _: raw(b"\x16\x03\x01 hello\r\n\r\n"), "127.0.0.1 broke off before"),
    "a length that is none": (lambda _: raw(b"HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n"), "127.0.0.1 broke off"),
    "two lengths": (
        lambda _: raw(b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 9\r\n\r\n" + DATA),
        "127.0.0.1 broke off before",
    ),
    "chunks that are none": (
        lambda _: raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n" + DATA),
        "127.0.0.1 broke off before",
    ),
    "chunks that end early": (
        lambda _: raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n20\r\nshort"),
        "127.0.0.1 broke off before",
    ),
    "endless headers": (
        lambda _: raw(b"HTTP/1.1 200 OK\r\n" + b"X-More: and more\r\n" * 20_000 + b"\r\n"),
        "127.0.0.1 broke off before",
    ),
    "compression bomb": (lambda _: body(bomb(), Content_Encoding="gzip"), "127.0.0.1 sends more than 1 MB"),
    "compression that ends early": (
        lambda _: body(gzip.compress(DATA)[:-20], Content_Encoding="gzip"),
        "127.0.0.1 broke off before the whole file had come",
    ),
    "compression that is none": (lambda _: body(DATA, Content_Encoding="gzip"), "127.0.0.1 sends a damaged file"),
    "unknown compression": (
        lambda _: body(DATA, Content_Encoding="br"),
        "127.0.0.1 sends the file in a way not known here (br)",
    ),
    "endless": (endless, "127.0.0.1 sends more than 1 MB"),
    "announced as huge": (lambda _: broken_off(b"x" * 3_000_000, 10), "127.0.0.1 sends more than 1 MB"),
    "a letter now and then": (lambda server: endless(server, trickle=0.1), "127.0.0.1 sends too slowly"),
    "headers by letters": (trickled_head, "127.0.0.1 stopped sending"),
    "silent": (silent, "127.0.0.1 stopped sending"),
    "round in circles": (lambda _: redirect("/5"), "127.0.0.1 sends from page to page without end"),
    "to nowhere": (lambda _: body(b"", 302), "127.0.0.1 sends elsewhere without saying where"),
    "to a file": (lambda _: redirect("file:///etc/passwd"), "127.0.0.1 sends to an address that is not of the web"),
    "to code": (lambda _: redirect("javascript:alert(1)"), "127.0.0.1 sends to an address that is not of the web"),
    "to an impossible host": (
        lambda _: redirect("http://[::bad"),
        "127.0.0.1 sends to an address that is not of the web",
    ),
    "to an impossible port": (
        lambda _: redirect("http://127.0.0.1:99999/"),
        "127.0.0.1 refuses the connection",
    ),
    "not modified, unasked": (lambda _: raw(b"HTTP/1.1 304 Not Modified\r\n\r\n"), "127.0.0.1 says that the file has"),
}


@pytest.mark.parametrize("name", ANSWERS)
def test_one_sentence_and_nothing_half_written(name: str, server: Server, get: Get, tmp_path: Path):
    answer, said = ANSWERS[name]
    begun = time.monotonic()
    result = get(server.on("/5", answer(server)))
    assert result.state is State.FAILED
    assert result.message.startswith(said)
    _is_one_sentence(result.message)
    assert result.path is None
    assert {path for path in left(tmp_path / "texts") if not path.startswith(".partial/")} == set()
    assert time.monotonic() - begun < 8


def _is_one_sentence(message: str) -> None:
    assert message.endswith(".")
    assert "\n" not in message
    assert "Traceback" not in message
    assert ". " not in message.replace("ch. ", "")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (LOGIN.encode(), '127.0.0.1 sent a web page called "Sign in to your account", not a PDF document'),
        (DATA, "127.0.0.1 sent plain text, not a PDF document"),
        (b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog", "What 127.0.0.1 sent ends in its middle"),
        (b"%PDF-1.7\nnothing of a document\n%%EOF\n", "127.0.0.1 sent a PDF document that cannot be read as TESTA"),
    ],
)
def test_what_should_have_been_a_pdf(content: bytes, said: str, server: Server, get: Get, tmp_path: Path):
    result = get(server.on("/5", body(content, Content_Type="application/pdf")), format="pdf")
    assert result.message.startswith(said)
    _is_one_sentence(result.message)
    assert left(tmp_path / "texts") == set()


@pytest.mark.parametrize("content", [LOGIN, LOST])
def test_a_page_that_should_have_been_a_text_is_told_by_its_words(content: str, server: Server, get: Get):
    result = get(server.on("/5", page(content)), format="html")
    assert result.state is State.FAILED
    assert result.message.startswith('127.0.0.1 sent a web page called "')
    assert "cannot be read as TESTA ch. 5 (en)" in result.message or "is not TESTA ch. 5 (en)" in result.message


def test_a_good_file_outlives_a_bad_answer(server: Server, get: Get, tmp_path: Path):
    url = server.on("/5", body(DATA), page(LOST), body(OTHER), broken_off(DATA, 50))
    assert get(url).state is State.DOWNLOADED
    for _ in range(3):
        assert get(url).state is State.FAILED
        assert (tmp_path / "texts" / "TESTA_ch5_en.text").read_bytes() == DATA


def test_nobody_listens(get: Get):
    with socket.create_server(("127.0.0.1", 0)) as unused:
        port = unused.getsockname()[1]
    result = get(f"http://127.0.0.1:{port}/5")
    assert result.message.startswith("127.0.0.1 refuses the connection: try again later")


@pytest.mark.parametrize(
    ("problem", "said"),
    [
        (
            socket.gaierror(socket.EAI_NONAME, "Name or service not known"),
            "ministry.invalid cannot be found: there may",
        ),
        (
            OSError(errno.ENETUNREACH, "Network is unreachable"),
            "ministry.invalid cannot be reached: there is no network",
        ),
    ],
)
def test_without_a_network_it_is_said_how_to_go_on(
    problem: OSError, said: str, get: Get, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    asked = []

    def nothing(*arguments: object, **_: object) -> None:
        asked.append(arguments)
        raise problem

    monkeypatch.setattr(socket, "getaddrinfo", nothing)
    result = get("https://ministry.invalid/5.pdf", address("https://ministry.invalid/other.pdf", confirmed=False))
    assert result.message.startswith(said)
    assert (
        "download https://ministry.invalid/5.pdf, and open the file here: `synoptic add FILE --as TESTA`"
        in result.message
    )
    assert len(asked) == 1
    assert left(tmp_path / "texts") == set()


def test_a_name_that_is_never_answered_does_not_hang(get: Get, monkeypatch: pytest.MonkeyPatch):
    release = threading.Event()

    def never(*_: object, **__: object) -> None:
        release.wait(20)
        raise socket.gaierror(socket.EAI_AGAIN, "later")

    monkeypatch.setattr(socket, "getaddrinfo", never)
    begun = time.monotonic()
    result = get("https://ministry.invalid/5", limits=Limits(silence_seconds=0.3, attempts=2, backoff_seconds=0.01))
    release.set()
    assert result.message.startswith("ministry.invalid stopped sending")
    assert time.monotonic() - begun < 5


def test_a_server_that_does_not_encrypt(server: Server, get: Get):
    result = get(server.on("/5", body(DATA)).replace("http:", "https:"))
    assert result.message.startswith("The connection to 127.0.0.1 cannot be trusted")
    _is_one_sentence(result.message)


def test_a_certificate_that_nobody_vouches_for(get: Get, tmp_path: Path):
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("there is no openssl to make a certificate with")
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    command = [openssl, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=127.0.0.1"]
    command += ["-addext", "subjectAltName=IP:127.0.0.1", "-keyout", str(key), "-out", str(certificate)]
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def serve() -> None:
            connection, _ = listening.accept()
            try:
                context.wrap_socket(connection, server_side=True).close()
            except OSError:
                connection.close()

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        result = get(f"https://127.0.0.1:{listening.getsockname()[1]}/5")
        thread.join(5)
    assert result.message.startswith("The connection to 127.0.0.1 cannot be trusted (self")
    _is_one_sentence(result.message)


def test_encryption_is_not_given_up_on_the_way():
    with pytest.raises(TransferError, match="without encryption: it was not followed"):
        _next("https://ministry.invalid/a", Head(302, "", {"location": "http://ministry.invalid/a"}))
    assert _next("http://a.invalid/x", Head(302, "", {"location": "https://a.invalid/x"})) == "https://a.invalid/x"


@pytest.mark.parametrize("proxy", ["socks5://127.0.0.1:1", "nonsense://x", "http://127.0.0.1:99999"])
def test_a_proxy_that_cannot_be_used(proxy: str, get: Get, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("HTTP_PROXY", proxy)
    try:
        message = get("http://ministry.invalid/5").message
    except SynopticError as error:
        message = str(error)
    assert message.endswith(".")
    assert "Traceback" not in message


def test_a_proxy_that_refuses(server: Server, get: Get, monkeypatch: pytest.MonkeyPatch):
    def refuse(connection: socket.socket, _: object) -> None:
        connection.sendall(head(407, "Proxy Authentication Required"))

    server.on("ministry.invalid:443", refuse)
    monkeypatch.setenv("HTTPS_PROXY", server.url)
    result = get("https://ministry.invalid/5")
    assert result.message.startswith(
        "The proxy in front of ministry.invalid refuses (407 Proxy Authentication Required)"
    )


def test_an_address_that_was_never_confirmed_is_called_so_when_it_fails(server: Server, get: Get):
    result = get(address(server.on("/5", body(b"", 404)), confirmed=False))
    assert result.message.endswith("; this address is not confirmed.")
    assert not result.confirmed


def test_no_more_attempts_are_made_than_may_help(server: Server, get: Get):
    get(server.on("/500", body(b"", 500)), limits=QUICK)
    assert len(server.seen) == QUICK.attempts
    get(server.on("/404", body(b"", 404)), limits=QUICK)
    assert len(server.seen) == QUICK.attempts + 1
