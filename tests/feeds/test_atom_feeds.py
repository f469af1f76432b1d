"""Atom 1.0 and 0.3."""

from __future__ import annotations

import base64

import pytest
from feed_documents import atom, atom_entry, read

XHTML = 'xmlns="http://www.w3.org/1999/xhtml"'


def test_an_entry_of_atom_has_its_page_s_link_its_days_and_its_feed_s_author() -> None:
    feed = read(
        atom(
            "<entry><title>Wall</title><id>urn:1</id><link rel='replies' href='/r'/><link href='/j' type='text/json'/>"
            "<link rel='alternate' type='text/html' href='/wall'/><published>2026-01-02T03:04:05Z</published>"
            "<updated>2026-01-03T03:04:05+01:00</updated><category term='sea' label='The sea'/></entry>",
            "<title>Harbour</title><subtitle>News</subtitle><author><name>Ada</name><email>a@b</email></author>"
            "<link rel='self' href='/self'/><link href='/'/>",
        )
    )
    assert (feed.title, feed.url) == ("Harbour", "https://harbour.example/")
    (entry,) = feed.entries
    assert (entry.title, entry.id, entry.url) == ("Wall", "urn:1", "https://harbour.example/wall")
    assert (entry.published, entry.updated) == ("2026-01-02T03:04:05+00:00", "2026-01-03T03:04:05+01:00")
    assert (entry.authors, entry.tags) == (("Ada",), ("The sea",))


def test_an_author_without_a_name_is_called_by_what_stands_beside_the_address() -> None:
    authors = "<author><name/><email>a@b.example (Ada)</email></author><author><name>Bo</name><uri>/bo</uri></author>"
    (entry,) = read(atom(f"<entry><title>Wall</title>{authors}</entry>")).entries
    assert entry.authors == ("Ada", "Bo")


@pytest.mark.parametrize(
    ("attributes", "inside", "content"),
    [
        ("type='html'", "&lt;p&gt;x&lt;/p&gt;", "<p>x</p>"),
        ("type='text'", "a &lt;b&gt;\nc", "<p>a &lt;b&gt;<br>\nc</p>"),
        ("", "x &lt;b&gt;y&lt;/b&gt;", "x <b>y</b>"),
        ("type='xhtml'", f"<div {XHTML}><p>x &lt; y</p><br/></div>", "<p>x &lt; y</p><br>"),
        ("type='xhtml'", "<h:div xmlns:h='http://www.w3.org/1999/xhtml'><h:p>x</h:p></h:div>", "<p>x</p>"),
        ("mode='base64' type='text/html'", base64.b64encode(b"<p>x</p>").decode(), "<p>x</p>"),
        ("type='application/octet-stream'", base64.b64encode(b"<p>x</p>").decode(), "<p>x</p>"),
        ("type='application/json'", '{"a": 1}', '{"a": 1}'),
    ],
)
def test_the_types_of_a_text(attributes: str, inside: str, content: str) -> None:
    assert atom_entry(f"<content {attributes}>{inside}</content>").content == content


@pytest.mark.parametrize(
    ("inside", "title"),
    [
        ("<title type='xhtml'><div>A <b>wall</b> &lt;rises&gt;</div></title>", "A wall <rises>"),
        ("<title type='html'>A &lt;b&gt;wall&lt;/b&gt;</title>", "A wall"),
        ("<title type='text'>A &lt;b&gt; tag</title>", "A <b> tag"),
        ("<title>&amp;#39;R&amp;amp;D&amp;#39;</title>", "'R&D'"),
    ],
)
def test_the_types_of_a_title(inside: str, title: str) -> None:
    assert atom_entry(inside).title == title


def test_an_xml_base_goes_before_the_entrys_address() -> None:
    entry = atom_entry(
        "<id>tag/1</id><link href='page'/>"
        "<content type='html' xml:base='deep/'>&lt;a href='x'&gt;y&lt;/a&gt;</content>",
        "xml:base='https://other.example/blog/'",
    )
    assert (entry.id, entry.url) == ("https://other.example/blog/tag/1", "https://other.example/blog/page")
    assert entry.content == '<a href="https://other.example/blog/deep/x">y</a>'


def test_an_id_that_is_an_address_is_one_where_no_link_is() -> None:
    assert atom_entry("<id>https://harbour.example/1</id>").url == "https://harbour.example/1"
    assert atom_entry("<id>mailto:ada@harbour.example</id>").url is None


def test_atom_03_is_read_like_1_0() -> None:
    feed = read(
        '<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>Old</title><tagline>t</tagline><entry>'
        '<title mode="escaped" type="text/html">A &amp;lt; b</title><issued>2004-01-01T10:00Z</issued>'
        "<modified>2004-01-02T10:00:00Z</modified></entry></feed>"
    )
    (entry,) = feed.entries
    assert (entry.title, entry.published, entry.updated) == (
        "A < b",
        "2004-01-01T10:00:00+00:00",
        "2004-01-02T10:00:00+00:00",
    )
