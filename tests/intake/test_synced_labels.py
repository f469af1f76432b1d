"""Labels of a server's entries and tags here: given and taken away on either side."""

from __future__ import annotations

import pytest
from clock import NOW, Clock
from reader_server import DIALECTS, Answer, Entry, ReaderServer, failing
from syncing import joined, synced_with

from tui.intake.refreshing.refresh import refresh
from tui.intake.syncing.sync import synchronise
from tui.library import Library


async def test_a_label_comes_as_a_tag_and_a_tag_goes_as_a_label_where_there_are_labels(
    server: ReaderServer, library: Library
) -> None:
    one, two, *_ = server.entries.values()
    one.labels = {"to cite"}
    await joined(library, server)
    numbers = {row.title: row.id for row in library.articles.rows(9)}
    assert library.marks.tags_of(numbers[one.title]) == ["to cite"]
    library.marks.tag(numbers[two.title], "storms")
    library.marks.untag(numbers[one.title], "to cite")
    await synced_with(library)
    assert (one.labels, two.labels) == (set(), {"storms"}) if server.dialect.has_labels else ({"to cite"}, set())
    assert library.sync.pending(1) == 0


@pytest.mark.parametrize("dialect", [name for name, dialect in DIALECTS.items() if dialect.has_labels])
async def test_labels_that_are_given_and_taken_away_there_later_are_tags_here(dialect: str, library: Library) -> None:
    with ReaderServer(dialect) as server:
        one, two, three, *_ = server.entries.values()
        three.labels = {"Mine"}
        await joined(library, server)
        numbers = {row.title: row.id for row in library.articles.rows(99)}
        library.marks.tag(numbers[two.title], "kept here alone")
        one.labels, two.labels = {"To cite"}, {"To cite"}
        assert (await synced_with(library)).changed == 2
        assert library.marks.tags_of(numbers[one.title]) == ["To cite"]
        assert library.marks.tags_of(numbers[two.title]) == ["kept here alone", "To cite"]
        one.labels, two.labels, three.labels = set(), {"To cite", "kept here alone"}, set()
        await synced_with(library)
        tags = [library.marks.tags_of(numbers[entry.title]) for entry in (one, two, three)]
        assert tags == [[], ["kept here alone", "To cite"], []]
        assert library.sync.pending(1) == 0


async def test_a_tag_that_waits_to_be_sent_wins_over_the_labels_there(library: Library) -> None:
    with ReaderServer() as server:
        one, two, *_ = server.entries.values()
        one.labels = {"storms"}
        await joined(library, server)
        await synced_with(library)
        numbers = {row.title: row.id for row in library.articles.rows(99)}
        library.marks.untag(numbers[one.title], "storms")
        library.marks.tag(numbers[two.title], "storms")
        await synced_with(library)
        assert (one.labels, two.labels) == (set(), {"storms"})
        assert [library.marks.tags_of(numbers[entry.title]) for entry in (one, two)] == [[], ["storms"]]


async def test_a_sync_that_nobody_asked_for_asks_for_labels_in_the_first_of_an_hour(
    library: Library, clock: Clock
) -> None:
    with ReaderServer() as server:
        one, *_ = server.entries.values()
        await joined(library, server)
        (number,) = (row.id for row in library.articles.rows(99) if row.title == one.title)
        one.labels = {"storms"}
        clock.now += 3_599
        server.log.clear()
        await refresh(library, only_due=True)
        assert library.marks.tags_of(number) == []
        assert len(server.log) == 3
        clock.now += 3_600
        await refresh(library, only_due=True)
        assert library.marks.tags_of(number) == ["storms"]
        one.labels = set()
        await refresh(library)
        assert library.marks.tags_of(number) == []


@pytest.mark.parametrize(
    "answer", [Answer(500, "Oh"), Answer(404, ""), Answer(body={"itemRefs": [{"id": "1795826350000001"}]})]
)
async def test_a_list_of_labels_that_does_not_tell_changes_no_tag(library: Library, answer: Answer) -> None:
    with ReaderServer() as server:
        one, *_ = server.entries.values()
        one.labels = {"storms"}
        await joined(library, server)
        await synced_with(library)
        tagged = {row.id: library.marks.tags_of(row.id) for row in library.articles.rows(99)}
        server.fail = failing("items/ids", None, None, answer)
        await synchronise(library)
        server.fail = lambda _path: None
        await synced_with(library)
        assert {row.id: library.marks.tags_of(row.id) for row in library.articles.rows(99)} == tagged


async def test_a_label_that_came_with_its_entry_and_is_taken_away_there_is_no_tag_any_more(library: Library) -> None:
    with ReaderServer() as server:
        one, *_ = server.entries.values()
        one.labels = {"storms"}
        await joined(library, server)
        one.labels = set()
        await synced_with(library)
        assert library.marks.tags_of(number_of(library, one)) == []


async def test_labels_that_cannot_have_changed_are_not_asked_for(library: Library) -> None:
    with ReaderServer(entries=250) as server:
        for number, one in enumerate(server.entries.values()):
            one.labels = {f"label {number % 7}"}
        await joined(library, server)
        server.log.clear()
        await synced_with(library)
        assert len(server.log) <= 4
        server.log.clear()
        numbers = [row.id for row in library.articles.rows(250)]
        library.marks.read(numbers[:100])
        library.marks.star(numbers[150:])
        await synced_with(library)
        assert len(server.log) <= 8


@pytest.mark.parametrize("then", ["read", "starred", "other", "waited", "another hour"])
async def test_what_can_have_changed_labels_has_them_asked_for(then: str, library: Library, clock: Clock) -> None:
    clock.now = NOW + 3_300 * (then == "another hour")  # an hour begins at that moment
    with ReaderServer() as server:
        one, two, three, *_ = server.entries.values()
        one.read = one.starred = two.read = two.starred = True
        one.labels = {"storms"}
        await joined(library, server)
        two.labels = {"storms"}  # of what is read nothing tells
        await synced_with(library)
        assert library.marks.tags_of(number_of(library, two)) == []
        if then == "waited":
            clock.now += 900
        elif then == "another hour":
            clock.now += 300
        elif then == "other":
            three.labels = {"storms"}
        else:
            setattr(three, then, True)
        await synced_with(library)
        assert library.marks.tags_of(number_of(library, two)) == ["storms"]


async def test_a_label_that_was_given_here_and_taken_away_there_is_no_tag_any_more(library: Library) -> None:
    with ReaderServer() as server:
        one, *_ = server.entries.values()
        await joined(library, server)
        library.marks.tag(number_of(library, one), "storms")
        await synced_with(library)
        one.labels = set()
        await synced_with(library)
        assert library.marks.tags_of(number_of(library, one)) == []


def number_of(library: Library, entry: Entry) -> int:
    """The number here of what the server has."""
    return next(row.id for row in library.articles.rows(999) if row.title == entry.title)


@pytest.mark.parametrize("status", [401, 429, 502, 503, 504, 400, 404, 501])
async def test_a_label_that_a_server_does_not_take_waits_only_where_it_may_take_it_later(
    library: Library, status: int
) -> None:
    may_later = status in (401, 429, 502, 503, 504)
    with ReaderServer("freshrss", feeds=1, entries=2) as server:
        await joined(library, server)
        number = library.articles.rows(1)[0].id
        library.marks.tag(number, "storms")
        server.fail = failing("edit-tag", *[Answer(status, "Oh")] * 3)
        assert bool((await synchronise(library)).error) == may_later
        assert library.sync.pending(1) == may_later
        assert library.marks.tags_of(number) == ["storms"]
