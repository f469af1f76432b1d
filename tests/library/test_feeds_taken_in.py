"""What came from feeds: each entry once, what was read stays read, what a person touched stays for good."""

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
import whole_library
from clock import NOW, Clock
from feed_arrivals import TEXT, arrival, arrives, entry, subscribed

from tui.intake.importing.import_archive import import_archive
from tui.library import Library, View
from tui.library.feeds import entries, mute_rules
from tui.library.feeds.arrivals import Taken
from tui.library.library_errors import ClosedError, LibraryError, MissingError
from tui.library.store.connection import DATABASE, PAGE_SIZE
from tui.library.upkeep import check, repair
from tui.model.subscription import Subscription
from tui.output.archive import write_archive

DAY = 86_400


def titles(library: Library, view: View) -> list[str]:
    return [row.title for row in library.articles.rows(99, view=view)]


def test_a_new_subscription_shows_its_ten_newest_as_unread(library: Library) -> None:
    feed = subscribed(library)
    taken = arrives(library, feed, [entry(n) for n in range(30, 0, -1)])
    assert len(taken.new) == 10
    assert titles(library, View("unread")) == [f"News {n}" for n in range(30, 20, -1)]
    assert library.articles.count(View("feed", str(feed))) == 30
    (row,) = library.feeds.rows()
    assert (row.title, row.entries, row.unread) == ("Coast", 30, 10)


def test_what_came_later_is_unread_and_what_was_read_stays_read(library: Library) -> None:
    feed = subscribed(library)
    arrives(library, feed, [entry(n) for n in (2, 1)])
    library.marks.read([row.id for row in library.articles.rows(9)])
    arrives(library, feed, [entry(n) for n in (3, 2, 1)])
    assert titles(library, View("unread")) == ["News 3"]


@pytest.mark.parametrize(
    "change",
    [
        {"id": "http://coast.example/?p=1"},
        {"title": "News, corrected"},
        {"published": "2026-05-05T00:00:00+00:00"},
        {"url": "https://coast.example/one"},
    ],
)
def test_an_entry_that_changed_is_the_one_that_was_read(library: Library, change: dict[str, str]) -> None:
    feed = subscribed(library)
    arrives(library, feed, [entry(1)])
    library.marks.read([row.id for row in library.articles.rows(9)])
    arrives(library, feed, [entry(1, **change)])
    assert library.articles.count(View("unread")) == 0
    assert library.articles.count() == 1


def test_a_changed_text_becomes_a_version_and_makes_unread_only_where_it_is_set_so(library: Library) -> None:
    feed = subscribed(library)
    arrives(library, feed, [entry(1)])
    (row,) = library.articles.rows(9)
    library.marks.read(row.id)
    arrives(library, feed, [entry(1, content=f"<p>Other words. {TEXT}</p>")])
    assert len(library.versions.of(row.id)) == 2
    assert library.articles.count(View("unread")) == 0
    library.feeds.set(library.feeds.find(str(feed)), "update", "mark_unread")
    arrives(library, feed, [entry(1, content=f"<p>Words again. {TEXT}</p>")])
    assert library.articles.count(View("unread")) == 1


def test_one_article_in_two_feeds_is_one_row_that_names_both(library: Library) -> None:
    first, second = subscribed(library), subscribed(library, "https://planet.example/feed")
    arrives(library, first, [entry(1)])
    arrives(library, second, [entry(1, id="other")], title="Planet")
    (row,) = library.articles.rows(9)
    assert library.feeds.titles_of([row.id]) == {row.id: ("Coast", "Planet")}
    assert row.feeds == 2
    assert [feed.unread for feed in library.feeds.rows()] == [1, 1]
    library.marks.read(row.id)
    assert [feed.unread for feed in library.feeds.rows()] == [0, 0]


def test_a_copy_under_another_address_is_the_same_article(library: Library) -> None:
    first, second = subscribed(library), subscribed(library, "https://planet.example/feed")
    arrives(library, first, [entry(1)])
    arrives(library, second, [entry(1, id="x", url="https://planet.example/copy")], title="Planet")
    assert library.articles.count() == 1


def test_of_two_entries_of_a_feed_with_one_text_only_one_is_the_article_of_another_feed(library: Library) -> None:
    first, second = subscribed(library), subscribed(library, "https://pier.example/feed")
    arrives(library, first, [entry(1)])
    twice = [replace(entry(1), url=f"https://pier.example/{name}", id=name) for name in "ab"]
    taken = arrives(library, second, twice)
    assert (taken.joined, len(taken.added)) == (1, 1)


def test_short_texts_of_the_same_words_are_not_one_article(library: Library) -> None:
    first, second = subscribed(library), subscribed(library, "https://planet.example/feed")
    short = entry(1, title="Links", content="<p>Read this.</p>")
    arrives(library, first, [short])
    arrives(library, second, [replace(short, id="x", url="https://planet.example/links")], title="Planet")
    assert library.articles.count() == 2


def test_entries_that_share_their_page_stay_several(library: Library) -> None:
    feed = subscribed(library)
    page = "https://coast.example/changes"
    arrives(library, feed, [entry(n, url=f"{page}#v{n}") for n in (2, 1)])
    arrives(library, feed, [entry(n, url=f"{page}#v{n}") for n in (3, 2, 1)])
    assert library.articles.count() == 3


def test_what_was_taken_apart_stays_so(library: Library) -> None:
    first, second = subscribed(library), subscribed(library, "https://planet.example/feed")
    arrives(library, first, [entry(1)])
    arrives(library, second, [entry(1, id="other")], title="Planet")
    (row,) = library.articles.rows(9)
    library.feeds.take_apart(row.id)
    arrives(library, second, [entry(2, id="o2"), entry(1, id="other")], title="Planet")
    assert sorted(library.feeds.titles_of([r.id for r in library.articles.rows(9)]).values()) == [
        ("Coast",),
        ("Planet",),
        ("Planet",),
    ]


def test_what_was_removed_never_comes_back_and_undo_puts_it_back(library: Library, tmp_path: Path) -> None:
    feed = subscribed(library)
    arrives(library, feed, [entry(n) for n in (2, 1)])
    (gone, _) = library.articles.rows(9)
    undo = library.articles.remove(gone.id)
    arrives(library, feed, [entry(n) for n in (3, 2, 1)])
    assert titles(library, View()) == ["News 3", "News 1"]
    library.marks.undo(undo)
    assert library.feeds.titles_of([gone.id]) == {gone.id: ("Coast",)}
    arrives(library, feed, [entry(n) for n in (3, 2, 1)])
    assert library.articles.count() == 3
    assert check.examine(tmp_path / "library").sound


def test_a_feed_that_failed_has_lost_nothing_and_says_why_and_since_when(library: Library) -> None:
    feed = subscribed(library)
    arrives(library, feed, [entry(1)], etag='"1"')
    library.entries.failed(feed, "no answer", next_at=NOW + 60)
    library.entries.failed(feed, "the server has a fault (503)", next_at=NOW + 120, not_before=NOW + 120)
    (row,) = library.feeds.rows()
    assert (row.error, row.since and row.since.timestamp(), row.entries) == ("the server has a fault (503)", NOW, 1)
    assert library.entries.due() == []  # the server asked to be left alone
    arrives(library, feed, [entry(1)])
    (row,) = library.feeds.rows()
    assert (row.error, row.since) == (None, None)


def test_a_feed_that_moved_is_found_under_both_addresses(library: Library) -> None:
    feed = subscribed(library)
    arrives(library, feed, [entry(1)], moved_to="https://new.example/feed")
    (row,) = library.feeds.rows()
    assert row.address == "https://new.example/feed"
    assert subscribed(library) == subscribed(library, "https://new.example/feed") == feed


def test_the_nearest_setting_holds(library: Library) -> None:
    feed = subscribed(library, "https://coast.example/feed", ("News", "Sea"))
    library.feeds.set(None, "full_text", "never")
    library.feeds.set(library.feeds.find("folder:sea"), "full_text", "always")
    library.feeds.set(library.feeds.find("folder:News/Sea"), "interval", "2h")
    library.feeds.set(library.feeds.find(str(feed)), "pictures", "no")
    (row,) = library.feeds.rows()
    assert (row.settings.full_text, row.settings.interval, row.settings.pictures) == ("always", 7_200, False)
    library.feeds.set(library.feeds.find("folder:sea"), "full_text", "")
    assert library.feeds.rows()[0].settings.full_text == "never"
    with pytest.raises(LibraryError, match="full_text is auto, always or never"):
        library.feeds.set(None, "full_text", "sometimes")
    with pytest.raises(MissingError):
        library.feeds.find("folder:land")


def test_a_folder_counts_what_two_of_its_feeds_have_once(library: Library) -> None:
    first = subscribed(library, "https://coast.example/feed", ("News",))
    second = subscribed(library, "https://planet.example/feed", ("News",))
    arrives(library, first, [entry(n) for n in (2, 1)])
    arrives(library, second, [entry(3), entry(1, id="other")], title="Planet")
    (folder,) = library.feeds.folders()
    assert folder.unread == 3 == library.articles.count(View("folder", "News", unread=True))


def test_a_folder_has_what_is_in_the_folders_below_it_and_nothing_of_one_whose_name_begins_so(library: Library) -> None:
    arrives(library, subscribed(library, "https://coast.example/feed", ("News", "Sea")), [entry(1)])
    arrives(library, subscribed(library, "https://land.example/feed", ("News",)), [entry(2)], title="Land")
    arrives(library, subscribed(library, "https://old.example/feed", ("Newsletters",)), [entry(3)], title="Old")
    assert {row.path: row.unread for row in library.feeds.folders()} == {
        ("News",): 2,
        ("News", "Sea"): 1,
        ("Newsletters",): 1,
    }
    assert [row.title for row in library.articles.rows(9, view=View("folder", "News"))] == ["News 2", "News 1"]
    assert len(library.feeds.in_folder(("News",)).feeds) == 2


def test_a_saved_search_is_a_section_in_the_searchs_own_syntax(library: Library) -> None:
    arrives(library, subscribed(library), [entry(n) for n in (3, 2, 1)])
    saved = library.feeds.save_search("Walls", "wall -title:2")
    assert [one.id for one in library.feeds.searches()] == [saved]
    view = View("search", "wall -title:2")
    assert [row.title for row in library.articles.rows(9, view=view)] == ["News 3", "News 1"]
    assert library.articles.count(view) == 2
    assert library.articles.count(View("search", "")) == 0


def test_what_feed_an_article_is_of_and_what_is_muted_can_be_searched_for(library: Library) -> None:
    arrives(library, subscribed(library), [entry(n) for n in (2, 1)])
    arrives(library, subscribed(library, "https://land.example/feed"), [entry(3)], title="Überland")
    library.feeds.mute("title:2")

    def found(typed: str) -> tuple[list[str], list[str]]:
        listed = library.articles.rows(9, view=View(typed=typed))
        return [row.title for row in listed], [hit.row.title for hit in library.search.find(typed)]

    assert found("feed:uberland") == (["News 3"], ["News 3"])
    assert found("feed:coast.example") == (["News 1"], ["News 1"])
    assert found("-feed:coast") == (["News 3"], ["News 3"])
    assert found("is:muted") == (["News 2"], ["News 2"])
    assert library.articles.count(View("search", "is:muted")) == 1


def test_all_that_was_seen_is_marked_read_and_undone(library: Library) -> None:
    feed = subscribed(library)
    arrives(library, feed, [entry(n) for n in (2, 1)])
    seen = library.articles.rows(1)[0].id
    arrives(library, feed, [entry(n) for n in (3, 2, 1)])
    undo = library.feeds.mark_read(library.feeds.find(str(feed)), last=seen)
    assert titles(library, View("unread")) == ["News 3"]
    assert undo.saying == "2 articles marked read"
    library.marks.undo(undo)
    assert library.articles.count(View("unread")) == 3


def test_what_the_sections_show_of_feeds_is_what_their_rows_have(library: Library) -> None:
    in_both = Subscription("https://coast.example/feed", folders=((), ("Sea", "Ports")), title="tides")
    tides, other = library.feeds.subscribe([in_both, Subscription("https://inland.example/feed", folders=(("Land",),))])
    arrives(library, tides, [entry(1)])
    library.entries.failed(other, "no answer", next_at=NOW)
    library.feeds.set(library.feeds.find(str(other)), "interval", "1h")
    rows = library.feeds.rows()
    assert [(row.id, row.title, row.folders, row.unread, row.error) for row in rows] == [
        listed[:-1] for listed in library.feeds.listed()
    ]
    assert [listed.since for listed in library.feeds.listed()] == [NOW, None]
    assert library.feeds.rows([tides]) == [row for row in rows if row.id == tides]
    assert [row.settings.interval for row in rows] == [3_600, None]


def test_more_are_read_and_hidden_than_one_statement_takes(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(entries, "ARTICLES_A_STATEMENT", 2)
    monkeypatch.setattr(mute_rules, "ARTICLES_A_STATEMENT", 2)
    feed = subscribed(library)
    arrives(library, feed, [entry(n) for n in range(5, 0, -1)])
    assert len(library.feeds.mark_read().articles) == 5
    assert library.articles.count(View("unread")) == 0
    library.feeds.mute("News")
    assert (library.articles.count(View("muted")), library.articles.count()) == (5, 0)


def test_what_nobody_touched_goes_after_its_time_and_does_not_come_back(
    library: Library, clock: Clock, tmp_path: Path
) -> None:
    feed = subscribed(library)
    arrives(library, feed, [entry(n) for n in range(6, 0, -1)])
    numbers = {row.title: row.id for row in library.articles.rows(9)}
    library.marks.star(numbers["News 1"])
    library.marks.later(numbers["News 2"])
    library.marks.tag(numbers["News 3"], "sea")
    library.articles.set_reading_position(numbers["News 4"], 0, 0, 0.1)
    clock.now += 91 * DAY
    assert library.entries.sweep().announced == 2
    assert library.entries.sweep().removed == 0
    clock.now += DAY
    assert library.entries.sweep().removed == 2
    arrives(library, feed, [entry(n) for n in range(7, 0, -1)])
    assert titles(library, View()) == ["News 7", "News 4", "News 3", "News 2", "News 1"]
    assert library.articles.count(View("kept")) == 4
    assert check.examine(tmp_path / "library").sound


def test_an_ended_subscription_leaves_what_was_touched_and_what_another_feed_has(library: Library) -> None:
    first, second = subscribed(library), subscribed(library, "https://planet.example/feed")
    arrives(library, first, [entry(n) for n in (3, 2, 1)])
    arrives(library, second, [entry(2, id="other")], title="Planet")
    library.marks.star(next(row.id for row in library.articles.rows(9) if row.title == "News 1"))
    assert library.feeds.unsubscribe(first) == 1
    assert titles(library, View()) == ["News 2", "News 1"]
    assert [row.title for row in library.feeds.rows()] == ["Planet"]


def test_mute_rules_hide_on_arrival_and_what_they_hid_can_be_looked_at(library: Library, tmp_path: Path) -> None:
    feed = subscribed(library)
    (rule,) = library.feeds.mute("title:football")
    arrives(library, feed, [entry(1, title="Football tonight"), entry(2), entry(3, title="Football again")])
    assert titles(library, View()) == ["News 2"]
    assert titles(library, View("muted")) == ["Football again", "Football tonight"]
    assert [library.articles.count(View(name)) for name in ("all", "unread", "muted")] == [1, 1, 2]
    assert library.articles.count(View("feed", str(feed))) == library.feeds.rows()[0].unread == 1
    assert library.feeds.mute_rules()[0].hidden == 2
    library.feeds.unmute(rule)
    assert library.articles.count(View("unread")) == 3
    assert check.examine(tmp_path / "library").sound


def test_a_rule_of_one_feed_does_not_hide_what_another_brings(library: Library) -> None:
    first, second = subscribed(library), subscribed(library, "https://planet.example/feed")
    library.feeds.mute("title:news", library.feeds.find(str(first)))
    arrives(library, first, [entry(1)])
    assert library.articles.count() == 0
    arrives(library, second, [entry(1, id="other")], title="Planet")
    assert library.articles.count() == 1


def test_a_document_that_is_the_same_as_before_changes_nothing(library: Library) -> None:
    feed = subscribed(library)
    arrives(library, feed, [entry(1)], digest="abc")
    library.articles.remove(library.articles.rows(1)[0].id)
    assert arrives(library, feed, [entry(1)], digest="abc").new == ()


def test_what_is_added_by_hand_is_kept_whatever_brought_it(library: Library) -> None:
    feed = subscribed(library)
    arrives(library, feed, [entry(1, content=None, summary="Short …")])
    (row,) = library.articles.rows(1)
    assert (row.kept, row.text) == (False, "feed")
    whole = replace(library.articles.get(row.id), markdown="More.")
    library.articles.keep(whole)
    (row,) = library.articles.rows(1)
    assert (row.kept, row.text, row.versions) == (True, "whole", 1)


def test_subscriptions_in_several_folders_and_at_the_root(library: Library) -> None:
    both = ((), ("A",), ("B", "C"))
    library.feeds.subscribe([Subscription("https://a.example/feed", "Mine", None, both, ("x", "y"))])
    (row,) = library.feeds.rows()
    assert (row.title, row.folders, row.tags) == ("Mine", both, ("x", "y"))
    assert [folder.path for folder in library.feeds.folders()] == [("A",), ("B", "C")]


def test_an_archive_and_a_repair_take_feeds_and_all_that_is_known_of_them_along(tmp_path: Path) -> None:
    whole_library.fill(tmp_path / "a")
    with Library.open(tmp_path / "a", now=lambda: whole_library.REMOVED + 60) as library:
        write_archive(library, tmp_path / "all.zip")
    with Library.open(tmp_path / "b", now=lambda: whole_library.REMOVED + 60) as library:
        assert import_archive(library, tmp_path / "all.zip", dry=True).done
        assert (library.feeds.rows(), library.articles.count()) == ([], 0)
        assert import_archive(library, tmp_path / "all.zip").refused == []
        with library.connections.writing() as db:
            (private,) = db.execute("SELECT private FROM feed").fetchone()
            assert private == 2  # what came from outside gives no right to ask this machine's network
        library.marks.undo(library.articles.remove(3))
        library.feeds.unsubscribe(library.feeds.rows()[0].id)
        assert library.articles.row(3)
    with Library.open(tmp_path / "c", now=lambda: whole_library.REMOVED + 60) as library:
        import_archive(library, tmp_path / "all.zip")
        library.articles.keep(whole_library.LEAST)
        whole_library.check_feeds(library, articles=3)
    assert check.examine(tmp_path / "c").sound


def test_a_torn_library_gives_its_feeds_back(tmp_path: Path) -> None:
    whole_library.fill(tmp_path)
    db = sqlite3.connect(tmp_path / DATABASE)
    (page,) = db.execute("SELECT rootpage FROM sqlite_master WHERE name = 'article_dated'").fetchone()
    db.close()
    with (tmp_path / DATABASE).open("r+b") as file:
        file.seek((page - 1) * PAGE_SIZE)
        file.write(b"\xff" * PAGE_SIZE)
    repaired = repair.repair(tmp_path)
    assert repaired.health.sound
    assert repaired.done == ("4 articles and 2 feeds were saved from the damaged file",)
    with Library.open(tmp_path, now=lambda: whole_library.REMOVED + 60) as library:
        whole_library.check_feeds(library, articles=3)
        whole_library.check_account(library)


def test_a_renamed_folder_goes_with_what_is_in_it_and_joins_the_one_that_is_there(library: Library) -> None:
    quay = subscribed(library, "https://quay.example/feed", ("News", "Sea"))
    field = subscribed(library, "https://field.example/feed", ("World",))
    library.feeds.set(library.feeds.find("folder:Sea"), "interval", "2h")
    library.feeds.move_folder(("News",), ("World", "Coast"))
    assert [row.path for row in library.feeds.folders()] == [("World",), ("World", "Coast", "Sea")]
    library.feeds.move_folder(("World", "Coast", "Sea"), ("World",))
    assert {row.id: row.folders for row in library.feeds.rows()} == {quay: (("World",),), field: (("World",),)}
    assert {row.settings.interval for row in library.feeds.rows()} == {7_200}
    for to in ((), ("World", "Sea")):
        with pytest.raises(LibraryError, match="folder"):
            library.feeds.move_folder(("World",), to)
    with pytest.raises(MissingError):
        library.feeds.move_folder(("News", "Sea"), ("News",))


def test_a_removed_folder_leaves_its_feeds_and_shows_what_its_rules_hid(library: Library) -> None:
    feed = subscribed(library, "https://coast.example/feed", ("News", "Sea"))
    arrives(library, feed, [entry(1)])
    library.feeds.mute("News", library.feeds.find("folder:Sea"))
    assert library.articles.count(View("muted")) == 1
    library.feeds.remove_folder(("News",))
    assert (library.feeds.folders(), library.feeds.rows()[0].folders) == ([], ())
    assert library.feeds.own_settings(library.feeds.in_folder(("News",))) == {}
    assert (library.articles.count(View("muted")), library.articles.count(View("unread"))) == (0, 1)


def test_documents_taken_in_together_share_what_is_one_article(library: Library) -> None:
    coast, quay = subscribed(library), subscribed(library, "https://quay.example/feed")
    one, other = library.entries.take_in_together([(coast, arrival([entry(1), entry(2)])), (quay, arrival([entry(2)]))])
    assert isinstance(one, Taken)
    assert isinstance(other, Taken)
    assert (len(one.new), len(other.new), other.joined) == (2, 0, 1)
    assert check.examine(library.connections.folder).sound


def test_that_the_library_cannot_be_written_is_said_once_of_documents_taken_in_together(library: Library) -> None:
    feeds = [subscribed(library), subscribed(library, "https://quay.example/feed")]
    library.close()
    with pytest.raises(ClosedError):
        library.entries.take_in_together([(feed, arrival([entry(1)])) for feed in feeds])


def test_of_documents_taken_in_together_one_that_cannot_be_costs_the_others_nothing(library: Library) -> None:
    coast, gone, quay = (subscribed(library, f"https://{name}.example/feed") for name in ("coast", "gone", "quay"))
    library.feeds.unsubscribe(gone)
    came = [
        (feed, arrival([entry(feed, title=f"Of {feed}", content=f"<p>{TEXT}{feed}</p>")]))
        for feed in (coast, gone, quay)
    ]
    one, failed, other = library.entries.take_in_together(came)
    assert isinstance(failed, MissingError)
    assert [taken.new for taken in (one, other) if isinstance(taken, Taken)] == [(1,), (2,)]
    assert titles(library, View("unread")) == [f"Of {quay}", f"Of {coast}"]
