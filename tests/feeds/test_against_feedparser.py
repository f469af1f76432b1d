"""Feeds as feedparser reads them, too: the two must agree on what is not a matter of taste."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from html import unescape
from time import struct_time
from typing import Any

import feedparser  # type: ignore[import-untyped]
import pytest
from feed_documents import ADDRESS, atom, read, rss

from tui.feeds.html_text import plain_text
from tui.model.feed import Entry

RDF = (
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>R</title></channel>{}</rdf:RDF>'
)
DOCUMENTS = {
    "rss": rss(
        "<item><title>Wall &amp;amp; sea</title><link>https://h.example/1</link><guid isPermaLink='false'>one</guid>"
        "<pubDate>Tue, 24 Jun 2014 10:00:00 +0200</pubDate>"
        "<description>&lt;p&gt;A &lt;b&gt;wall&lt;/b&gt;&lt;/p&gt;</description>"
        "<content:encoded><![CDATA[<p>The whole of <i>it</i></p>]]></content:encoded>"
        "<dc:creator>Ada</dc:creator></item>"
        "<item><link>/2</link><description>Only a text</description><dc:date>2014-06-24T08:00:00Z</dc:date></item>"
    ),
    "atom": atom(
        "<entry><title type='html'>A &lt;b&gt;wall&lt;/b&gt;</title><id>urn:1</id><link href='/1'/>"
        "<updated>2014-06-24T10:00:00+02:00</updated><summary>Short</summary>"
        "<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>Whole</p></div></content></entry>"
        "<entry><title>Two</title><id>urn:2</id><link rel='alternate' href='https://h.example/2'/>"
        "<published>2014-06-24T10:00:00Z</published></entry>"
    ),
    "rdf": RDF.format(
        "<item rdf:about='https://h.example/1'><title>One</title><link>https://h.example/1</link>"
        "<dc:date>2014-06-24T10:00:00Z</dc:date><description>Text</description></item>"
    ),
    "in cp1252": rss("<item><title>Café “x”</title></item>").encode("cp1252"),
    "declared koi8-r": b"<?xml version='1.0' encoding='koi8-r'?>"
    + rss("<item><title>Стена</title></item>").encode("koi8-r"),
    "bare ampersand": rss("<item><title>R & D</title><link>https://h.example/?a=1&b=2</link></item>"),
    "entities of HTML": rss("<item><title>A&nbsp;wall &eacute;</title></item>"),
    "not closed": rss("<item><title>One</title></item><item><title>Two</title>").partition("</channel>")[0],
}


def _moment(entry: Entry) -> tuple[int, ...] | None:
    date = entry.published or entry.updated
    return tuple(datetime.fromisoformat(date).utctimetuple())[:6] if date else None


def _their_moment(entry: Mapping[str, Any]) -> tuple[int, ...] | None:
    parsed: struct_time | None = entry.get("published_parsed") or entry.get("updated_parsed")
    return tuple(parsed)[:6] if parsed else None


def _words(html: str) -> str:
    return " ".join(unescape(plain_text(html)).split())


@pytest.mark.parametrize("document", DOCUMENTS.values(), ids=DOCUMENTS)
def test_our_reader_and_feedparser_read_the_same(document: str | bytes) -> None:
    body = document.encode() if isinstance(document, str) else document
    ours = read(body)
    theirs = feedparser.parse(body, response_headers={"content-location": ADDRESS, "content-type": "application/xml"})
    assert len(ours.entries) == len(theirs.entries)
    assert ours.title == theirs.feed.get("title", "")
    for mine, other in zip(ours.entries, theirs.entries, strict=True):
        assert (mine.url or "") == other.get("link", "")
        assert _moment(mine) == _their_moment(other)
        assert mine.untitled or mine.title == _words(other.get("title", ""))
        assert _words(mine.summary or "") == _words(other.get("summary", ""))
        if mine.content:
            assert _words(mine.content) == _words(other.content[0].value)
        if mine.id and "link" in other:
            assert mine.id == other.id
