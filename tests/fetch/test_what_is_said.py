"""Every line that fetching says to a reader, whole: what happened, and what can be done."""

from __future__ import annotations

import errno
import gzip
import socket
import ssl
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import httpx2
import pytest
from website import Website

from tui.fetch import read_local
from tui.fetch.client import BAD_PROXY, _tls_fault
from tui.fetch.files import read_file, standard_input
from tui.fetch.http import CUT_SHORT, IN_CIRCLES, NOWHERE
from tui.fetch.limits import LIMITS, ByteBudget
from tui.fetch.locations import locate
from tui.fetch.network_errors import failed_host, status_error, transport_error
from tui.fetch.network_guard import ForbiddenError
from tui.fetch.page_types import parse_content_type, refuse_type, text_type
from tui.fetch.picture_downloads import _referer
from tui.fetch.pictures import NO_ADDRESS, NOT_BESIDE, Missing, Picture, judge
from tui.fetch.polite_client import PoliteClient, Wanted
from tui.model.page import FeedInsteadError, ReadingError
from tui.system.content_types import FEED_TYPES

SAVE = "open it in the browser and save it; the saved file can be opened here"
ELSEWHERE = "open it with another program"
OFFLINE = "check the connection (what is kept opens without it)"
REQUEST = httpx2.Request("GET", "http://harbour.example:8080/wall")


@pytest.mark.parametrize(
    ("status", "wait", "line"),
    [
        (400, None, f"the server does not understand the address (400); {SAVE}"),
        (
            401,
            None,
            "the server wants a login (401), and none is kept with an article; newsreader add --again "
            f"https://NAME:PASSWORD@… gives one, or {SAVE}",
        ),
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


def grouped(error: Exception, cause: Exception) -> Exception:
    """As it is raised where several addresses of a host were tried."""
    return caused(error, ExceptionGroup("", [OSError(), cause]))


def untrusted(why: str) -> ssl.SSLCertVerificationError:
    error = ssl.SSLCertVerificationError()
    error.verify_message = why
    return error


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (httpx2.ConnectTimeout("", request=REQUEST), f"no answer within 15 seconds; {OFFLINE}"),
        (httpx2.ReadTimeout("", request=REQUEST), "the server sent nothing for 20 seconds; try again later"),
        (
            caused(httpx2.ConnectError("", request=REQUEST), OSError(errno.ENETUNREACH, "")),
            f"the network cannot be reached; {OFFLINE}",
        ),
        (
            caused(httpx2.ConnectError("", request=REQUEST), ssl.SSLError()),
            "no secure connection can be made; try the address with http:// or later",
        ),
        (
            caused(httpx2.ConnectError("", request=REQUEST), untrusted("certificate has expired.")),
            "the server's certificate is not to be trusted (certificate has expired); do not log in there",
        ),
        (
            caused(httpx2.ConnectError("", request=REQUEST), untrusted("")),
            "the server's certificate is not to be trusted (not valid); do not log in there",
        ),
        (
            grouped(httpx2.ConnectError("", request=REQUEST), ConnectionRefusedError()),
            "the server does not accept connections; check the address or try again later",
        ),
        (httpx2.UnsupportedProtocol(""), "this is not a web address; check how it is written"),
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
        (
            lambda: locate("file://harbour/share/a.html"),
            "a file address of another machine cannot be read; copy the file here first",
        ),
        (lambda: text_type(b" "), "there is nothing in it; check the address"),
        (lambda: text_type(b"\x01" * 40), "this is binary data, not a page; open it with another program"),
        (lambda: read_local("."), "this is a folder; name a page in it"),
        (lambda: read_local("./no-such-page.html"), "there is no such file; check the name"),
        (lambda: read_local("./" + "x" * 300), "this file cannot be read: file name too long"),
        (lambda: read_local("./a\x00b"), "this file cannot be read: not a file name"),
    ],
)
def test_what_cannot_be_read_is_told(does: Callable[[], object], line: str) -> None:
    with pytest.raises(ReadingError) as refused:
        does()
    assert str(refused.value) == line


@pytest.mark.parametrize(
    ("kind", "name", "then"),
    [
        ("application/pdf", "a PDF document", ELSEWHERE),
        ("image/svg+xml", "a picture", "open it in a picture viewer"),
        ("video/mp4", "a video", ELSEWHERE),
        ("audio/ogg", "a sound file", ELSEWHERE),
        ("font/woff2", "a font", ELSEWHERE),
        ("application/zip", "a ZIP archive", ELSEWHERE),
        ("application/gzip", "a gzip archive", ELSEWHERE),
        ("application/json", "JSON data", ELSEWHERE),
        ("application/epub+zip", "a book", ELSEWHERE),
        ("application/vnd.oasis.opendocument.text", "an office document", ELSEWHERE),
        ("application/msword", "an office document", ELSEWHERE),
        ("text/css", "a style sheet", ELSEWHERE),
        ("text/javascript", "a script", ELSEWHERE),
        ("application/javascript", "a script", ELSEWHERE),
        *((kind, "a feed", "newsreader feeds add subscribes to it") for kind in FEED_TYPES),
    ],
)
def test_what_is_no_article_is_named_by_its_type(kind: str, name: str, then: str) -> None:
    with pytest.raises(ReadingError) as refused:
        refuse_type(kind)
    assert str(refused.value) == f"this is {name}, not a page; {then}"
    assert isinstance(refused.value, FeedInsteadError) == (name in ("a feed", "JSON data"))


@pytest.mark.parametrize("kind", ["application/json", *FEED_TYPES])
def test_where_a_feed_is_asked_for_no_kind_of_feed_is_refused(kind: str) -> None:
    refuse_type(kind, feeds=True)


@pytest.mark.parametrize(
    ("body", "name", "then"),
    [
        (b"<rss version='2.0'/>", "a feed", "newsreader feeds add subscribes to it"),
        (b"<!-- x --><feed/>", "a feed", "newsreader feeds add subscribes to it"),
        (b"\xef\xbb\xbf<?xml version='1.0'?>\n<rdf:RDF/>", "a feed", "newsreader feeds add subscribes to it"),
        (b"<opml/>", "a list of feeds", "newsreader feeds import subscribes to them"),
        (b"<!DOCTYPE svg [<!ENTITY a 'b'>]><svg/>", "a picture", "open it in a picture viewer"),
        (b' {"items": []}', "JSON data", ELSEWHERE),
    ],
)
def test_what_is_no_article_is_named_by_its_beginning(body: bytes, name: str, then: str) -> None:
    with pytest.raises(ReadingError) as refused:
        text_type(body, "text/plain")
    assert str(refused.value) == f"this is {name}, not a page; {then}"
    if name != "a picture":
        assert text_type(body, "text/plain", feeds=True) == "text/plain"


@pytest.mark.parametrize(
    ("body", "suffix", "declared", "kind"),
    [
        (b"<p>Wall", "", "", "text/html"),
        (b"Wall", "", "", "text/plain"),
        (b"Wall", ".MD", "", "text/markdown"),
        (b"<p>Wall", ".md", "text/html", "text/html"),
        (b"<p>Wall", ".md", "application/octet-stream", "text/markdown"),
        (b"MIME-Version: 1.0\n\n<p>Wall", "", "application/x-mimearchive", "multipart/related"),
        (b"From: x\ncontent-type: Multipart/Related\n\n<p>Wall", "", "message/rfc822", "multipart/related"),
        (b"<p>Wall\nmime-version: 1.0", "", "", "text/html"),
        ("<p>Wall".encode("utf-16"), "", "", "text/html"),
    ],
)
def test_what_a_page_is_called_by_comes_from_its_server_its_name_or_its_beginning(
    body: bytes, suffix: str, declared: str, kind: str
) -> None:
    assert text_type(body, declared, suffix) == kind


def test_a_file_that_is_no_whole_archive_says_so(tmp_path: Path) -> None:
    packed = gzip.compress(b"<p>Wall" * 99)
    for name, body, told in (
        ("cut", packed[:30], "ends too early"),
        ("damaged", packed[:10] + b"\xff" * 60, "is damaged"),
    ):
        (tmp_path / name).write_bytes(body)
        with pytest.raises(ReadingError, match=rf"\Athe gzip archive {told}; get it again\Z"):
            read_local(str(tmp_path / name))


def test_what_nobody_may_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "stat", refused)
    with pytest.raises(ReadingError, match=r"\Athis file may not be read; change its permissions\Z"):
        read_file("a.html", tmp_path / "a.html")


def test_certificates_that_cannot_be_read_are_told_by_what_the_system_says() -> None:
    told = "the certificates of this machine cannot be read ({}); check SSL_CERT_FILE, SSL_CERT_DIR and SSLKEYLOGFILE"
    for error, reason in (
        (OSError(errno.ENOENT, "No such file"), "no such file"),
        (OSError("Unknown form"), "unknown form"),
    ):
        assert _tls_fault(error) == told.format(reason) + " in the environment"
    assert BAD_PROXY.endswith("is of no kind that works here; check http_proxy and all_proxy")


def test_the_referer_is_the_site_alone() -> None:
    assert _referer("https://ada:secret@harbour.example:8080/wall?x=1") == {"Referer": "https://harbour.example:8080/"}
    assert _referer("/a/file.html") == {}
    assert _referer(None) == {}


def test_what_a_picture_lacks_is_told() -> None:
    told = "this is not a picture that can be kept (PNG, JPEG, GIF, WebP, AVIF)"
    assert judge(3, b"<svg/>", ByteBudget(9)) == Missing(3, told)
    large = "the article's pictures together are too large to fetch them all"
    assert judge(3, b"\xff\xd8\xff\xe0", ByteBudget(3)) == Missing(3, large)
    assert judge(3, b"\xff\xd8\xff\xe0", ByteBudget(4)) == Picture(3, b"\xff\xd8\xff\xe0", "image/jpeg")
    assert NO_ADDRESS == "the page gives no address for this picture that can be fetched"
    assert NOT_BESIDE == "the picture does not lie where the saved page says"


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
