from __future__ import annotations

import asyncio
import base64
import os
import threading
import time
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
from website import Website

from tui.fetch import Limits
from tui.fetch.pictures import Missing, Picture, fetch_pictures
from tui.model.article import Article, Caption, Enclosed
from tui.model.page import Page
from tui.system.content_types import picture_type

# The smallest files that begin as their formats do, 8 × 8 pixels where a size is told.
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x08\x00\x00\x00\x08\x08\x02\x00\x00\x00"
GIF = b"GIF89a\x08\x00\x08\x00\x00\x00\x00;"
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00"
WEBP = b"RIFF\x20\x00\x00\x00WEBPVP8 "
AVIF = b"\x00\x00\x00\x1cftypavif\x00\x00\x00\x00"
PIXEL = base64.b64decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7")
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'

HERE = Page("http://127.0.0.1/", b"", private=True)
PUBLIC = Page("https://coast.example/", b"", private=False)


def article(*captions: Caption, enclosed: tuple[Enclosed, ...] = ()) -> Article:
    return Article(
        "https://coast.example/wall", "Wall", (), "", captions=captions, enclosed=enclosed, url="http://coast.example/w"
    )


def of_web(*images: str) -> Article:
    return article(*(Caption("", image=image) for image in images))


async def outcomes(
    piece: Article, page: Page | None = HERE, *, offline: bool = False, bounds: Limits | None = None
) -> dict[int, Picture | Missing]:
    async with asyncio.timeout(30):
        found = fetch_pictures(piece, page, offline=offline, bounds=bounds or Limits())
        return {outcome.caption: outcome async for outcome in found}


async def test_pictures_are_known_by_their_first_bytes(website: Website) -> None:
    kinds = {"png": PNG, "gif": GIF, "jpeg": JPEG, "webp": WEBP, "avif": AVIF}
    piece = of_web(*(website.page(f"/{name}", data, "text/plain") for name, data in kinds.items()))
    found = await outcomes(piece)
    assert found == {at: Picture(at, kinds[name], f"image/{name}") for at, name in enumerate(kinds)}
    assert website.headers[0]["referer"] == "http://coast.example/"


@pytest.mark.parametrize("data", [SVG, b"<html>log in</html>", b"", b"%!PS-Adobe-3.0 EPSF-3.0", b"BM", b"II*\x00"])
async def test_other_kinds_are_noted(website: Website, data: bytes) -> None:
    assert picture_type(data) is None
    found = await outcomes(of_web(website.page("/x.png", data, "image/png")))
    assert isinstance(found[0], Missing)


async def test_counting_pixels_are_not_kept(website: Website) -> None:
    found = await outcomes(of_web(website.page("/count.gif", PIXEL, "image/gif")))
    assert found == {0: Missing(0, "this picture is invisible: it counts readers")}


@pytest.mark.parametrize(("side", "counts"), [(2, True), (3, False)])
async def test_what_is_two_pixels_high_counts_readers_and_what_is_three_shows_something(
    website: Website, side: int, counts: bool
) -> None:
    tall = GIF[:6] + bytes((8, 0, side, 0)) + GIF[10:]
    (found,) = (await outcomes(of_web(website.page("/a.gif", tall, "image/gif")))).values()
    assert isinstance(found, Missing) == counts


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "2130706433", "0x7f000001", "0", "[::ffff:127.0.0.1]", "10.0.0.1"]
)
async def test_a_public_page_gets_nothing_from_this_machine(website: Website, host: str) -> None:
    website.page("/admin", PNG)
    for page in (PUBLIC, None):
        found = await outcomes(of_web(f"http://{host}:{website.port}/admin"), page)
        assert isinstance(found[0], Missing)
    assert website.requests == []


@pytest.mark.parametrize(
    "image",
    ["file:///etc/passwd", "ftp://127.0.0.1/x", "gopher://127.0.0.1/_x", "//127.0.0.1/y", "data:image/png;base64,AA"],
)
async def test_only_web_addresses_are_fetched(image: str) -> None:
    assert isinstance((await outcomes(of_web(image)))[0], Missing)


async def test_offline_nothing_is_requested_or_noted(website: Website) -> None:
    assert await outcomes(of_web(website.page("/a.png", PNG)), offline=True) == {}
    assert website.requests == []


async def test_failures_are_notes_and_cost_the_others_nothing(website: Website) -> None:
    piece = of_web(website.url + "/missing.png", website.page("/a.png", PNG), "http://no-such-host.invalid/a.png")
    found = await outcomes(piece)
    assert found[0] == Missing(0, "the server gives no picture (404)")
    assert isinstance(found[1], Picture)
    assert isinstance(found[2], Missing)


async def test_a_picture_used_twice_is_fetched_once(website: Website) -> None:
    url = website.page("/a.png", PNG)
    assert len(await outcomes(of_web(url, url))) == 2
    assert website.requests == ["/a.png"]


async def test_large_pictures_stop_at_the_limit(website: Website) -> None:
    def endless(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.end_headers()
        request.wfile.write(PNG)
        while True:
            request.wfile.write(bytes(100_000))

    found = await outcomes(of_web(website.answer("/a.png", endless)))
    assert found == {0: Missing(0, "the picture is larger than 5 MB")}


async def test_pictures_together_stop_at_the_limit(website: Website) -> None:
    piece = of_web(*(website.page(f"/{n}.png", PNG + bytes(1000)) for n in range(8)))
    found = await outcomes(piece, bounds=Limits(pictures=3 * len(PNG + bytes(1000)), at_once=1))
    assert sum(isinstance(outcome, Picture) for outcome in found.values()) == 3
    assert found[7] == Missing(7, "the article's pictures together are too large to fetch them all")


async def test_only_so_many_pictures_are_asked_for(website: Website) -> None:
    piece = of_web(*(website.page(f"/{n}.png", PNG) for n in range(5)))
    found = await outcomes(piece, bounds=Limits(picture_count=2))
    assert sorted(website.requests) == ["/0.png", "/1.png"]
    assert found[4] == Missing(4, "the article has too many pictures to fetch them all")


async def test_only_a_few_are_fetched_at_once(website: Website) -> None:
    counting, together, at_once, most = threading.Lock(), threading.Barrier(3, timeout=180), 0, 0

    def slow(request: BaseHTTPRequestHandler) -> None:
        nonlocal at_once, most
        with counting:
            at_once += 1
            most = max(most, at_once)
        together.wait()
        with counting:
            at_once -= 1
        request.send_response(200)
        request.end_headers()
        request.wfile.write(PNG)

    await outcomes(of_web(*(website.answer(f"/{n}.png", slow) for n in range(12))), bounds=Limits(at_once=3))
    assert most == 3


async def test_a_slow_picture_is_given_up(website: Website) -> None:
    url = website.answer("/a.png", lambda request: time.sleep(3))
    found = await outcomes(of_web(url), bounds=Limits(picture_seconds=0.3))
    assert found[0] == Missing(0, "the picture was not complete after 0 seconds", may_pass=True)


async def test_gathering_can_be_stopped_in_the_middle(website: Website) -> None:
    slow = website.answer("/slow.png", lambda request: time.sleep(3))
    found = fetch_pictures(of_web(website.page("/a.png", PNG), slow), HERE)
    assert isinstance(await anext(found), Picture)
    await found.aclose()


async def test_pictures_inside_the_page_need_no_network(website: Website) -> None:
    inside = Enclosed("cid:wall", "image/png", PNG)
    piece = article(Caption("", local="cid:wall", image=website.page("/a.png", GIF)), enclosed=(inside,))
    assert await outcomes(piece) == {0: Picture(0, PNG, "image/png")}
    assert website.requests == []


def saved_page(folder: Path) -> Page:
    (folder / "saved" / "page_files").mkdir(parents=True)
    (folder / "saved" / "page_files" / "wall one.png").write_bytes(PNG)
    (folder / "outside.png").write_bytes(PNG)
    return Page("page.html", b"", path=folder / "saved" / "page.html")


async def test_pictures_beside_a_saved_page_are_found(tmp_path: Path) -> None:
    page = saved_page(tmp_path)
    Path(page.path or "").write_text("<p>Wall</p>")
    for local in ("page_files/wall one.png", "page_files/wall%20one.png", "./page_files/wall%20one.png?v=2"):
        assert await outcomes(article(Caption("", local=local)), page) == {0: Picture(0, PNG, "image/png")}


async def test_a_name_with_a_colon_is_no_address(tmp_path: Path) -> None:
    page = saved_page(tmp_path)
    (tmp_path / "saved" / "wall:one.png").write_bytes(PNG)
    Path(page.path or "").write_text("<p>Wall</p>")
    assert await outcomes(article(Caption("", local="wall:one.png")), page) == {0: Picture(0, PNG, "image/png")}


@pytest.mark.parametrize(
    "local",
    ["../outside.png", "page_files/../../outside.png", "%2e%2e/outside.png", "link.png", "linked/outside.png", "\x00"],
)
async def test_nothing_outside_the_saved_pages_folder_is_read(tmp_path: Path, local: str) -> None:
    page = saved_page(tmp_path)
    Path(page.path or "").write_text("<p>Wall</p>")
    (tmp_path / "saved" / "link.png").symlink_to(tmp_path / "outside.png")
    (tmp_path / "saved" / "linked").symlink_to(tmp_path)
    for spelling in (local, str(tmp_path / "outside.png")):
        assert isinstance((await outcomes(article(Caption("", local=spelling)), page))[0], Missing)


async def test_pipes_and_folders_are_no_pictures(tmp_path: Path) -> None:
    page = saved_page(tmp_path)
    Path(page.path or "").write_text("<p>Wall</p>")
    os.mkfifo(tmp_path / "saved" / "pipe.png")
    for local in ("pipe.png", "page_files", "", "//[wall?.png"):
        assert isinstance((await outcomes(article(Caption("", local=local)), page))[0], Missing)


@pytest.mark.parametrize("target", ["http://127.0.0.1:99999/", "http://127.0.0.1:1/x", "http://:80/", "ftp://x/y"])
async def test_a_redirect_that_leads_nowhere_costs_its_own_picture_alone(website: Website, target: str) -> None:
    lost = website.redirect("/lost", target)
    kept = [website.page(f"/{n}.png", PNG, "image/png") for n in range(6)]
    found = await outcomes(of_web(lost, *kept), bounds=Limits(at_once=1))
    assert isinstance(found[0], Missing)
    assert [type(found[n]) for n in range(1, 7)] == [Picture] * 6
