"""What servers send that is not quite HTTP: read as browsers read it, or refused with its own reason."""

from __future__ import annotations

import gzip
import socket
from collections.abc import Iterator
from pathlib import Path

import httpcore2
import httpx2
import pytest
from raw_server import RawServer
from website import Website

from tui.fetch import Limits
from tui.fetch.client import open_client
from tui.fetch.http import CUT_SHORT, get_page
from tui.fetch.network_guard import GuardedBackend
from tui.fetch.tolerant_stream import TolerantStream, mended
from tui.model.page import Page, ReadingError

BODY = b"<p>The wall holds.</p>"
PLAIN = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n"


async def fetched(answer: bytes) -> Page:
    with RawServer(answer) as server:
        return await get_page(server.url, server.url + "/")


async def refusal(answer: bytes) -> str:
    with pytest.raises(ReadingError) as caught:
        await fetched(answer)
    return str(caught.value)


@pytest.mark.parametrize(
    "line",
    [
        b"X-Served By: cache-7",
        b"X-Cache hit from the edge",
        b": lost",
        b"X(odd): 1",
        b"X-Tab\there: 1",
        b"Content-Language : en",
        b"X-Control: a\x01b\x00c",
        b"X-Folded: a\r\n b",
        b"X-Latin: caf\xe9",
        b"Set-Cookie: a=b; Path=/\x0b",
    ],
)
async def test_a_header_line_that_is_none_does_not_cost_the_page(line: bytes) -> None:
    page = await fetched(PLAIN + line + b"\r\n\r\n" + BODY)
    assert (page.body, page.media_type, page.warnings) == (BODY, "text/html", ())


def test_a_header_before_and_after_an_odd_line_is_kept_and_a_space_before_its_colon_goes() -> None:
    assert mended(b"HTTP/1.1 200 OK\r\nA : 1\r\nno header\r\n  folded\r\nB: 2\r\n  3") == (
        b"HTTP/1.1 200 OK\r\nA: 1\r\nB: 2\r\n  3"
    )


async def test_lines_may_end_without_a_carriage_return_and_hints_may_come_first() -> None:
    hints = b"HTTP/1.1 103 Early Hints\r\nbad line\r\n\r\n"
    page = await fetched(hints + PLAIN.replace(b"\r\n", b"\n") + b"odd line\n\n" + BODY)
    assert page.body == BODY


async def test_what_looks_like_a_head_within_the_body_is_left_alone() -> None:
    body = BODY + b"\r\n\r\nno header\r\n\r\n" + BODY
    assert (await fetched(PLAIN + b"\r\n" + body)).body == body


async def test_a_head_that_comes_byte_by_byte_is_mended() -> None:
    pieces = [bytes([byte]) for byte in b"HTTP/1.1 200 OK\r\nodd line\r\nA: 1\r\n\r\nbody"]
    stream = TolerantStream(Trickle(pieces))
    received = b""
    while piece := await stream.read(100):
        received += piece
    assert received == b"HTTP/1.1 200 OK\r\nA: 1\r\n\r\nbody"


class Trickle(httpcore2.AsyncNetworkStream):
    """A connection over which these pieces come."""

    def __init__(self, pieces: list[bytes]) -> None:
        self._pieces = pieces

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._pieces.pop(0) if self._pieces else b""


async def test_a_greeting_that_is_no_http_is_passed_on_at_once() -> None:
    stream = TolerantStream(Trickle([b"SSH-2.0-OpenSSH_9.2\r\n", b"never read"]))
    assert await stream.read(100) == b"SSH-2.0-OpenSSH_9.2\r\n"


async def test_redirects_of_both_kinds_are_counted_together(website: Website) -> None:
    for n in range(9):
        website.page(f"/{n}", f'<meta http-equiv="refresh" content="0; url=/to/{n + 1}">')
        website.redirect(f"/to/{n + 1}", f"/{n + 1}")
    with pytest.raises(ReadingError, match="in circles"):
        await get_page(website.url, website.url + "/0", bounds=Limits(redirects=5))
    assert len(website.requests) == 6


async def test_what_is_no_http_at_all_is_said() -> None:
    assert "does not speak HTTP" in await refusal(b"SSH-2.0-OpenSSH_9.2\r\n")


@pytest.mark.parametrize("coding", [b"none", b"utf-8", b"binary", b"8bit", b"UTF-8, identity"])
async def test_a_coding_that_does_not_exist_is_none(coding: bytes) -> None:
    assert (await fetched(PLAIN + b"Content-Encoding: " + coding + b"\r\n\r\n" + BODY)).body == BODY


async def test_a_true_coding_beside_one_that_does_not_exist_is_unpacked() -> None:
    answer = PLAIN + b"Content-Encoding: utf-8, gzip\r\n\r\n" + gzip.compress(BODY)
    assert (await fetched(answer)).body == BODY


@pytest.mark.parametrize("length", [b"wall", b"-1", b"", b"1e3"])
async def test_a_length_that_is_no_number_is_none(length: bytes) -> None:
    assert (await fetched(PLAIN + b"Content-Length: " + length + b"\r\n\r\n" + BODY)).body == BODY


async def test_lengths_that_do_not_agree_are_refused() -> None:
    assert "does not speak HTTP" in await refusal(PLAIN + b"Content-Length: 5, 9\r\n\r\n" + BODY)


@pytest.mark.parametrize("target", [b"javascript:alert(1)", b"http://[::1/", b"http://127.0.0.1:wall/"])
async def test_a_redirect_to_what_no_request_can_be_made_of_says_where_it_leads(target: bytes) -> None:
    answer = b"HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: " + target + b"\r\n\r\n"
    assert f"leads to {target.decode()}, which is no address of the web" in await refusal(answer)


@pytest.mark.parametrize(
    "answer",
    [
        PLAIN + b"ETag: 1\r\nContent-Length: 500\r\n\r\n" + BODY,
        PLAIN + b"ETag: 1\r\nTransfer-Encoding: chunked\r\n\r\n16\r\n" + BODY + b"\r\n16\r\n<p>",
        PLAIN + b"ETag: 1\r\nContent-Encoding: gzip\r\n\r\n" + gzip.compress(BODY * 50)[:-9],
    ],
    ids=["length", "chunks", "gzip"],
)
async def test_a_body_cut_short_is_shown_with_a_warning_and_asked_for_again(answer: bytes) -> None:
    page = await fetched(answer)
    assert page.body.startswith(BODY)
    assert page.warnings == (CUT_SHORT,)
    assert page.etag is None


async def test_a_body_cut_before_its_first_byte_is_an_error() -> None:
    assert "broke off" in await refusal(PLAIN + b"Content-Length: 500\r\n\r\n")


@pytest.mark.parametrize(
    ("status", "header", "said"),
    [
        (b"429 Slow down", b"Retry-After: 300", "try again in 5 minutes"),
        (b"503 Busy", b"Retry-After: 7200", "try again in 2 hours"),
        (b"503 Busy", b"Retry-After: soon", "try again later"),
        (b"429 Slow down", b"X: y", "try again in some minutes"),
        (
            b"503 Busy",
            b"Date: Sat, 28 Nov 2026 10:00:00 GMT\r\nRetry-After: Sat, 28 Nov 2026 10:00:40 GMT",
            "try again in 40 seconds",
        ),
    ],
)
async def test_when_to_come_back_is_said(status: bytes, header: bytes, said: str) -> None:
    head = b"HTTP/1.1 " + status + b"\r\nContent-Length: 0\r\nConnection: close\r\n" + header
    assert said in await refusal(head + b"\r\n\r\n")


@pytest.mark.parametrize("target", ["http://127.0.0.1:99999/", "http://127.0.0.1:0/", "http://:80/", "http:///x"])
async def test_a_redirect_to_what_is_no_address_is_said(website: Website, target: str) -> None:
    with pytest.raises(ReadingError):
        await get_page(website.url, website.redirect("/", target))


@pytest.mark.parametrize(
    "refresh",
    [
        '<meta http-equiv="refresh" content="0; url=/there">',
        "<META HTTP-EQUIV=Refresh CONTENT='5;URL=/there'>",
        "<meta content='1; url=\"/there\"' http-equiv='refresh'>",
        '<meta http-equiv="refresh" content="0;/there">',
        '<meta http-equiv="refresh" content="600"><meta http-equiv="refresh" content="0; url=/there">',
        '<meta http-equiv="refresh" content="0; url=/there?a=1&amp;b=2">',
    ],
)
async def test_a_page_that_sends_its_reader_on_is_followed(website: Website, refresh: str) -> None:
    start = website.page("/", f"<html><head>{refresh}</head></html>")
    website.page("/there", BODY)
    website.page("/there?a=1&b=2", BODY)
    page = await get_page(start, start)
    assert page.body == BODY
    assert page.url is not None
    assert page.url.startswith(website.url + "/there")
    assert page.address == start


@pytest.mark.parametrize(
    "refresh",
    [
        '<meta http-equiv="refresh" content="6; url=/there">',
        '<meta http-equiv="refresh" content="3">',
        '<meta http-equiv="refresh" content="0; url=/#top">',
        '<meta http-equiv="refresh" content="0; url=javascript:x()">',
        '<noscript><meta http-equiv="refresh" content="0; url=/there"></noscript>',
        '<!-- <meta http-equiv="refresh" content="0; url=/there"> -->',
        '<script>\'<meta http-equiv="refresh" content="0; url=/there">\'</script>',
    ],
)
async def test_a_page_that_is_to_be_read_first_is_not_left(website: Website, refresh: str) -> None:
    start = website.page("/", refresh + BODY.decode())
    page = await get_page(start, start)
    assert page.url == start
    assert website.requests == ["/"]


async def test_pages_that_send_one_another_on_are_left_in_the_end(website: Website) -> None:
    for here, there in (("/a", "/b"), ("/b", "/a")):
        website.page(here, f'<meta http-equiv="refresh" content="0; url={there}">')
    with pytest.raises(ReadingError, match="in circles"):
        await get_page(website.url, website.url + "/a", bounds=Limits(redirects=4))
    assert len(website.requests) == 5


@pytest.fixture
def closed_port() -> Iterator[int]:
    with socket.socket() as taken:  # bound and not listening: connections are refused
        taken.bind(("127.0.0.1", 0))
        yield taken.getsockname()[1]


async def test_a_proxy_that_is_down_is_named_as_the_proxy(monkeypatch: pytest.MonkeyPatch, closed_port: int) -> None:
    monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{closed_port}")
    with pytest.raises(ReadingError, match="the proxy that the environment names does not answer"):
        await get_page("coast.example", "http://coast.example/")


@pytest.mark.parametrize("variable", ["SSL_CERT_FILE", "SSLKEYLOGFILE"])
async def test_certificates_that_cannot_be_read_are_named_where_they_are_needed(
    website: Website, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, variable: str
) -> None:
    monkeypatch.setenv(variable, str(tmp_path / "gone" / "file.pem"))
    url = website.page("/", BODY)
    assert (await get_page(url, url)).body == BODY
    with pytest.raises(ReadingError, match=r"certificates of this machine cannot be read .*SSL_CERT_FILE"):
        await get_page("x", url.replace("http:", "https:"))


async def test_every_connection_goes_through_the_guard(website: Website) -> None:
    """A client that found another way to the network would answer here."""
    url = website.page("/", BODY)

    class Closed(GuardedBackend):
        async def connect_tcp(self, *_: object, **__: object) -> httpcore2.AsyncNetworkStream:
            raise httpcore2.ConnectError("closed")

    async with open_client(Closed(private=True), Limits(), "*/*") as guarded:
        with pytest.raises(httpx2.ConnectError, match="closed"):
            await guarded.get(url)
    assert website.requests == []
