"""Every line that fetching says to a reader, whole: what happened, and what can be done."""

from __future__ import annotations

import errno
import socket
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler

import httpx2
import pytest
from website import Website

from tui.fetch.files import standard_input
from tui.fetch.http import CUT_SHORT, IN_CIRCLES, NOWHERE
from tui.fetch.limits import LIMITS, ByteBudget
from tui.fetch.locations import locate
from tui.fetch.network_errors import failed_host, status_error, transport_error
from tui.fetch.network_guard import ForbiddenError
from tui.fetch.page_types import parse_content_type, refuse_type
from tui.fetch.polite_client import PoliteClient, Wanted
from tui.model.page import ReadingError

SAVE = "open it in the browser and save it; the saved file can be opened here"
OFFLINE = "check the connection (what is kept opens without it)"
REQUEST = httpx2.Request("GET", "http://harbour.example:8080/wall")


@pytest.mark.parametrize(
    ("status", "wait", "line"),
    [
        (400, None, f"the server does not understand the address (400); {SAVE}"),
        (401, None, f"the server wants a login (401); {SAVE}"),
        (402, None, f"the server wants a payment (402); {SAVE}"),
        (403, None, f"the server refuses to give the page (403); {SAVE}"),
        (404, None, "the server has no such page (404); check the address"),
        (410, None, "the page was removed from the server (410); look for a copy in a web archive"),
        (429, None, "the server is asked too often (429); try again in some minutes"),
        (429, 300, "the server is asked too often (429); try again in 5 minutes"),
        (451, None, "the server may not show the page for legal reasons (451)"),
        (500, None, "the server has a fault (500); try again later"),
        (503, 120, "the server has a fault (503); try again in 2 minutes"),
        (418, None, "the server gives no page but the status 418; open the address in the browser"),
    ],
)
def test_a_status_is_told_with_what_to_do(status: int, wait: float | None, line: str) -> None:
    assert str(status_error(status, wait)) == line


def caused(error: Exception, cause: Exception) -> Exception:
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (httpx2.ConnectTimeout("", request=REQUEST), f"no answer within {LIMITS.connect:.0f} seconds; {OFFLINE}"),
        (
            httpx2.ReadTimeout("", request=REQUEST),
            f"the server sent nothing for {LIMITS.idle:.0f} seconds; try again later",
        ),
        (httpx2.InvalidURL(""), "this is not a web address; check how it is written"),
        (
            ForbiddenError(""),
            "a public page leads into this machine's own network, where nothing is opened for it",
        ),
        (
            caused(httpx2.ConnectError("", request=REQUEST), socket.gaierror()),
            f"no server of this name was found; check its spelling, or {OFFLINE}",
        ),
        (
            caused(httpx2.ConnectError("", request=REQUEST), ConnectionRefusedError()),
            "the server does not accept connections; check the address or try again later",
        ),
        (
            caused(httpx2.ConnectError("", request=REQUEST), OSError(errno.EHOSTUNREACH, "")),
            f"the network cannot be reached; {OFFLINE}",
        ),
        (httpx2.ConnectError("", request=REQUEST), f"no connection to the server; {OFFLINE}"),
        (
            httpx2.RemoteProtocolError("", request=REQUEST),
            "the server broke off or does not speak HTTP; try again later",
        ),
        (
            httpx2.ProxyError("", request=REQUEST),
            "the proxy that the environment names does not answer; check http_proxy and all_proxy",
        ),
    ],
)
def test_a_request_that_failed_is_told_with_what_to_do(error: Exception, line: str) -> None:
    assert str(transport_error(error, LIMITS)) == line


def test_a_failed_request_names_host_and_port() -> None:
    assert failed_host(httpx2.ConnectError("", request=REQUEST)) == "harbour.example:8080"
    assert failed_host(ValueError()) is None


@pytest.mark.parametrize(
    ("does", "line"),
    [
        (lambda: ByteBudget(4).spend(5), "the article's pictures together are too large to fetch them all"),
        (lambda: locate(" "), "the address is empty; give a web address or a file name"),
        (lambda: locate("http://"), "this is not a web address; check how it is written"),
        (lambda: locate("gopher://harbour.example/"), "only http, https and file addresses can be read"),
        (lambda: refuse_type("image/png"), "this is a picture, not a page; open it in a picture viewer"),
    ],
)
def test_what_cannot_be_read_is_told(does: Callable[[], object], line: str) -> None:
    with pytest.raises(ReadingError) as refused:
        does()
    assert str(refused.value) == line


def test_what_a_page_is_marked_with_and_where_a_server_leads_is_told() -> None:
    told = "the server broke off: this is only the beginning of the page; r tries again"
    assert (CUT_SHORT.kind, CUT_SHORT.text) == ("incomplete", told)
    assert IN_CIRCLES == "the server sends the reader in circles; open the page in the browser"
    assert NOWHERE == "the server leads to {}, which is no address of the web; open the page in the browser"


@pytest.mark.parametrize(
    ("header", "read"),
    [
        ('text/html; charset="utf-8"', ("text/html", "utf-8")),
        ("Text/HTML; Charset='windows-1252'; charset=utf-8", ("text/html", "windows-1252")),
        ("html", ("", None)),
    ],
)
def test_a_content_type_is_read_without_its_quotation_marks(header: str, read: tuple[str, str | None]) -> None:
    assert parse_content_type(header) == read


async def test_two_codings_that_nobody_asked_for_are_named_apart() -> None:
    with Website() as site, pytest.raises(ReadingError, match=r"not asked for \(br, zstd\)"):
        async with PoliteClient() as client:
            await client.get(Wanted(site.page("/", "<p>Text", Content_Encoding="br, zstd"), private=True))


def broken_off(request: BaseHTTPRequestHandler) -> None:
    request.send_response(200)
    request.send_header("Content-Type", "text/html")
    request.send_header("Content-Length", "5000")
    request.end_headers()
    request.wfile.write(b"<p>The beginning.")
    request.close_connection = True


@pytest.mark.parametrize("feeds", [False, True])
async def test_a_page_that_was_cut_is_marked_and_a_feed_is_refused(feeds: bool) -> None:
    with Website() as site:
        address = site.answer("/cut", broken_off)
        whole = site.page("/whole", "<p>All of it.")
        async with PoliteClient() as client:
            answer = await client.get(Wanted(whole, private=True))
            assert answer.page is not None
            assert answer.page.warnings == ()
            if feeds:
                with pytest.raises(ReadingError, match="broke off before the feed was whole; try again later"):
                    await client.get(Wanted(address, private=True, feeds=True))
            else:
                cut = await client.get(Wanted(address, private=True))
                assert cut.page is not None
                assert cut.page.warnings == (CUT_SHORT,)


def test_a_program_without_standard_input_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.fetch.files._standard_input", None)
    monkeypatch.setattr("sys.stdin", None)
    with pytest.raises(ReadingError, match=r"\Athere is no standard input to read\Z"):
        standard_input()
