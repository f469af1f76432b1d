"""What holds for any document, any list and any history of a feed."""

from __future__ import annotations

import json
import random
from contextlib import suppress
from dataclasses import replace

from feed_documents import feed_or_message, read, rss
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tui.feeds.feed_dates import feed_date
from tui.feeds.html_text import AddressResolver, made_title, plain_text, title_line
from tui.feeds.identity import distinct, recognise
from tui.feeds.newsboat_urls import read_newsboat_urls
from tui.feeds.opml import read_opml, write_opml
from tui.model.entry_key import Key
from tui.model.feed import Entry, Feed
from tui.model.page import ReadingError
from tui.model.subscription import Subscription, SubscriptionList
from tui.text.cleaning import clean_line, web_address

QUICK = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
PIECES = st.sampled_from(
    "<rss> </rss> <channel> <item> </item> <title> </title> <![CDATA[ ]]> <!-- --> & &amp; &lt; &nbsp; &#0; &#x41; "
    "< > <feed xmlns='http://www.w3.org/2005/Atom'> <entry> </entry> <link href='x'/> <content type='xhtml'> "
    "xml:base='y/' <?xml version='1.0' encoding='x'?> <!DOCTYPE rss [ <!ENTITY a 'b'> ]> &a; Tue, 01 Jan 2026 \x00 "
    "\x1b[ \u202e \ud800 é 城".split(" ")
)
DOCUMENTS = st.one_of(
    st.binary(max_size=400),
    st.lists(PIECES, max_size=40).map(lambda parts: "".join(parts).encode("utf-8", "surrogatepass")),
    st.lists(PIECES, max_size=40).map(lambda parts: ("<rss><item>" + "".join(parts)).encode("utf-16", "surrogatepass")),
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=9),
        lambda inner: (
            st.lists(inner, max_size=4)
            | st.dictionaries(
                st.sampled_from("items title id url attachments authors tags summary image".split()), inner
            )
        ),
        max_leaves=20,
    ).map(lambda found: json.dumps({"items": found}).encode()),
)
LINES = st.text(max_size=20).map(clean_line)
PATHS = st.lists(LINES, max_size=4).map(tuple)
SUBSCRIPTIONS = st.builds(
    Subscription,
    st.integers(0, 50).map(lambda n: f"https://h{n}.example/feed?a=1&b={n}"),
    LINES,
    st.none() | st.just("https://h.example/"),
    st.lists(PATHS, max_size=3, unique=True).map(tuple).filter(lambda paths: paths != ((),)),
    st.lists(LINES.filter(lambda tag: bool(tag.strip("/")) and not tag.startswith("/")), max_size=3, unique=True).map(
        tuple
    ),
)


def _is_sound(feed: Feed) -> bool:
    addresses = [feed.url, feed.self_address, *(entry.url for entry in feed.entries)]
    addresses += [enclosure.url for entry in feed.entries for enclosure in entry.enclosures]
    lines = [
        feed.title,
        *(entry.title for entry in feed.entries),
        *(a for entry in feed.entries for a in entry.authors),
    ]
    return all(a is None or web_address(a) for a in addresses) and all(clean_line(line) == line for line in lines)


@QUICK
@given(DOCUMENTS, st.sampled_from([None, "utf-8", "shift_jis", "utf-16", "nonsense"]))
def test_any_document_gives_a_sound_feed_or_a_message(body: bytes, charset: str | None) -> None:
    found = feed_or_message(body, charset=charset)
    assert clean_line(found) == found if isinstance(found, str) else _is_sound(found)


@QUICK
@given(st.text(max_size=200))
def test_any_text_as_title_date_and_html(text: str) -> None:
    assert clean_line(title_line(text)) == title_line(text)
    assert "\n" not in made_title(text)
    plain_text(text)
    AddressResolver().resolved(text, "https://h.example/")
    date = feed_date(text)
    assert date is None or feed_date(date) == date


@QUICK
@given(st.lists(SUBSCRIPTIONS, max_size=8, unique_by=lambda each: each.address), LINES)
def test_a_list_written_and_read_again_is_the_same(subscriptions: list[Subscription], title: str) -> None:
    again = read_opml(write_opml(SubscriptionList(tuple(subscriptions), title=title)))
    assert again.title == title
    assert {each.address: (each.title, each.site, set(each.folders), each.tags) for each in again.subscriptions} == {
        each.address: (each.title, each.site, set(each.folders), each.tags) for each in subscriptions
    }


@QUICK
@given(st.binary(max_size=300) | st.text(max_size=300).map(lambda text: ("<opml>" + text).encode("utf-8", "replace")))
def test_any_bytes_are_a_list_of_feeds_or_refused(body: bytes) -> None:
    read_newsboat_urls(body)
    with suppress(ReadingError):
        read_opml(body)


def _refreshed(entries: list[Entry], news: random.Random, number: int) -> list[Entry]:
    """A feed's document after it has done one of the things that feeds do."""
    change = news.randrange(8)
    if change == 0:
        return [replace(e, id=(e.id or "").replace("http:", "https:")) for e in entries]
    if change == 1:
        return [replace(e, id=None) for e in entries]
    if change == 2:
        return [*entries[:3], *entries]
    if change == 3:
        return [replace(e, id=f"renumbered-{number}-{n}") for n, e in enumerate(entries)]
    if change == 4:
        return [replace(e, title=f"{e.title}, corrected", published="2027-01-01T00:00:00+00:00") for e in entries]
    if change == 5 and all(e.id for e in entries):
        return [replace(e, url=(e.url or "").replace("/a/", "/b/")) for e in entries]
    if change == 6:
        return [
            replace(e, url=f"https://moved{number}.example/{n}", id=f"m{number}-{n}") for n, e in enumerate(entries)
        ]
    return [replace(e, updated="2027-02-02T00:00:00+00:00") for e in entries]


def test_read_entries_do_not_come_back_in_a_long_life_of_a_feed() -> None:
    """Each refresh brings one new entry and one of the changes; only the new one may seem new."""
    came_back = missed = 0
    for seed in range(20):
        news = random.Random(seed)
        made = 12
        entries = [
            Entry(
                title=f"Story {n}", url=f"http://h.example/a/{n}", id=f"http://h.example/?p={n}", content=f"Text {n}."
            )
            for n in range(made)
        ]
        known: list[Key] = list(distinct(entries))
        for number in range(50):
            entries = list(distinct(_refreshed(entries, news, number)).values())
            keys = list(distinct(entries))
            new = 0
            for key, place in zip(keys, recognise(known, keys), strict=True):
                if place is None:
                    known.append(key)
                    came_back += 1
                else:
                    known[place] = key
            story = Entry(
                title=f"Story {made}",
                url=f"http://h.example/a/{made}",
                id=f"http://h.example/?p={made}",
                content="New.",
            )
            made += 1
            entries = [story, *entries[:11]]
            keys = list(distinct(entries))
            places = recognise(known, keys)
            new = sum(place is None for place in places)
            missed += new == 0
            came_back += max(new - 1, 0)
            for key, place in zip(keys, places, strict=True):
                if place is None:
                    known.append(key)
    assert (came_back, missed) == (0, 0)


def test_the_same_document_has_no_news() -> None:
    document = rss("".join(f"<item><title>Item {n % 7}</title><guid>{n % 5}</guid></item>" for n in range(40)))
    keys = tuple(distinct(read(document).entries))
    assert recognise(keys, keys) == tuple(range(len(keys)))
