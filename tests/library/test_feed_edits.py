"""What is set for feeds and folders, and what naming, moving and forgetting them leaves."""

from __future__ import annotations

import pytest
from clock import NOW, Clock
from feed_arrivals import arrives, entry, subscribed
from kept_pieces import piece

from tui.library import Library
from tui.library.feeds.asking import Answered
from tui.library.feeds.feed_settings import DEFAULTS, FeedSettings, resolved, stored_value, written
from tui.library.library_errors import LibraryError, MissingError
from tui.model.subscription import Subscription


@pytest.mark.parametrize(
    ("name", "typed", "stored", "shown"),
    [
        ("full_text", "Always", "always", "always"),
        ("full_text", "auto", "auto", "auto"),
        ("full_text", "never", "never", "never"),
        ("pictures", "ON", "yes", "yes"),
        ("pictures", "true", "yes", "yes"),
        ("pictures", "1", "yes", "yes"),
        ("pictures", "off", "no", "no"),
        ("pictures", "false", "no", "no"),
        ("pictures", "0", "no", "no"),
        ("by_story", "yes", "yes", "yes"),
        ("by_story", "no", "no", "no"),
        ("interval", "90", "5400", "90m"),
        ("interval", " 2 H ", "7200", "2h"),
        ("interval", "3d", "259200", "3d"),
        ("interval", "36h", "129600", "36h"),
        ("interval", "15m", "900", "15m"),
        ("user_agent", " A reader\n1.0 ", "A reader 1.0", "A reader 1.0"),
        ("headers", "X-Key:  a b ; Accept : x", "X-Key: a b\nAccept: x", "X-Key: a b; Accept: x"),
        ("headers", "X-Key: a\nAccept: x\n", "X-Key: a\nAccept: x", "X-Key: a; Accept: x"),
        ("cookies_from", "~/cookies.txt", "~/cookies.txt", "~/cookies.txt"),
        ("keep_days", "007", "7", "7"),
        ("keep_days", "99999", "99999", "99999"),
        ("keep_days", "0", "0", "0"),
        ("update", "Mark_unread", "mark_unread", "mark_unread"),
        ("update", "keep", "keep", "keep"),
    ],
)
def test_a_setting_is_kept_in_one_spelling_and_shown_as_one_writes_it(
    name: str, typed: str, stored: str, shown: str
) -> None:
    assert stored_value(name, typed) == stored
    assert written(name, resolved({name: stored})) == shown
    assert stored_value(name, " ") == ""


@pytest.mark.parametrize(
    ("name", "typed", "allowed"),
    [
        ("full_text", "sometimes", "auto, always or never"),
        ("pictures", "perhaps", "yes or no"),
        ("by_story", "2", "yes or no"),
        ("interval", "soon", "minutes, or a number followed by m, h or d"),
        ("interval", "1234567", "minutes, or a number followed by m, h or d"),
        ("headers", "X-Key: a; none", "lines such as “Name: value”, parted by semicolons"),
        ("keep_days", "100000", "a number of days, 0 for ever"),
        ("keep_days", "-1", "a number of days, 0 for ever"),
        ("update", "never", "keep or mark_unread"),
        ("user_agent", "\x00", "a line of text"),
        ("login", "anna:tide", "NAME or NAME:PASSWORD"),
        ("cookies_from", "\x00", "the path of a cookie file in Netscape's format"),
    ],
)
def test_what_a_setting_cannot_be_is_told_with_what_it_can(name: str, typed: str, allowed: str) -> None:
    with pytest.raises(LibraryError, match=f"cannot be set: {name} is {allowed}"):
        stored_value(name, typed)


def test_a_setting_that_there_is_not_is_told_with_those_that_there_are() -> None:
    with pytest.raises(LibraryError) as told:
        stored_value("colour", "red")
    names = "full_text, pictures, interval, user_agent, headers, cookies_from, keep_days, update, by_story, login"
    assert str(told.value) == f"colour is no setting of feeds: there are {names}"


def test_what_is_set_nowhere_is_as_it_is_for_all() -> None:
    assert resolved({}) == DEFAULTS == FeedSettings("auto", True, None, None, (), None, 90, "keep", False)
    assert [written(name, DEFAULTS) for name in ("interval", "headers", "user_agent", "by_story", "keep_days")] == [
        "", "", "", "no", "90",
    ]  # fmt: skip
    odd = {"full_text": "x", "interval": "soon", "keep_days": "x", "update": "x", "pictures": "x", "by_story": "x"}
    assert resolved(odd) == DEFAULTS


def test_what_is_set_by_itself_is_told_apart_from_what_holds(library: Library) -> None:
    feed = subscribed(library, "https://coast.example/feed", ("News",))
    of_feed, of_folder = library.feeds.find(str(feed)), library.feeds.find("folder:News")
    library.feeds.set(None, "keep_days", "5")
    library.feeds.set(of_folder, "interval", "2h")
    library.feeds.set(of_feed, "pictures", "no")
    assert library.feeds.own_settings(None) == {"keep_days": "5"}
    assert library.feeds.own_settings(of_folder) == {"interval": "7200"}
    assert library.feeds.own_settings(of_feed) == {"pictures": "no"}
    assert library.feeds.settings_of_all() == resolved({"keep_days": "5"})
    assert library.feeds.settings_of(of_folder) == resolved({"keep_days": "5", "interval": "7200"})
    assert library.feeds.rows()[0].settings == resolved({"keep_days": "5", "interval": "7200", "pictures": "no"})
    library.feeds.set(of_feed, "pictures", "")
    assert library.feeds.own_settings(of_feed) == {}


def folders(library: Library) -> list[str]:
    return ["/".join(row.path) for row in library.feeds.folders()]


def test_a_feed_is_named_and_moved_and_a_folder_that_it_leaves_empty_goes(library: Library) -> None:
    assert not library.feeds.any()
    feed = subscribed(library, "https://coast.example/feed", ("News", "Sea"))
    arrives(library, feed, [entry(1)])
    assert library.feeds.any()
    library.feeds.rename(feed, " The\nCoast ")
    library.feeds.move(feed, [("Land",), ("Water", "Salt")])
    (row,) = library.feeds.rows()
    assert (row.title, sorted(row.folders)) == ("The Coast", [("Land",), ("Water", "Salt")])
    assert folders(library) == ["Land", "Water/Salt"]
    library.feeds.rename(feed, "")
    library.feeds.move(feed, [])
    (row,) = library.feeds.rows()
    assert (row.title, row.folders, folders(library)) == ("Coast", (), [])
    with pytest.raises(MissingError):
        library.feeds.rename(feed + 1, "x")


def test_what_is_not_subscribed_to_is_told_once_however_it_is_spelled(library: Library) -> None:
    subscribed(library)
    wanted = [Subscription(f"https://{host}/feed") for host in ("coast.example", "pier.example", "PIER.example")]
    assert {address.lower() for address in library.feeds.unknown(wanted)} == {"https://pier.example/feed"}


def test_how_many_articles_go_with_a_feed_is_told_before(library: Library) -> None:
    feed, other = subscribed(library), subscribed(library, "https://planet.example/feed")
    arrives(library, feed, [entry(n) for n in (4, 3, 2, 1)])
    arrives(library, other, [entry(2, id="other")], title="Planet")
    library.marks.star(next(row.id for row in library.articles.rows(9) if row.title == "News 1"))
    assert library.feeds.passing(feed) == 2 == library.feeds.unsubscribe(feed)


def test_a_feed_that_has_nothing_new_is_asked_again_in_its_time(library: Library) -> None:
    feed, other = subscribed(library), subscribed(library, "https://planet.example/feed")
    library.entries.failed(feed, "no answer", next_at=NOW)
    assert sorted(asked.id for asked in library.entries.due(only_due=True)) == [feed, other]
    library.entries.unchanged([Answered(feed, NOW + 1, "https://new.example/feed"), Answered(other, NOW)])
    assert [asked.id for asked in library.entries.due(only_due=True)] == [other]
    row = next(row for row in library.feeds.rows() if row.id == feed)
    assert (row.error, row.since, row.address) == (None, None, "https://new.example/feed")
    library.entries.unchanged([Answered(other, NOW, "https://new.example/feed")])
    assert sorted(row.address for row in library.feeds.rows()) == [
        "https://new.example/feed",
        "https://planet.example/feed",
    ]


def test_a_saved_search_is_kept_under_its_name_and_forgotten(library: Library) -> None:
    number = library.feeds.save_search(" Walls ", "wall")
    assert library.feeds.save_search("Walls", "wall -quay") == number
    (kept,) = library.feeds.searches()
    assert (kept.name, kept.query) == ("Walls", "wall -quay")
    for name, query in (("", "wall"), ("Walls", " ")):
        with pytest.raises(LibraryError, match=r"\Aa saved search needs a name and words\Z"):
            library.feeds.save_search(name, query)
    library.feeds.forget_search(number)
    assert library.feeds.searches() == []
    with pytest.raises(MissingError, match=r"\Athere is no such saved search\Z"):
        library.feeds.forget_search(number)


def test_an_address_need_not_be_asked_for_as_long_as_its_server_says(library: Library, clock: Clock) -> None:
    library.articles.keep(piece("https://coast.example/wall"))
    assert not library.articles.is_fresh("https://coast.example/wall")
    library.articles.set_lifetime("https://coast.example/wall", 60)
    clock.now += 59
    assert library.articles.is_fresh("https://coast.example/wall")
    clock.now += 1
    assert not library.articles.is_fresh("https://coast.example/wall")
    library.articles.set_lifetime("https://coast.example/wall", 60)
    library.articles.set_lifetime("https://coast.example/wall", 0)
    assert not library.articles.is_fresh("https://coast.example/wall")


def test_tags_of_several_articles_are_listed_in_their_order(library: Library) -> None:
    feed = subscribed(library)
    arrives(library, feed, [entry(n) for n in (3, 2, 1)])
    three, two, one = (row.id for row in library.articles.rows(9))
    library.marks.tag([one, two], "#Sea ")
    library.marks.tag(one, "harbour")
    assert library.marks.tags_of_each([one, two, three]) == {one: ["harbour", "Sea"], two: ["Sea"]}
    library.marks.untag([one, three], "sea")
    assert library.marks.tags_of_each([one, two]) == {one: ["harbour"], two: ["Sea"]}
    with pytest.raises(LibraryError, match=r"\Aa tag needs a name\Z"):
        library.marks.tag(one, " # ")


@pytest.mark.parametrize(
    ("first", "second", "days", "goes"),
    [
        ("", "", 90, False),
        ("", "", 91, True),
        ("7", "7", 7, False),
        ("7", "7", 8, True),
        ("7", "30", 8, False),  # the longer of two feeds holds
        ("7", "30", 31, True),
        ("7", "0", 9_000, False),  # for ever
    ],
)
def test_what_nobody_touched_goes_when_its_time_is_over_in_every_feed_that_has_it(
    first: str, second: str, days: int, goes: bool, library: Library, clock: Clock
) -> None:
    for number, keep_days in enumerate((first, second)):
        feed = subscribed(library, f"https://{number}.example/feed")
        library.feeds.set(library.feeds.find(str(feed)), "keep_days", keep_days)
        arrives(library, feed, [entry(1)], title=f"Feed {number}")
    clock.now += days * 86_400
    library.entries.sweep()
    clock.now += 86_400  # the first time it is announced a day before
    library.entries.sweep()
    assert library.articles.count() == (0 if goes else 1)
