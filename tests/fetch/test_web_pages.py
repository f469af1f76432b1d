from __future__ import annotations

import asyncio
import gzip
import socket
import time
import zlib
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
import trustme
from website import Website

from tui.fetch import Limits, NotModified, fetch
from tui.fetch.http import CUT_SHORT
from tui.model.page import Page, ReadingError
from tui.text.cleaning import clean_line

STORY = "<!doctype html><title>Wall</title><p>The wall will rise by a metre before winter.</p>"
HANG_GUARD = 120.0  # seconds; far above what any of these takes


async def get(address: str, bounds: Limits | None = None) -> Page:
    async with asyncio.timeout(HANG_GUARD):
        return await fetch(address, bounds=bounds or Limits())


async def refusal(address: str, bounds: Limits | None = None) -> str:
    with pytest.raises(ReadingError) as caught:
        await get(address, bounds)
    line = str(caught.value)
    assert line == clean_line(line)
    assert "Error" not in line
    return line


async def test_a_page_comes_with_its_type_charset_and_validators(website: Website) -> None:
    url = website.page(
        "/wall", STORY, "Text/HTML; Charset=ISO-8859-1", ETag='"v1"', Last_Modified="Mon, 02 Mar 2026 10:00:00 GMT"
    )
    page = await get(url)
    assert page.body == STORY.encode()
    assert (page.address, page.url, page.media_type, page.charset) == (url, url, "text/html", "ISO-8859-1")
    assert (page.etag, page.last_modified) == ('"v1"', "Mon, 02 Mar 2026 10:00:00 GMT")
    assert page.private


async def test_the_request_says_who_asks_and_what_can_be_read(website: Website) -> None:
    await get(website.page("/wall", STORY))
    sent = website.headers[0]
    assert "newsreader/" in sent["user-agent"]
    assert sent["accept"].startswith("text/html")
    assert sent["accept-encoding"] == "gzip, deflate"
    assert "cookie" not in sent
    assert "referer" not in sent


async def test_validators_are_sent_and_an_unchanged_page_is_told(website: Website) -> None:
    def answer(request: BaseHTTPRequestHandler) -> None:
        request.send_response(304 if request.headers["If-None-Match"] == '"v1"' else 200)
        request.end_headers()

    url = website.answer("/wall", answer)
    with pytest.raises(NotModified):
        await fetch(url, etag='"v1"', last_modified="Mon, 02 Mar 2026 10:00:00 GMT")
    assert website.headers[0]["if-modified-since"] == "Mon, 02 Mar 2026 10:00:00 GMT"


async def test_a_page_that_was_not_asked_for_conditionally_cannot_be_unchanged(website: Website) -> None:
    assert "304" in await refusal(website.page("/wall", b"", status=304))


async def test_progress_tells_bytes_and_total(website: Website) -> None:
    url, told = website.page("/wall", STORY), []
    await fetch(url, progress=lambda received, total: told.append((received, total)))
    assert told[-1] == (len(STORY), len(STORY))


async def test_redirects_are_followed_with_cookies_to_the_final_address(website: Website) -> None:
    def answer(request: BaseHTTPRequestHandler) -> None:
        seen = "seen=1" in (request.headers["Cookie"] or "")
        request.send_response(302)
        request.send_header("Location", "/wall?x=1#top" if seen else "/start")
        request.send_header("Set-Cookie", "seen=1")
        request.end_headers()

    website.page("/wall?x=1", STORY)
    page = await get(website.answer("/start", answer))
    assert page.url == website.url + "/wall?x=1"
    assert page.address == website.url + "/start"


async def test_name_and_password_are_not_shown_in_the_final_address(website: Website) -> None:
    website.page("/wall", STORY)
    page = await get(website.url.replace("http://", "http://ann:secret@") + "/wall")
    assert page.url == website.url + "/wall"


async def test_a_redirect_loop_ends(website: Website) -> None:
    website.redirect("/b", "/a")
    assert "in circles" in await refusal(website.redirect("/a", "/b"))
    assert len(website.requests) == Limits().redirects + 1


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://127.0.0.1/x", "javascript:alert(1)", "http://[bad/"])
async def test_redirects_lead_only_to_the_web(website: Website, target: str) -> None:
    assert await refusal(website.redirect("/a", target))


async def test_the_body_of_a_redirect_is_not_read(website: Website) -> None:
    def endless(request: BaseHTTPRequestHandler) -> None:
        request.send_response(302)
        request.send_header("Location", "/wall")
        request.end_headers()
        while True:
            request.wfile.write(bytes(100_000))

    website.page("/wall", STORY)
    assert (await get(website.answer("/a", endless))).body == STORY.encode()


@pytest.mark.parametrize(
    ("status", "word"), [(401, "login"), (403, "browser"), (404, "check the address"), (410, "removed"), (418, "418")]
)
async def test_a_refusing_server_is_told_with_what_to_do(website: Website, status: int, word: str) -> None:
    assert word in await refusal(website.page("/wall", STORY, status=status))


@pytest.mark.parametrize("status", [500, 502, 503])
async def test_a_faulty_server_is_told(website: Website, status: int) -> None:
    assert f"({status}); try again later" in await refusal(website.page("/wall", STORY, status=status))


@pytest.mark.parametrize(
    ("media_type", "body", "name"),
    [
        ("application/pdf", b"%PDF-1.7 ...", "a PDF document"),
        ("text/html", b"%PDF-1.7 ...", "a PDF document"),
        ("image/png", b"\x89PNG\r\n\x1a\n", "a picture"),
        (None, b"\x89PNG\r\n\x1a\n....", "a picture"),
        ("application/octet-stream", b"PK\x03\x04....", "a ZIP archive"),
        ("application/zip", b"PK\x03\x04....", "a ZIP archive"),
        ("application/rss+xml", b"<rss/>", "a feed"),
        ("text/xml", b"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- x -->\n<rss version='2.0'/>", "a feed"),
        ("text/html", b"<!DOCTYPE r [<!ENTITY x 'y'>]><feed xmlns='http://www.w3.org/2005/Atom'/>", "a feed"),
        ("text/xml", "<?xml version='1.0' encoding='UTF-16'?><rdf:RDF/>".encode("utf-16"), "a feed"),
        ("text/plain", b"<opml version='2.0'/>", "a list of feeds"),
        ("text/html", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "a picture"),
        ("application/json", b"{}", "JSON"),
        ("text/plain", b'{"version": 1}', "JSON"),
        ("text/html", bytes(range(256)) * 40, "binary data"),
        ("text/html", b"", "nothing in it"),
    ],
)
async def test_what_is_no_page_is_named(website: Website, media_type: str | None, body: bytes, name: str) -> None:
    assert name in await refusal(website.page("/x", body, media_type))


async def test_a_page_without_a_type_is_known_by_its_bytes(website: Website) -> None:
    assert (await get(website.page("/wall", STORY, None))).media_type == "text/html"
    assert (await get(website.page("/note", "The wall.", None))).media_type == "text/plain"


PACKERS: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzip.compress,
    "x-gzip": gzip.compress,
    "deflate": zlib.compress,
    "identity": bytes,
}


@pytest.mark.parametrize("coding", PACKERS)
async def test_compressed_pages_are_unpacked(website: Website, coding: str) -> None:
    packed = PACKERS[coding](STORY.encode())
    assert (await get(website.page("/wall", packed, Content_Encoding=coding))).body == STORY.encode()


@pytest.mark.parametrize("coding", ["br", "zstd", "gzip, gzip, gzip"])
async def test_compressions_that_cannot_be_bounded_are_refused(website: Website, coding: str) -> None:
    assert "not asked for" in await refusal(website.page("/wall", b"....", Content_Encoding=coding))


def zeros(mebibytes: int) -> bytes:
    """A gzip stream of that many MiB of zeros, made of one compressed MiB repeated."""
    packer = zlib.compressobj(9, wbits=-zlib.MAX_WBITS)
    once = packer.compress(bytes(2**20)) + packer.flush(zlib.Z_FULL_FLUSH)
    return gzip.compress(b"")[:10] + once * mebibytes


@pytest.mark.parametrize("coding", ["gzip", "gzip, gzip"])
async def test_a_two_gibibyte_bomb_stops_at_the_limit(website: Website, coding: str) -> None:
    bomb = zeros(2048)
    packed = gzip.compress(bomb, 1) if "," in coding else bomb
    assert "larger than 10 MB" in await refusal(website.page("/wall", packed, Content_Encoding=coding))


async def test_an_endless_page_stops_at_the_limit(website: Website) -> None:
    def endless(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.end_headers()
        while True:
            request.wfile.write(b"<p>wall</p>" * 10_000)

    assert "larger than 10 MB" in await refusal(website.answer("/wall", endless))


async def test_a_damaged_or_cut_page_is_told(website: Website) -> None:
    packed = gzip.compress(STORY.encode() * 100)
    assert "damaged" in await refusal(website.page("/a", packed[:10] + b"\xff" * 60, Content_Encoding="gzip"))
    assert (await fetch(website.page("/b", packed[:60], Content_Encoding="gzip"))).warnings == (CUT_SHORT,)
    assert "broke off" in await refusal(website.page("/c", STORY, Content_Length="5000"))


async def test_a_dripping_server_meets_the_deadline(website: Website) -> None:
    def drip(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.end_headers()
        while True:
            request.wfile.write(b"x")
            time.sleep(0.05)

    url = website.answer("/wall", drip)
    assert "not complete after 1 seconds" in await refusal(url, Limits(seconds=1.0))


async def test_a_silent_server_is_not_waited_for_long(website: Website) -> None:
    url = website.answer("/wall", lambda request: time.sleep(5))
    assert "sent nothing" in await refusal(url, Limits(idle=0.3))


async def test_a_fetch_can_be_cancelled(website: Website) -> None:
    started = asyncio.Event()
    loop = asyncio.get_running_loop()

    def hold(request: BaseHTTPRequestHandler) -> None:
        loop.call_soon_threadsafe(started.set)
        time.sleep(2)

    task = asyncio.create_task(fetch(website.answer("/wall", hold)))
    await started.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task


async def test_a_certificate_that_no_one_vouches_for_is_told(tmp_path: Path) -> None:
    certificate = tmp_path / "server.pem"
    trustme.CA().issue_cert("127.0.0.1").private_key_and_cert_chain_pem.write_to_path(str(certificate))
    with Website(certificate=certificate) as website:
        line = await refusal(website.page("/wall", STORY))
    assert "certificate is not to be trusted" in line
    assert website.requests == []


async def test_a_server_without_tls_is_told(website: Website) -> None:
    assert "no secure connection" in await refusal(website.url.replace("http:", "https:") + "/wall")


async def test_a_server_that_is_not_there_is_told() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
    assert "does not accept connections" in await refusal(f"http://127.0.0.1:{port}/")
    assert "no server of this name" in await refusal("http://no-such-host.invalid/")


async def test_a_server_that_speaks_something_else_is_told() -> None:
    async def greet(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"220 mail.example ESMTP\x1b]0;name\x07\r\n")
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(greet, "127.0.0.1", 0)
    async with server:
        port = server.sockets[0].getsockname()[1]
        assert "does not speak HTTP" in await refusal(f"http://127.0.0.1:{port}/")
