"""Read entries do not come back, whatever a feed does with its guids, links and titles, and news is not swallowed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tui.feeds.identity import distinct, key_of, recognise
from tui.model.entry_key import Key
from tui.model.feed import Enclosure, Entry

AT = "https://harbour.example/"


def entry(number: int, **changed: object) -> Entry:
    made = Entry(title=f"Title {number}", url=f"{AT}{number}", id=f"{AT}?p={number}", content=f"Text number {number}.")
    return replace(made, **changed)  # type: ignore[arg-type]


FEED = tuple(entry(number) for number in range(10))


def recognised(before: tuple[Entry, ...], after: tuple[Entry, ...]) -> list[int | None]:
    """For each entry of the second document its place in the first."""
    return list(recognise(tuple(distinct(before)), tuple(distinct(after))))


SAME = list(range(10))
CHANGES = {
    "nothing": {},
    "dates": {"published": "2027-01-01T00:00:00+00:00", "updated": "2027-01-01T00:00:00+00:00"},
    "titles": {"title": "Corrected"},
    "texts": {"content": "Rewritten."},
    "titles and texts": {"title": "Corrected", "content": "Rewritten."},
    "guids gone": {"id": None},
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_change_to_all_entries_changes_none(change: dict[str, object]) -> None:
    assert recognised(FEED, tuple(replace(each, **change) for each in FEED)) == SAME  # type: ignore[arg-type]


def test_guids_and_links_may_change_from_http_to_https() -> None:
    before = tuple(
        replace(e, id=(e.id or "").replace("https", "http"), url=(e.url or "").replace("https", "http")) for e in FEED
    )
    assert recognised(before, FEED) == SAME


def test_links_may_change_where_guids_stay() -> None:
    assert recognised(FEED, tuple(replace(e, url=f"https://new.example/{n}") for n, e in enumerate(FEED))) == SAME


def test_links_are_compared_without_fragment_and_counters() -> None:
    before = tuple(replace(e, id=None, title="", url=f"{e.url}?utm_source=rss#top") for e in FEED)
    assert recognised(before, tuple(replace(e, id=None) for e in FEED)) == SAME


def test_links_may_change_where_there_is_no_guid() -> None:
    before = tuple(replace(e, id=None) for e in FEED)
    assert recognised(before, tuple(replace(e, url=f"{e.url}/new") for e in before[:1])) == [0]


def test_a_feed_that_is_renumbered_is_known_by_links() -> None:
    after = tuple(replace(e, id=f"new-{n}", title=f"Also {n}") for n, e in enumerate(FEED))
    assert recognised(FEED, after) == SAME


def test_a_feed_that_has_moved_is_known_by_titles() -> None:
    after = tuple(replace(e, id=f"new-{n}", url=f"https://new.example/{n}", content="New.") for n, e in enumerate(FEED))
    assert recognised(FEED, after) == SAME


def test_a_renumbered_feed_with_one_new_entry() -> None:
    after = (entry(77), *(replace(e, id=f"new-{n}") for n, e in enumerate(FEED)))
    assert recognised(FEED, after) == [None, *SAME]


def test_one_guid_that_changes_while_link_and_title_stay_is_no_news() -> None:
    assert recognised(FEED, (replace(FEED[0], id="v2"), *FEED[1:])) == SAME


def test_news_is_news() -> None:
    news = tuple(entry(number) for number in range(10, 20))
    assert recognised(FEED, news) == [None] * 10
    assert recognised((), FEED) == [None] * 10


def test_new_entries_with_the_titles_of_old_ones_are_news_unless_most_have_them() -> None:
    daily = tuple(entry(number, title="The weather", content=f"Day {number}.") for number in range(10))
    assert recognised(daily[:5], daily[5:]) == [None] * 5
    assert recognised(FEED, (entry(20, title="Title 3"), *FEED[1:])) == [None, *SAME[1:]]


def test_a_guid_that_all_entries_share_tells_none_of_them() -> None:
    shared = tuple(replace(each, id="feed") for each in FEED)
    assert recognised(shared[:5], shared) == [0, 1, 2, 3, 4, *[None] * 5]
    assert recognised(shared, tuple(replace(each, title="Corrected") for each in shared)) == SAME
    assert recognised(shared, shared[3:4]) == [3]


def test_a_site_that_all_entries_link_to_tells_none_of_them() -> None:
    linked = tuple(replace(each, id=None, url=AT) for each in FEED)
    assert recognised(linked[:5], linked) == [0, 1, 2, 3, 4, *[None] * 5]
    one_a_day = [replace(entry(number), id=None, url=AT) for number in (1, 2)]
    assert recognised((one_a_day[0],), (one_a_day[1],)) == [None]


def test_entries_with_a_title_alone() -> None:
    titles = tuple(Entry(title=f"Title {number}") for number in range(5))
    assert recognised(titles[:3], titles) == [0, 1, 2, None, None]


def test_the_same_entry_twice_is_one() -> None:
    assert len(distinct((FEED[0], FEED[0], FEED[1]))) == 2
    episodes = tuple(Entry(title="Episode", enclosures=(Enclosure(f"{AT}{n}.mp3"),)) for n in range(3))
    assert len(distinct(episodes)) == 3


def test_a_title_that_was_made_from_the_text_is_no_title() -> None:
    assert key_of(Entry(title="Text", content="Text", untitled=True)).title == ""


def test_a_known_entry_is_found_once() -> None:
    known = (Key("a", "//h/a", "t", "d"), Key("a", "//h/a", "t", "e"))
    found = recognise(known, (Key("a", "//h/a", "t", "d"), Key("a", "//h/a", "u", "f")))
    assert found[0] == 0
    assert found[1] in (1, None)
