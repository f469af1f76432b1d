from __future__ import annotations

import asyncio
import base64
import os
import sqlite3
import time
from contextlib import AbstractContextManager
from dataclasses import replace
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
from website import Website

from tui.fetch import files
from tui.intake.importing.bookmark_spool import BookmarkSpool
from tui.intake.importing.import_bookmarks import import_bookmarks
from tui.intake.open import gather_pictures, open_article, refresh_article, with_left_out
from tui.intake.reading_list import Opened
from tui.library import Library
from tui.model.article import Article, Caption
from tui.model.bookmark import Bookmark
from tui.model.page import ReadingError
from tui.model.warning import pointed_to

SENTENCE = "The harbour wall will rise by a metre before the autumn storms come, the council of the town decided."
PNG = base64.b64encode(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x08\x00\x00\x00\x08\x08\x02\x00\x00\x00")


def story(more: str = "") -> str:
    paragraphs = "".join(f"<p>{SENTENCE} Part {n}.</p>" for n in range(4))
    return (
        '<!doctype html><html lang="en"><head><title>Harbour wall</title></head><body><article>'
        f"<h1>Harbour wall</h1>{paragraphs}{more}</article></body></html>"
    )


FIGURE = '<figure><img src="/wall.png" width="600" height="400"><figcaption>Waves at the wall.</figcaption></figure>'


async def test_an_article_of_the_web_is_converted_and_kept(website: Website, library: Library) -> None:
    url = website.page("/wall", story(), ETag='"v1"')
    opened = await open_article(url, library)
    assert opened.fresh
    assert opened.notes == ()
    assert SENTENCE in opened.article.text
    assert opened.id == library.articles.find(url)
    assert library.articles.validators(url)[0] == '"v1"'


@pytest.mark.parametrize("there", [True, False])
async def test_pictures_that_arrive_after_a_newer_text_go_to_the_captions_that_show_them(
    website: Website, library: Library, there: bool
) -> None:
    if there:
        website.page("/wall.png", base64.b64decode(PNG), "image/png")
    url = website.page("/wall", story(FIGURE))
    opened = await open_article(url, library)
    assert opened.id is not None
    first = Caption("Another picture", image="https://coast.example/gate.png")
    library.articles.keep(replace(opened.article, captions=(first, *opened.article.captions)))
    await gather_pictures(opened, library)
    assert library.pictures.find(opened.id, 0) is None
    assert (library.pictures.find(opened.id, 1) is not None) == there
    assert list(library.pictures.notes(opened.id)) == [1] * (not there)


async def test_a_kept_article_opens_with_the_network_gone(website: Website, library: Library) -> None:
    url = website.page("/wall", story())
    first = await open_article(url, library)
    website.close()
    for offline in (False, True):
        again = await open_article(url, library, offline=offline)
        assert not again.fresh
        assert again.id == first.id
        assert again.article.blocks == first.article.blocks


async def test_a_kept_article_is_not_asked_for_again(website: Website, library: Library) -> None:
    url = website.page("/wall", story())
    await open_article(url, library)
    await open_article(url + "#comments", library)
    assert website.requests == ["/wall"]


async def test_offline_an_address_that_is_gone_says_so_and_where_a_copy_may_be(library: Library) -> None:
    url = "https://coast.example/gone"
    spool = BookmarkSpool()
    spool.add(Bookmark(url, "Gone"))
    import_bookmarks(library, spool)
    with pytest.raises(ReadingError) as raised:
        await open_article(url, library, offline=True)
    assert str(raised.value) == (
        "only the address of this article is kept, and nothing is fetched offline; open it once with the network"
    )
    library.entries.queue_saved()
    (row,) = library.articles.rows(9)
    library.entries.not_fetched(row.id, "the page was removed; a web archive may have it", None)
    with pytest.raises(ReadingError) as raised:
        await open_article(url, library, offline=True)
    said = "only the address of this article is kept; when it was asked for, the page was removed"
    assert str(raised.value) == f"{said}; a web archive may have it"


@pytest.mark.parametrize(
    ("name", "content", "form"),
    [
        ("saved.csv", "URL,Title,Selection,Folder,Timestamp\nhttps://lamp.example/,Lamp,,Unread,17\n", "Instapaper"),
        ("feeds.opml", "<opml version='1.0'><body><outline xmlUrl='https://lamp.example/feed'/></body></opml>", "OPML"),
        ("marks.html", "<!DOCTYPE NETSCAPE-Bookmark-file-1><DL><DT><A HREF='https://lamp.example/'>L</A>", "bookmarks"),
    ],
)  # fmt: skip
async def test_an_export_is_no_article_and_what_takes_it_over_is_said(
    library: Library, tmp_path: Path, name: str, content: str, form: str
) -> None:
    (tmp_path / name).write_text(content)
    with pytest.raises(ReadingError, match=rf"this is an export \({form}\).* newsreader import .*{name}"):
        await open_article(str(tmp_path / name), library)
    assert library.articles.count() == 0


async def test_a_table_that_is_no_export_opens_as_a_text(library: Library, tmp_path: Path) -> None:
    (tmp_path / "tides.csv").write_text("hour,height\n1,2\n")
    assert (await open_article(str(tmp_path / "tides.csv"), library)).fresh


async def test_offline_never_touches_the_network(website: Website, library: Library) -> None:
    url = website.page("/wall", story())
    for kept_in in (library, None):
        with pytest.raises(ReadingError) as raised:
            await open_article(url, kept_in, offline=True)
        assert str(raised.value) == (
            "this article is not kept, and nothing is fetched offline; open it once with the network"
        )
    assert website.requests == []


@pytest.mark.parametrize(("body", "status"), [(story(), 404), ("", 200), ("%PDF-1.7", 200)])
async def test_what_fails_leaves_nothing_behind(website: Website, library: Library, body: str, status: int) -> None:
    with pytest.raises(ReadingError):
        await open_article(website.page("/wall", body, status=status), library)
    assert library.articles.rows(10) == []


async def test_a_cancelled_opening_leaves_nothing_behind(website: Website, library: Library) -> None:
    asked, loop = asyncio.Event(), asyncio.get_running_loop()

    def hold(request: BaseHTTPRequestHandler) -> None:
        loop.call_soon_threadsafe(asked.set)
        time.sleep(1)

    task = asyncio.create_task(open_article(website.answer("/wall", hold), library))
    await asked.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert library.articles.rows(10) == []


async def test_progress_is_told(website: Website, library: Library) -> None:
    told: list[tuple[int, int | None]] = []
    await open_article(
        website.page("/wall", story()), library, progress=lambda received, total: told.append((received, total))
    )
    assert told[-1] == (len(story()), len(story()))


async def test_an_unchanged_article_is_not_sent_again(website: Website, library: Library) -> None:
    def answer(request: BaseHTTPRequestHandler) -> None:
        known = request.headers["If-None-Match"] == '"v1"'
        request.send_response(304 if known else 200)
        request.send_header("ETag", '"v1"')
        request.send_header("Content-Type", "text/html")
        request.end_headers()
        if not known:
            request.wfile.write(story().encode())

    url = website.answer("/wall", answer)
    opened = await open_article(url, library)
    again = await refresh_article(opened, library)
    assert (again.fresh, again.id, again.article) == (False, opened.id, opened.article)
    assert len(website.requests) == 2


async def test_a_changed_article_replaces_what_is_shown(website: Website, library: Library) -> None:
    opened = await open_article(website.page("/wall", story()), library)
    website.page("/wall", story("<p>Later the council put the work off until the spring of next year.</p>"))
    again = await refresh_article(opened, library)
    assert again.fresh
    assert "put the work off" in again.article.text


async def test_a_failed_refresh_leaves_the_kept_article(website: Website, library: Library) -> None:
    url = website.page("/wall", story())
    opened = await open_article(url, library)
    website.close()
    with pytest.raises(ReadingError):
        await refresh_article(opened, library)
    assert (await open_article(url, library)).article.blocks == opened.article.blocks


async def test_standard_input_is_not_asked_for_again(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "_standard_input", story().encode())
    opened = await open_article("-", library)
    monkeypatch.setattr(files, "_standard_input", None)
    again = await refresh_article(opened, library)
    assert (again.fresh, again.article) == (False, opened.article)
    assert opened.id is not None
    assert library.articles.get(opened.id).blocks == opened.article.blocks


async def test_without_a_library_an_article_can_be_read(website: Website) -> None:
    opened = await open_article(website.page("/wall", story()), None)
    assert (opened.id, opened.fresh) == (None, True)


async def test_an_article_that_cannot_be_kept_can_be_read(website: Website, library: Library) -> None:
    library.close()
    (library.folder / "library.sqlite").write_bytes(b"this is no database, but long enough to look at" * 100)
    opened = await open_article(website.page("/wall", story()), library)
    assert SENTENCE in opened.article.text
    assert opened.id is None
    assert "not kept" in opened.notes[0]


async def test_a_file_is_read_again_only_when_it_was_written(tmp_path: Path, library: Library) -> None:
    path = tmp_path / "page.html"
    path.write_text(story())
    first = await open_article(str(path), library, offline=True)
    second = await open_article(path.as_uri(), library)
    assert (first.fresh, second.fresh, second.id) == (True, False, first.id)
    path.write_text(story("<p>Later the council put the work off until the spring of next year.</p>"))
    os.utime(path, ns=(1, 1))
    third = await open_article(str(path), library)
    assert third.fresh
    assert "put the work off" in third.article.text


async def test_a_kept_file_that_is_gone_opens_as_it_was_kept(
    tmp_path: Path, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("page.html").write_text(story())
    await open_article("page.html", library)
    Path("page.html").unlink()
    monkeypatch.chdir("/")
    opened = await open_article(str(tmp_path / "page.html"), library)
    assert SENTENCE in opened.article.text
    assert "as it was kept" in opened.notes[0]


async def test_pictures_are_kept_after_the_text_and_shown_without_the_network(
    website: Website, library: Library
) -> None:
    website.page("/wall.png", base64.b64decode(PNG), "image/png")
    url, arrived = website.page("/wall", story(FIGURE)), list[int]()
    opened = await open_article(url, library)
    assert website.requests == ["/wall"]
    assert await gather_pictures(opened, library, arrived=arrived.append) == {}
    website.close()
    again = await open_article(url, library)
    assert again.id is not None
    path = library.pictures.find(again.id, arrived[0])
    assert path is not None
    assert path.read_bytes() == base64.b64decode(PNG)
    assert await gather_pictures(again, library) == {}


async def test_a_picture_that_cannot_be_had_is_noted_once(website: Website, library: Library) -> None:
    url = website.page("/wall", story(FIGURE))
    opened = await open_article(url, library)
    assert "404" in (await gather_pictures(opened, library))[0]
    again = await open_article(url, library)
    assert "404" in (await gather_pictures(again, library))[0]
    assert website.requests == ["/wall", "/wall.png"]
    website.page("/wall.png", base64.b64decode(PNG), "image/png")
    assert "404" in (await gather_pictures(again, library, offline=True, again=True))[0]
    assert await gather_pictures(replace_page(again, opened), library, again=True) == {}


def replace_page(kept: Opened, fetched: Opened) -> Opened:
    """The kept article with what it was made of, so that loopback may be asked."""
    return Opened(kept.article, kept.id, kept.fresh, page=fetched.page)


async def test_what_cannot_be_had_is_noted_in_one_transaction_however_much_it_is(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    captions = tuple(Caption(f"The wall {n}", local=f"{n}.png") for n in range(60))
    article = Article("https://coast.example/wall", "Wall", (), "", captions=captions)
    number = library.articles.keep(article)
    transactions, writing = [], library.connections.writing

    def counted(*, durable: bool = True) -> AbstractContextManager[sqlite3.Connection]:
        transactions.append(durable)
        return writing(durable=durable)

    monkeypatch.setattr(library.connections, "writing", counted)
    notes = await gather_pictures(Opened(article, number, fresh=True), library)
    assert library.pictures.notes(number) == notes
    assert len(notes) == 60
    assert len(transactions) == 1


@pytest.mark.parametrize("shared", [True, False])
async def test_pictures_of_several_openings_at_once_do_not_disturb_each_other(
    website: Website, library: Library, shared: bool
) -> None:
    urls = []
    for n in range(6):
        website.page(f"/{n}.png", base64.b64decode(PNG) + (b"" if shared else bytes([n])), "image/png")
        body = story(FIGURE.replace("wall.png", f"{n}.png"))
        urls.append(website.page(f"/{n}", body.replace("Harbour", f"Pier {n}")))
    opened = await asyncio.gather(*(open_article(url, library) for url in urls))
    assert await asyncio.gather(*(gather_pictures(each, library) for each in opened)) == [{}] * 6
    assert all(each.id is not None and library.pictures.find(each.id, 0) for each in opened)


async def test_a_page_that_only_points_to_another_is_followed_once(website: Website, library: Library) -> None:
    there = website.page("/wall", story())
    url = website.page("/go", f'<html><body><div><a href="{there}">{there}</a></div></body></html>')
    opened = await open_article(url, library)
    assert opened.article.title == "Harbour wall"
    assert opened.article.address == url
    assert opened.id == library.articles.find(url)
    twice = website.page("/go/on", f'<html><body><div><a href="{url}">{url}</a></div></body></html>')
    assert pointed_to((await open_article(twice, library)).article.warnings) == there


async def test_where_a_page_points_to_nothing_that_can_be_had_it_is_shown_itself(website: Website) -> None:
    gone = f"{website.url}/gone"
    url = website.page("/go", f'<html><body><div><a href="{gone}">{gone}</a></div></body></html>')
    assert pointed_to((await open_article(url, None)).article.warnings) == gone


async def test_what_was_left_out_of_an_article_kept_before_is_found_out(website: Website, library: Library) -> None:
    url = website.page("/wall", story("<aside><p>A note on the wall.</p></aside>"))
    opened = await open_article(url, None)
    before = replace(opened.article, left_out=None)
    kept = Opened(before, library.articles.keep(before), fresh=False)
    assert await with_left_out(kept, library, offline=True) is None
    found = await with_left_out(kept, library)
    assert found is not None
    assert found.article == opened.article
    assert library.articles.get(kept.id or 0).left_out == opened.article.left_out
    website.page("/wall", story("<p>Another paragraph stands here by now.</p>"))
    assert await with_left_out(kept, library) is None
