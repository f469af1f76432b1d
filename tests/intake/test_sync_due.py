"""When a refresh asks the server that keeps feeds in step, and what is told of a sync."""

from __future__ import annotations

import pytest
from clock import NOW, Clock
from reader_server import PASSWORD, USER, ReaderServer

from tui.intake.refreshing.refresh import Outcome, refresh
from tui.intake.syncing.sync import log_in, synchronise
from tui.intake.syncing.sync_due import is_to_be_synced
from tui.intake.syncing.sync_outcome import Synced
from tui.library import Library
from tui.model.subscription import Subscription


def test_without_an_account_no_server_is_asked(library: Library) -> None:
    assert not is_to_be_synced(library, None, only_due=False)


async def test_a_timer_asks_a_quarter_of_an_hour_after_the_last_sync_and_a_person_at_any_time(
    library: Library, clock: Clock
) -> None:
    with ReaderServer() as server:
        await log_in(library, server.url, USER, PASSWORD)
        assert is_to_be_synced(library, None, only_due=True)
        told: list[tuple[bool, Outcome | None]] = []
        refreshed = await refresh(library, progress=lambda now, came: told.append((now.synced is not None, came)))
        assert told[0] == told[-1] == (True, None)
        assert refreshed.synced
        assert (refreshed.synced.error, refreshed.server_failures) == (None, [])
        assert refreshed.total == refreshed.asked == len(library.feeds.rows()) > 0
        assert refreshed.new == library.articles.count()
        for seconds, is_due in ((0, False), (899, False), (900, True)):
            clock.now = NOW + seconds
            assert is_to_be_synced(library, None, only_due=True) is is_due
            assert is_to_be_synced(library, None, only_due=False)
        account = library.sync.account()
        assert account
        library.sync.failed(account.id, "later", NOW + 2_000)
        for seconds, is_due in ((1_999, False), (2_000, True)):
            clock.now = NOW + seconds
            assert is_to_be_synced(library, None, only_due=True) is is_due


async def test_of_some_feeds_the_server_is_asked_where_it_has_one_of_them(library: Library) -> None:
    (own,) = library.feeds.subscribe(Subscription("https://coast.example/feed"))
    with ReaderServer() as server:
        await log_in(library, server.url, USER, PASSWORD)
        await synchronise(library)
        its = [row.id for row in library.feeds.rows() if row.id != own]
        assert is_to_be_synced(library, its[:1], only_due=False)
        assert is_to_be_synced(library, [own, its[0]], only_due=False)
        assert not is_to_be_synced(library, [own], only_due=False)
        assert not is_to_be_synced(library, [], only_due=False)


@pytest.mark.parametrize(
    ("synced", "line"),
    [
        (Synced("https://sea.example/api"), "Asking sea.example"),
        (Synced("sea"), "Asking sea"),
        (Synced("https://sea.example", sent=1_200), "Asking sea.example · 1,200 sent"),
        (Synced("https://sea.example", total=1, fetched=0), "Asking sea.example · 0 of 1 article"),
        (
            Synced("https://sea.example", sent=2, total=2_000, fetched=1_500),
            "Asking sea.example · 2 sent · 1,500 of 2,000 articles",
        ),
    ],
)
def test_how_far_a_sync_is_is_said_in_a_line(synced: Synced, line: str) -> None:
    assert synced.line == line


def test_what_failed_of_a_sync_is_a_line_each() -> None:
    assert Synced("https://sea.example").failures == []
    synced = Synced("https://sea.example", refused=["a: not taken"], error="it is down")
    assert synced.failures == ["a: not taken", "https://sea.example: it is down"]
    assert (synced.feeds, synced.requests, synced.over) == (0, 0, False)


async def test_how_far_a_sync_is_is_told_from_its_beginning_on(library: Library) -> None:
    with ReaderServer(feeds=2, entries=10) as server:
        await log_in(library, server.url, USER, PASSWORD)
        told: list[tuple[int, int, int, int, bool]] = []

        def note(now: Synced) -> None:
            told.append((now.feeds, now.sent, now.fetched, now.total, now.over))

        synced = await synchronise(library, progress=note)
        brought = library.articles.count()
        assert told == [(0, 0, 0, 0, False), (2, 0, 0, brought, False), (2, 0, brought, brought, False)]
        assert (synced.over, synced.new, synced.added, synced.gone, synced.refused) == (True, brought, 2, 0, [])
        assert synced.requests > 0
        told.clear()
        library.marks.star([row.id for row in library.articles.rows(99)][:3])
        synced = await synchronise(library, progress=note)
        assert told == [(2, 0, 0, 0, False), (2, 3, 0, 0, False), (2, 3, 0, 0, False)]
        assert (synced.sent, synced.new, synced.total) == (3, 0, 0)
