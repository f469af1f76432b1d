"""What of a feed's entries waits to be fetched or converted, in which order, how often, and what comes of it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from clock import NOW
from feed_arrivals import TEXT, arrival, arrives, entry, subscribed
from kept_pieces import pictured, piece

from tui.library import Library
from tui.library.articles.unfetched import address_only
from tui.library.feeds.prefetch_queue import MOST_TRIES, Converted
from tui.model.subscription import Subscription

PAGE = "https://coast.example/1"


def waiting(library: Library, **more: object) -> list[tuple[str, str, int, bool]]:
    """Title, stage, tries and whether it may be of this machine, in their order."""
    titles = {row.id: row.title for row in library.articles.rows(99)}
    return [(titles[w.article], w.stage, w.tries, w.private) for w in library.entries.waiting(**more)]  # type: ignore[arg-type]


def one(library: Library, full_text: str = "always") -> int:
    """A feed's only entry, waiting for its page; its number."""
    library.feeds.set(None, "full_text", full_text)
    (added,) = arrives(library, subscribed(library), [entry(1)]).added
    return added


def test_what_is_set_says_what_an_entry_waits_for(library: Library) -> None:
    for full_text, stage in (("always", "page"), ("never", "own"), ("auto", "own")):
        library.feeds.set(None, "full_text", full_text)
        feed = subscribed(library, f"https://{full_text}.example/feed")
        arrives(library, feed, [entry(1, url=f"https://{full_text}.example/1", title=full_text, id=full_text,
                                      content=f"<p>{full_text} {TEXT}</p>")])  # fmt: skip
        assert (full_text, stage, 0, False) in waiting(library)


def test_the_newest_waits_first_and_what_is_muted_waits_for_nothing(library: Library) -> None:
    library.feeds.set(None, "full_text", "always")
    first, second = subscribed(library), subscribed(library, "https://pier.example/feed")
    library.feeds.mute("title:2")
    arrives(library, first, [entry(n) for n in (3, 2, 1)])
    other = entry(9, url="https://pier.example/9", content=f"<p>9. {TEXT}</p>")
    arrives(library, second, [other], title="Pier")
    assert [title for title, *_ in waiting(library)] == ["News 9", "News 3", "News 1"]
    assert [title for title, *_ in waiting(library, feeds=[first])] == ["News 3", "News 1"]
    assert waiting(library, feeds=[]) == []


def test_an_entry_of_a_private_feed_may_lead_to_this_machine(library: Library) -> None:
    library.feeds.set(None, "full_text", "always")
    (feed,) = library.feeds.subscribe(Subscription("http://127.0.0.1/feed"))
    arrives(library, feed, [entry(1)], private=True)
    assert waiting(library) == [("News 1", "page", 0, True)]


def test_a_page_takes_the_place_of_the_feed_s_text_and_its_pictures_are_next(library: Library) -> None:
    number = one(library)
    page = piece(PAGE, "The whole text, of which the feed had the half.", captions=pictured("A wall"))
    library.entries.has_page(number, page, pictures=True, etag='"1"', last_modified="Sat", lifetime=60)
    assert library.articles.get(number).blocks == page.blocks
    assert library.articles.validators(PAGE) == ('"1"', "Sat")
    assert library.articles.is_fresh(PAGE)
    assert library.articles.row(number).text == "whole"  # type: ignore[union-attr]
    assert waiting(library) == [("Harbour wall to rise", "pictures", 0, False)]
    library.entries.done(number)
    assert waiting(library) == []


@pytest.mark.parametrize(("captions", "pictures"), [((), True), (pictured("A wall"), False)])
def test_without_pictures_or_the_wish_for_them_nothing_more_is_waited_for(
    library: Library, captions: tuple[object, ...], pictures: bool
) -> None:
    number = one(library)
    library.entries.has_page(number, piece(PAGE, captions=captions), pictures=pictures)
    assert waiting(library) == []
    assert library.articles.validators(PAGE) == (None, None)
    assert not library.articles.is_fresh(PAGE)


def test_a_page_under_another_s_address_tells_nothing_of_when_that_is_to_be_asked(library: Library) -> None:
    number = one(library)
    other = library.articles.keep(piece("https://coast.example/other"))
    page = replace(piece("https://coast.example/other", "What the page has."), url="https://coast.example/whole")
    library.entries.has_page(number, page, pictures=False, etag='"1"', lifetime=60)
    assert library.articles.validators("https://coast.example/other") == (None, None)
    assert not library.articles.is_fresh("https://coast.example/other")
    assert library.articles.find("https://coast.example/other") == other
    assert library.articles.find("https://coast.example/whole") == number


def test_a_page_of_what_was_removed_meanwhile_is_put_nowhere(library: Library) -> None:
    number = one(library)
    library.articles.remove(number)
    library.entries.has_page(number, piece(PAGE), pictures=True)
    library.entries.has_own_text(number, piece(PAGE), pictures=True)
    assert library.articles.count() == 0
    assert waiting(library) == []


def test_what_a_feed_has_is_converted_once(library: Library) -> None:
    number = one(library, "never")
    assert TEXT.strip() in (library.entries.own_text(number) or "")
    converted = piece(PAGE, "What came of it.", captions=pictured("A wall"))
    library.entries.has_own_text(number, converted, pictures=True)
    assert library.entries.own_text(number) is None
    assert library.articles.get(number).blocks == converted.blocks
    assert len(library.versions.of(number)) == 1
    assert waiting(library) == [("Harbour wall to rise", "pictures", 0, False)]
    library.entries.has_own_text(number, piece(PAGE, "Another process was slower."), pictures=False)
    assert library.articles.get(number).blocks == converted.blocks


def test_what_feeds_have_of_several_is_put_there_together_but_for_what_cannot_be_kept(library: Library) -> None:
    library.feeds.set(None, "full_text", "never")
    (feed,) = library.feeds.subscribe(Subscription("https://coast.example/feed"))
    arrives(library, feed, [entry(n) for n in range(1, 4)])
    numbers = [one.article for one in library.entries.waiting()]
    converted = [Converted(number, piece(PAGE, f"Converted {number}."), pictures=False) for number in numbers]
    converted[1] = Converted(numbers[1], piece(PAGE, "Half of a pair: \ud800"), pictures=False)
    first, second, third = library.entries.have_own_texts(converted)
    assert (first, type(second), third) == (None, UnicodeEncodeError, None)
    texts = [library.articles.get(number).blocks[-1].text for number in numbers]
    assert (texts[0], texts[2]) == (f"Converted {numbers[0]}.", f"Converted {numbers[2]}.")
    assert library.search.count("converted") == 2
    assert [one.article for one in library.entries.waiting()] == [numbers[1]]


def test_what_a_feed_has_may_be_left_as_it_is(library: Library) -> None:
    number = one(library, "never")
    library.entries.drop_own_text(number)
    assert library.entries.own_text(number) is None
    assert waiting(library) == []
    assert "harbour town" in library.articles.get(number).blocks[0].text


def test_a_page_that_was_not_had_is_tried_again_in_time_and_says_why(library: Library) -> None:
    number = one(library)
    assert library.entries.why_not_whole(number) is None
    library.entries.not_fetched(number, "no answer", NOW)
    assert waiting(library) == [("News 1", "page", 1, False)]
    library.entries.not_fetched(number, "the server has a fault (503)", NOW + 1)
    assert waiting(library) == []
    assert library.entries.why_not_whole(number) == "the server has a fault (503)"


def test_a_page_is_tried_five_times_or_until_it_is_hopeless(library: Library) -> None:
    number = one(library)
    for tried in range(MOST_TRIES):
        assert waiting(library) == [("News 1", "page", tried, False)]
        library.entries.not_fetched(number, "no answer", NOW)
    assert waiting(library) == []
    (other,) = arrives(library, subscribed(library), [entry(2), entry(1)]).added
    library.entries.not_fetched(other, "the page was removed", None)
    assert waiting(library) == []
    assert library.entries.why_not_whole(other) == "the page was removed"
    assert MOST_TRIES == 5


def test_what_is_set_otherwise_later_holds_for_what_is_unread_starred_or_put_off(library: Library) -> None:
    library.feeds.set(None, "full_text", "never")
    feed = subscribed(library)
    arrives(library, feed, [entry(n) for n in range(5, 0, -1)])
    numbers = {row.title: row.id for row in library.articles.rows(9)}
    library.marks.read([numbers[f"News {n}"] for n in (1, 2, 3, 4)])
    library.marks.star(numbers["News 1"])
    library.marks.later(numbers["News 2"])
    library.entries.has_page(numbers["News 3"], piece("https://coast.example/3"), pictures=False)
    library.feeds.set(None, "full_text", "always")
    assert library.entries.queue_again([feed]) == 4
    assert dict(w[:2] for w in waiting(library)) == {
        "News 5": "page", "News 4": "own", "News 2": "page", "News 1": "page",
    }  # fmt: skip
    library.feeds.set(None, "full_text", "never")
    assert library.entries.queue_again([feed]) == 4
    assert {stage for _, stage, *_ in waiting(library)} == {"own"}
    assert library.entries.queue_again([]) == 4


def test_what_was_kept_by_its_address_is_fetched_as_often_as_it_is_asked_for(library: Library) -> None:
    number = library.articles.keep(address_only("https://coast.example/saved", "Saved"))
    library.articles.keep(piece())
    assert library.entries.queue_saved() == 1
    assert waiting(library) == [("Saved", "page", 0, True)]
    library.entries.not_fetched(number, "no answer", None)
    assert library.entries.queue_saved() == 1
    assert waiting(library) == [("Saved", "page", 0, True)]


def test_an_entry_that_looks_cut_waits_for_its_page_where_nothing_is_set(library: Library) -> None:
    feed = subscribed(library)
    entries = [entry(n, content=None, summary="The council met again and …") for n in (2, 1)]
    arrives(library, feed, entries)
    assert {stage for _, stage, *_ in waiting(library)} == {"page"}


def test_the_keys_of_what_a_feed_has_had_are_known(library: Library) -> None:
    feed = subscribed(library)
    assert library.entries.known_keys(feed) == []
    came = arrival([entry(1), entry(2)])
    library.entries.take_in(feed, came)
    known = [(key.guid, key.address, key.title) for key in library.entries.known_keys(feed)]
    assert sorted(known) == sorted((key.guid, key.address, key.title) for key in came.keys)
