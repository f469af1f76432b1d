"""What a feed has of an entry, as a page of its own and as an article of plain paragraphs."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from tui.convert import convert
from tui.feeds.identity import distinct
from tui.intake import own_text
from tui.library.articles.own_texts import unpack_own_text
from tui.model.article import Article, Block
from tui.model.feed import Enclosure, Entry, Feed
from tui.model.page import Page

URL = "https://coast.example/wall"
DAY, LATER = "2026-03-12T06:30:00+00:00", "2026-03-13T06:30:00+00:00"
SAID = "The harbour wall will rise by a metre before the autumn storms come, the council decided on Monday."
ENTRY = Entry(
    'Wall & "pier"', URL, "1", published=DAY, updated=LATER, authors=("Ada <Moreno>",), content=f"<p>{SAID}</p>"
)
MEDIA = {
    "image": Enclosure("https://coast.example/w.png?a&b", "image/png", "image"),
    "audio": Enclosure("https://coast.example/e.mp3", "audio/mpeg", "audio", title="Episode <7>"),
    "video": Enclosure("https://coast.example/f.mp4", "video/mp4", "video"),
    "document": Enclosure("https://coast.example/s.pdf", "application/pdf", "document", title="Survey"),
    "": Enclosure("https://coast.example/x.bin"),
}


def page_of(entry: Entry, language: str | None = "en-GB") -> str:
    feed = Feed("https://coast.example/feed", "The Coast", None, (entry,), language=language)
    (key,) = keyed = distinct(feed.entries)
    packed = own_text.own_texts(feed, keyed)(key).packed
    return own_text.as_page(unpack_own_text(packed)).body.decode() if packed else ""


def body_of(page: str) -> str:
    return page.partition("</h1>\n")[2].removesuffix("\n</article></body></html>")


def test_an_entry_is_a_page_with_what_its_feed_says_of_it() -> None:
    title = "Wall &amp; &quot;pier&quot;"
    assert page_of(ENTRY) == (
        f'<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>{title}</title>'
        f'<meta property="og:title" content="{title}"><meta name="author" content="Ada &lt;Moreno&gt;">'
        f'<meta property="article:published_time" content="{DAY}"></head>'
        f"<body><article><h1>{title}</h1>\n<p>{SAID}</p>\n</article></body></html>"
    )
    bare = page_of(replace(ENTRY, published=None, updated=None, authors=()), None)
    assert "<html><head>" in bare
    assert "published_time" not in bare
    assert f'content="{LATER}"' in page_of(replace(ENTRY, published=None))
    assert page_of(replace(ENTRY, content=None, summary="<p>Short.</p>")) == page_of(ENTRY).replace(SAID, "Short.")
    assert page_of(replace(ENTRY, content=None)) == ""


def test_an_entry_without_an_address_is_a_page_without_one_and_half_a_letter_is_no_fault() -> None:
    packed: dict[str, object] = {
        "url": None,
        "title": "Wall \ud83d",
        "authors": [],
        "published": None,
        "language": None,
        "html": "<p>",
    }
    page = own_text.as_page(json.dumps(packed))
    assert (page.address, page.url, page.media_type, page.charset) == ("-", None, "text/html", "utf-8")
    assert b"<title>Wall ?</title>" in page.body
    page = own_text.as_page(json.dumps(packed | {"url": URL}))
    assert (page.address, page.url) == (URL, URL)


@pytest.mark.parametrize(
    ("medium", "shown"),
    [
        ("image", '<figure><img src="https://coast.example/w.png?a&amp;b"></figure>\n{}'),
        ("audio", '{}\n<p><a href="https://coast.example/e.mp3">Episode &lt;7&gt;</a></p>'),
        ("video", '{}\n<p><a href="https://coast.example/f.mp4">https://coast.example/f.mp4</a></p>'),
        ("document", '{}\n<p><a href="https://coast.example/s.pdf">Survey</a></p>'),
        ("", "{}"),
    ],
)
def test_what_comes_with_an_entry_stands_above_or_below_it(medium: str, shown: str) -> None:
    html = f"<p>{SAID}</p>"
    assert body_of(page_of(replace(ENTRY, enclosures=(MEDIA[medium],)))) == shown.format(html)


def test_a_picture_that_comes_with_an_entry_stands_above_it_only_where_it_has_none() -> None:
    html = f"<p>{SAID}</p><img src=/own.png>"
    both = (MEDIA["audio"], MEDIA["image"])
    assert body_of(page_of(replace(ENTRY, content=html, enclosures=both))).startswith(html)
    assert body_of(page_of(replace(ENTRY, content=None, enclosures=(MEDIA["image"],)))).startswith("<figure>")


def test_an_entry_is_an_article_of_plain_paragraphs() -> None:
    entry = replace(ENTRY, content=f"<p>{SAID}</p><p>It is *so* [now].</p>")
    plain = own_text.plain_article(entry, "en")
    assert (plain.address, plain.url, plain.title, plain.authors) == (URL, URL, ENTRY.title, ENTRY.authors)
    assert (plain.published, plain.modified, plain.language) == (DAY, LATER, "en")
    assert plain.markdown == f"{SAID}\n\nIt is \\*so\\* \\[now\\]."
    assert own_text.plain_article(replace(entry, published=None), None).published == LATER
    assert own_text.plain_article(replace(entry, url=None), None).address == own_text.NO_PAGE


def test_what_was_converted_stands_under_what_the_feed_says_unless_it_lost_much() -> None:
    plain = own_text.plain_article(replace(ENTRY, title="The feed's title"), "en")
    page = Page(URL, page_of(ENTRY).encode(), url=URL, media_type="text/html")
    converted = convert(page)
    made = own_text.like_the_entry(plain, converted)
    named = ("address", "title", "url", "authors", "published", "modified", "site")
    assert [getattr(made, name) for name in named] == [getattr(plain, name) for name in named]
    assert (made.blocks, made.markdown) == (converted.blocks, converted.markdown)
    assert own_text.like_the_entry(plain, Article(URL, "", (), "")) == plain


@pytest.mark.parametrize(("left", "taken"), [(5, True), (4, False)])
def test_half_of_the_words_must_come_through(left: int, taken: bool) -> None:
    plain, converted = (
        Article(URL, "Wall", (Block("paragraph", " ".join(["wall"] * count)),), "") for count in (10, left)
    )
    assert (own_text.like_the_entry(plain, converted).blocks == converted.blocks) is taken


WHOLE = f"<p>{SAID * 20}</p>"


@pytest.mark.parametrize(
    ("texts", "summaries"),
    [
        (("<p>In short …</p>",), [True]),
        (("<p>In short.</p>",), [True]),
        (("<p>In short.</p>", WHOLE), [False, False]),
        (("<p>In short …</p>", WHOLE), [True, False]),
        ((WHOLE, "<p>In short.</p>", "<p>In short …</p>"), [False, False, True]),
        (("<p>In short.</p>", "<p>It is.</p>"), [True, True]),
    ],
)
def test_a_short_text_is_whole_where_its_feed_gives_others_whole(texts: tuple[str, ...], summaries: list[bool]) -> None:
    entries = tuple(
        replace(ENTRY, id=str(number), url=f"{URL}/{number}", content=text) for number, text in enumerate(texts)
    )
    feed, keyed = Feed("https://coast.example/feed", "The Coast", None, entries), distinct(entries)
    make = own_text.own_texts(feed, keyed)
    assert [make(key).summary for key in keyed] == summaries


def test_a_page_that_names_no_day_and_no_author_has_those_of_the_feed() -> None:
    feed, page = own_text.plain_article(ENTRY, "en"), Article(URL, "Wall", (), "")
    known = own_text.with_what_was_known(page, feed)
    assert (known.title, known.published, known.authors) == ("Wall", DAY, ENTRY.authors)
    stated = replace(page, published=LATER, authors=("Ben Quay",))
    assert own_text.with_what_was_known(stated, feed) == stated
