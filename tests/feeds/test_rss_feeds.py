"""RSS and RDF as they are written, well or not."""

from __future__ import annotations

import pytest
from feed_documents import item, read, rss

from tui.model.feed import Enclosure
from tui.model.page import ReadingError


def test_a_feed_says_what_it_is_and_where() -> None:
    feed = read(
        rss(
            "<item><title>Wall rises</title><link>/wall</link><guid isPermaLink='false'>w1</guid></item>",
            "<title>Harbour &amp; sea</title><link>/</link><description>News</description><language>en-GB</language>"
            "<ttl>90</ttl><skipHours><hour>24</hour><hour>3</hour></skipHours><skipDays><day>Sunday</day></skipDays>"
            "<atom:link rel='self' href='https://harbour.example/self.xml'/>",
        )
    )
    assert (feed.title, feed.url) == ("Harbour & sea", "https://harbour.example/")
    assert (feed.language, feed.self_address) == ("en-gb", "https://harbour.example/self.xml")
    assert (feed.ttl, feed.skip_hours, feed.skip_days) == (5_400, (0, 3), (6,))
    (entry,) = feed.entries
    assert (entry.title, entry.url, entry.id) == ("Wall rises", "https://harbour.example/wall", "w1")
    assert feed.warnings == ()


def test_the_syndication_module_counts_like_ttl() -> None:
    assert (
        read(rss("", "<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>")).ttl
        == 21_600
    )


def test_items_of_rdf_stand_beside_the_channel() -> None:
    feed = read(
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">'
        "<channel><title>RDF</title><items><rdf:Seq><rdf:li resource='x'/></rdf:Seq></items></channel>"
        '<item rdf:about="https://harbour.example/1"><title>One</title></item></rdf:RDF>'
    )
    assert [(e.title, e.id, e.url) for e in feed.entries] == [
        ("One", "https://harbour.example/1", "https://harbour.example/1")
    ]


@pytest.mark.parametrize("prefix", ["r", "rss", "x1"])
def test_a_feed_in_any_namespace_keeps_its_own_names_apart_from_others(prefix: str) -> None:
    feed = read(
        f'<{prefix}:rss xmlns:{prefix}="http://harbour.example/ns" xmlns:o="http://other.example/"><{prefix}:channel>'
        f"<{prefix}:item><o:title>wrong</o:title><{prefix}:title>right</{prefix}:title></{prefix}:item>"
        f"</{prefix}:channel></{prefix}:rss>"
    )
    assert feed.entries[0].title == "right"


def test_prefixes_that_are_not_declared_mean_what_they_always_mean() -> None:
    feed = read(
        "<rss><channel><item><dc:creator>Ada</dc:creator><media:title>Wall</media:title></item></channel></rss>"
    )
    assert (feed.entries[0].title, feed.entries[0].authors) == ("Wall", ("Ada",))


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("Wall &amp;amp; sea", "Wall & sea"),
        ("&lt;b&gt;Wall&lt;/b&gt; rises", "Wall rises"),
        ("<![CDATA[<em>Wall</em> &mdash; rises]]>", "Wall — rises"),
        ("5 &lt; 6 and a &lt;blink&gt;", "5 < 6 and a <blink>"),
        ("Wall<br/>rises", "Wall rises"),
        ("\n  Wall\n  rises ", "Wall rises"),
        ("dont", "dont"),
        ("don\x92t", "don’t"),
        ("don&amp;#146;t", "don’t"),
        ("a\u202eb\u001b[2J", "ab[2J"),
    ],
)
def test_a_title_is_plain_text_on_a_line(written: str, title: str) -> None:
    assert item(f"<title>{written}</title>").title == title


@pytest.mark.parametrize(
    ("inside", "title"),
    [
        ("<title/><dc:title>From the module</dc:title>", "From the module"),
        ("<title>Own</title><media:title>Other</media:title>", "Own"),
        ("<description>&lt;p&gt;The wall rises.&lt;/p&gt;</description>", "The wall rises."),
        ("<link>https://harbour.example/a</link>", "https://harbour.example/a"),
        (f"<description>{'word ' * 40}</description>", ("word " * 20).strip() + "…"),
    ],
)
def test_an_entry_without_a_title_is_called_after_what_it_has(inside: str, title: str) -> None:
    entry = item(inside)
    assert entry.title == title
    assert entry.untitled is ("title" not in inside)


@pytest.mark.parametrize(
    ("inside", "summary", "content"),
    [
        ("<description>Short</description>", "Short", None),
        ("<description>Short</description><content:encoded>Whole</content:encoded>", "Short", "Whole"),
        ("<description>Short</description><summary>The longer one</summary>", "Short", "The longer one"),
        ("<description>A &lt;i&gt;b&lt;/i&gt;</description>", "A <i>b</i>", None),
        ("<description>A <i>b</i> c</description>", "A <i>b</i> c", None),
        ("<description>Before <![CDATA[<b>this</b>]]> after</description>", "Before <b>this</b> after", None),
        ("<description>One\n\nTwo</description>", "<p>One</p>\n<p>Two</p>", None),
        ("<itunes:summary>Episode</itunes:summary>", "Episode", None),
        ("<media:group><media:description>Film</media:description></media:group>", "Film", None),
        ("<atom:content type='html'>&lt;p&gt;x&lt;/p&gt;</atom:content>", None, "<p>x</p>"),
    ],
)
def test_the_texts_of_an_entry(inside: str, summary: str | None, content: str | None) -> None:
    entry = item(inside)
    assert (entry.summary, entry.content) == (summary, content)


@pytest.mark.parametrize(
    ("inside", "url"),
    [
        ("<guid>https://harbour.example/g</guid>", "https://harbour.example/g"),
        ("<guid isPermaLink='false'>https://harbour.example/g</guid>", None),
        ("<guid>https://harbour.example/g</guid><link>https://harbour.example/l</link>", "https://harbour.example/l"),
        ("<link> \n/l </link>", "https://harbour.example/l"),
        ("<link>javascript:alert(1)</link>", None),
        ("<atom:link href='/a'/>", "https://harbour.example/a"),
        ("<atom:link rel='enclosure' href='/a'/><link>/l</link>", "https://harbour.example/l"),
    ],
)
def test_the_page_of_an_entry(inside: str, url: str | None) -> None:
    assert item(f"<title>t</title>{inside}").url == url


def test_addresses_in_a_text_are_relative_to_the_entry_else_to_the_feed() -> None:
    picture = '&lt;img src="p.png" srcset="p.png 1x, /q.png 2x"&gt;&lt;a href="#n"&gt;1&lt;/a&gt;'
    described = f"<description>{picture}</description>"
    assert item(f"<link>/2026/wall/</link>{described}").summary == (
        '<img src="https://harbour.example/2026/wall/p.png" '
        'srcset="https://harbour.example/2026/wall/p.png 1x, https://harbour.example/q.png 2x"><a href="#n">1</a>'
    )
    assert 'src="https://harbour.example/p.png"' in (item(described).summary or "")


@pytest.mark.parametrize(
    "text",
    [
        "5 &gt; 3 href=x",
        '&lt;a href="https://other.example/"&gt;x&lt;/a&gt;',
        '&lt;a href="mailto:ada@harbour.example"&gt;x&lt;/a&gt;',
        '&lt;a class="href" title="src=x"&gt;x&lt;/a&gt;',
        '&lt;a href="javascript:x"&gt;x&lt;/a&gt;',
    ],
)
def test_what_is_no_relative_address_stays(text: str) -> None:
    assert item(f"<description>{text}</description>").summary == text.replace("&lt;", "<").replace("&gt;", ">")


def test_the_enclosures_of_an_entry() -> None:
    entry = item(
        "<title>t</title><enclosure url='/e.mp3' type='Audio/MPEG' length='12'/>"
        "<itunes:duration>1:02:03</itunes:duration>"
        "<media:group><media:content url='/p.jpg' medium='image'><media:title>A wall</media:title></media:content>"
        "</media:group><media:thumbnail url='/t.jpg'/><enclosure url='file:///etc/passwd' length='-1'/>"
        "<enclosure url='/e.mp3'/>"
    )
    at = "https://harbour.example"
    assert entry.enclosures == (
        Enclosure(f"{at}/e.mp3", "audio/mpeg", "audio", 12, 3_723),
        Enclosure(f"{at}/p.jpg", medium="image", title="A wall"),
        Enclosure(f"{at}/t.jpg", medium="image"),
    )


def test_authors_and_tags_each_once() -> None:
    entry = item(
        "<title>t</title><author>ada@harbour.example (Ada Moreno)</author><dc:creator>Ada Moreno</dc:creator>"
        "<dc:creator>Tom Hale</dc:creator><category>Sea</category><category>Sea</category>"
        "<itunes:keywords>wall, storm</itunes:keywords>"
    )
    assert entry.authors == ("Ada Moreno", "Tom Hale")
    assert entry.tags == ("Sea", "wall", "storm")


@pytest.mark.parametrize(
    ("inside", "published", "updated"),
    [
        ("<pubDate>Thu, 01 Jan 2004 19:48:21 GMT</pubDate>", "2004-01-01T19:48:21+00:00", None),
        ("<dc:date>2004-01-01</dc:date><pubDate>never</pubDate>", "2004-01-01T00:00:00+00:00", None),
        ("<dcterms:modified>2004-01-01T10:00:00Z</dcterms:modified>", None, "2004-01-01T10:00:00+00:00"),
        ("<pubDate>1 Jan 2004</pubDate><dc:date>2005-01-01</dc:date>", "2004-01-01T00:00:00+00:00", None),
    ],
)
def test_the_times_of_an_entry(inside: str, published: str | None, updated: str | None) -> None:
    entry = item(f"<title>t</title>{inside}")
    assert (entry.published, entry.updated) == (published, updated)


def test_an_entry_with_nothing_in_it_is_none() -> None:
    assert [e.title for e in read(rss("<item/><item><title>One</title></item><item> </item>")).entries] == ["One"]


@pytest.mark.parametrize(
    "broken",
    [
        "<item><title>R&D at sea</title><link>https://harbour.example/?a=1&b=2</link></item>",
        "<item><title>R&amp;D at sea</title><link>https://harbour.example/?a=1&b=2</link><description>x</item>",
        "<item><title>R&amp;D\x01 at&#0; sea</title><link>https://harbour.example/?a=1&amp;b=2</link></item>",
        "<item><title>R&amp;D at&nbsp;sea</title><link>https://harbour.example/?a=1&amp;b=2</link></item>",
        "<item><title><![CDATA[R&D at sea]]></title><link><![CDATA[https://harbour.example/?a=1&b=2]]></link>&</item>",
    ],
)
def test_a_feed_that_is_not_well_formed_is_read_with_a_warning(broken: str) -> None:
    feed = read(rss(broken))
    assert (feed.entries[0].title, feed.entries[0].url) == ("R&D at sea", "https://harbour.example/?a=1&b=2")
    assert "not well-formed" in feed.warnings[0]


def test_what_stands_before_a_cut_is_read() -> None:
    items = "".join(f"<item><title>Item {n}</title></item>" for n in range(9))
    feed = read(rss(items)[:-80])
    assert [e.title for e in feed.entries][:6] == [f"Item {n}" for n in range(6)]
    cut_in_a_text = read(rss("<item><title>One</title><description><![CDATA[half a sent"))
    assert cut_in_a_text.entries[0].title == "One"


@pytest.mark.parametrize(
    ("document", "reason"),
    [
        ("", "nothing in it"),
        (" \n", "nothing in it"),
        ("<!doctype html><title>Log in</title>", "web page"),
        ("<?xml version='1.0'?>\n<!-- x --><html xmlns='http://www.w3.org/1999/xhtml'/>", "web page"),
        ("<opml version='2.0'><body/></opml>", "list of feeds"),
        ("<note>hello</note>", "no feed"),
        ("hello", "no feed"),
        ("\x00\x01\x02" * 50, "binary"),
    ],
)
def test_what_is_no_feed_is_said_to_be_what_it_is(document: str, reason: str) -> None:
    with pytest.raises(ReadingError, match=reason):
        read(document)
