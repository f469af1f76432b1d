"""Every limit of fetching: what is just within it, and what is just beyond."""

from __future__ import annotations

import asyncio
import gzip
import os
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from pathlib import Path
from threading import Thread

import httpcore2
import httpx2
import pytest

from tui.fetch import http, inflate, meta_refresh, pictures, tolerant_stream
from tui.fetch.files import read_file, read_standard_input
from tui.fetch.limits import LIMITS, ByteBudget, Limits
from tui.fetch.network_errors import CertificateError
from tui.fetch.network_guard import GuardedBackend
from tui.fetch.page_types import parse_content_type
from tui.fetch.retry_after import wait
from tui.model.article import Article, Caption, Enclosed
from tui.model.page import Page, ReadingError

SMALL = replace(LIMITS, body=100, picture=100)
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x08\x00\x00\x00\x08\x08\x02\x00\x00\x00"


class Pieces(httpx2.AsyncByteStream):
    """A body that comes in these pieces."""

    def __init__(self, *pieces: bytes) -> None:
        self.pieces = pieces

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for piece in self.pieces:
            yield piece


def text(size: int) -> bytes:
    return b"<p>wall ".ljust(size, b"x")


def gunzipped(tmp_path: Path, size: int) -> Page:
    (tmp_path / "page.gz").write_bytes(gzip.compress(text(size)))
    return read_file("page.gz", tmp_path / "page.gz", bounds=SMALL)


def of_file(tmp_path: Path, size: int) -> Page:
    (tmp_path / "page.html").write_bytes(text(size))
    return read_file("page.html", tmp_path / "page.html", bounds=SMALL)


def of_pipe(tmp_path: Path, size: int) -> Page:
    os.mkfifo(tmp_path / "pipe")
    writer = Thread(target=lambda: (tmp_path / "pipe").write_bytes(text(size)))
    writer.start()
    try:
        return read_file("pipe", tmp_path / "pipe", bounds=SMALL)
    finally:
        writer.join()


def of_web(_: Path, size: int) -> Page:
    response = httpx2.Response(200, stream=Pieces(text(size)[:60], text(size)[60:]))
    body, _whole = asyncio.run(http.read_body(response, None, SMALL))
    return Page("", body)


@pytest.mark.parametrize("read", [of_file, gunzipped, of_pipe, of_web])
def test_a_page_of_the_largest_size_is_read_whole_and_one_byte_more_is_too_large(
    tmp_path: Path, read: Callable[[Path, int], Page]
) -> None:
    (tmp_path / "within").mkdir()
    (tmp_path / "beyond").mkdir()
    assert read(tmp_path / "within", 100).body == text(100)
    with pytest.raises(ReadingError, match="too large for an article"):
        read(tmp_path / "beyond", 101)


def test_a_feed_that_is_too_large_is_called_one() -> None:
    response = httpx2.Response(200, stream=Pieces(text(101)))
    with pytest.raises(ReadingError, match="this is larger than 0 MB, too large for a feed; open it with another"):
        asyncio.run(http.read_body(response, None, SMALL, feeds=True))


def asked(url: str) -> str:
    try:
        asyncio.run(http.check_request(httpx2.Request("GET", url), GuardedBackend(private=True)))
    except ReadingError as error:
        return str(error)
    return ""


@pytest.mark.parametrize("port", ["", ":1", ":65535"])
def test_a_port_that_a_server_can_have_is_asked(port: str) -> None:
    assert asked(f"http://harbour.example{port}/") == ""


@pytest.mark.parametrize("url", ["http://harbour.example:0/", "http://harbour.example:65536/", "http:/wall"])
def test_what_is_no_address_of_a_server_is_named(url: str) -> None:
    assert asked(url) == f"{url} is no address that a server can have; check how it is written"


def test_what_is_said_of_foreign_words_is_cut() -> None:
    assert asked("g" * 30 + "://x/") == f"the server redirects to a {'g' * 19}… address, which is not opened"
    assert f"{'/' + 'x' * 54}… is no address" in asked("http://harbour.example:0" + "/" + "x" * 90)


@pytest.mark.parametrize(("size", "taken"), [(0, False), (1, True), (4_000, True), (4_001, False)])
def test_a_validator_is_kept_up_to_four_thousand_bytes(size: int, taken: bool) -> None:
    response = httpx2.Response(200, headers=[(b"ETag", b"\xe9" * size), (b"Last-Modified", b"x")])
    assert http.validator(response, b"etag") == ("é" * size if taken else None)
    assert http.validator(response, b"last-modified") == "x"
    assert http.validator(response, b"expires") is None


@pytest.mark.parametrize(
    ("length", "total"), [("7", 7), ("9" * 15, 10**15 - 1), ("9" * 16, None), ("seven", None), ("-7", None)]
)
def test_progress_tells_the_total_where_it_is_a_number(length: str, total: int | None) -> None:
    told: list[tuple[int, int | None]] = []

    async def read() -> None:
        response = httpx2.Response(200, headers={"Content-Length": length}, stream=Pieces(b"abc", b"defg"))
        _ = [piece async for piece in http.stream(response, lambda *seen: told.append(seen))]

    asyncio.run(read())
    assert told == [(3, total), (7, total)]


@pytest.mark.parametrize(("before", "found"), [(0, True), (1, False)])
def test_where_a_page_leads_is_looked_for_at_its_beginning(before: int, found: bool) -> None:
    element = b'<meta http-equiv="refresh" content="0; url=/there">'
    room = b" " * (meta_refresh.LOOKED_AT - len(element) + before)
    target = meta_refresh.refresh_target(room + element, "http://harbour.example/")
    assert target == ("http://harbour.example/there" if found else None)


@pytest.mark.parametrize(("label", "read"), [("u" * 40, "u" * 40), ("u" * 41, "u" * 39 + "…")])
def test_a_label_of_a_charset_has_forty_letters_at_most(label: str, read: str) -> None:
    assert parse_content_type(f"text/html; x=y; charset={label}; charset=other") == ("text/html", read)


def test_a_media_type_has_a_hundred_letters_at_most() -> None:
    assert parse_content_type("text/" + "x" * 95) == ("text/" + "x" * 95, None)
    assert parse_content_type("text/" + "x" * 96) == ("text/" + "x" * 94 + "…", None)


@pytest.mark.parametrize(("given", "seconds"), [("0", 0), ("1234567890", 1234567890), ("12345678901", 1234567890)])
def test_a_time_to_wait_is_read_up_to_ten_digits(given: str, seconds: float) -> None:
    assert wait({"Retry-After": given}) == seconds


def test_a_date_to_wait_for_that_has_passed_is_none_to_wait_for() -> None:
    times = {"Date": "Sat, 28 Nov 2026 10:00:40 GMT", "Retry-After": "Sat, 28 Nov 2026 10:00:00 GMT"}
    assert wait(times) == 0.0
    assert wait({"Retry-After": "soon"}) is None
    assert wait({}) is None


def test_bytes_are_spent_to_the_last_one() -> None:
    budget = ByteBudget(5)
    budget.spend(3)
    budget.spend(2)
    with pytest.raises(ReadingError):
        budget.spend(1)
    assert budget.left == 0


async def at_hand(size: int, folder: Path) -> list[bool]:
    """Whether a picture of this size is taken from beside a saved page, and out of one."""
    data = PNG.ljust(size, b"\x00")
    (folder / "wall.png").write_bytes(data)
    (folder / "page.html").write_text("<p>Wall")
    captions = (Caption("", local="wall.png"), Caption("", local="cid:wall"))
    article = Article("a", "", (), "", captions=captions, enclosed=(Enclosed("cid:wall", "image/png", data),))
    page = Page("page.html", b"", path=folder / "page.html")
    return [isinstance(one, pictures.Picture) async for one in pictures.fetch_pictures(article, page, bounds=SMALL)]


@pytest.mark.parametrize(("size", "taken"), [(100, True), (101, False)])
async def test_a_picture_beside_or_inside_a_page_is_taken_up_to_the_limit(
    size: int, taken: bool, tmp_path: Path
) -> None:
    assert await at_hand(size, tmp_path) == [taken, taken]


@pytest.mark.parametrize(("side", "shown"), [(2, False), (3, True)])
@pytest.mark.parametrize("tall", [False, True])
@pytest.mark.parametrize("kind", ["png", "gif"])
def test_a_picture_counts_readers_whose_shorter_side_has_less_than_three_pixels(
    kind: str, side: int, shown: bool, tall: bool
) -> None:
    order, size = ("big", 4) if kind == "png" else ("little", 2)
    sides = [number.to_bytes(size, order) for number in ((side, 300) if tall else (300, side))]  # type: ignore[arg-type]
    data = PNG[:16] + b"".join(sides) if kind == "png" else b"GIF89a" + b"".join(sides)
    outcome = pictures.judge(4, data, ByteBudget(1000))
    assert outcome == (
        pictures.Picture(4, data, f"image/{kind}")
        if shown
        else pictures.Missing(4, "this picture is invisible: it counts readers")
    )


class Answer(httpcore2.AsyncNetworkStream):
    """A connection over which these bytes come at once."""

    def __init__(self, answer: bytes) -> None:
        self.answer = answer

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self.answer


@pytest.mark.parametrize(("beyond", "mended"), [(0, True), (1, False)])
def test_a_head_is_mended_up_to_the_longest(beyond: int, mended: bool) -> None:
    head = b"HTTP/1.1 200 OK\r\nodd\r\nA: ".ljust(tolerant_stream.MAX_HEAD - 4 + beyond, b"x") + b"\r\n\r\n"
    came = asyncio.run(tolerant_stream.TolerantStream(Answer(head)).read(10))
    assert (b"odd" not in came) == mended
    assert came.endswith(b"x\r\n\r\n")


def test_what_is_inflated_comes_in_pieces_of_a_quarter_of_a_megabyte() -> None:
    packed = gzip.compress(bytes(600_000))
    assert [len(piece) for piece in inflate.Layers(["gzip"]).feed(packed)] == [262_144, 262_144, 75_712]


def test_standard_input_is_named_by_its_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.fetch.files._standard_input", gzip.compress(text(101)))
    with pytest.raises(ReadingError, match="too large"):
        read_standard_input("-", SMALL)
    assert read_standard_input("-", Limits()).media_type == "text/html"


def test_a_certificate_s_reason_is_told_without_its_full_stop() -> None:
    error = CertificateError("it has expired")
    assert str(error) == "the server's certificate is not to be trusted (it has expired); do not log in there"
    assert error.reason == "it has expired"


def test_a_header_may_send_the_reader_on_too() -> None:
    assert meta_refresh.refresh_target(b"", "http://a.example/", "0; url=/there") == "http://a.example/there"
    assert meta_refresh.refresh_target(b"", "http://a.example/", "60; url=/there") is None
